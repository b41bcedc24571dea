<?php

// The names of a platform: of its folder in native/ and of the library's file in it.

declare(strict_types=1);

namespace Token04\Internal;

/** @internal */
final class Platform
{
    private const PROCESSORS = ['amd64' => 'x86_64', 'arm64' => 'aarch64'];

    private const LIBRARIES = ['Windows' => 'token04.dll', 'Darwin' => 'libtoken04.dylib'];

    /** The platform that PHP runs on, such as linux-x86_64 or linux-aarch64-musl. */
    public static function current(): string
    {
        return self::name(\PHP_OS_FAMILY, \php_uname('m'), self::usesMusl());
    }

    public static function name(string $family, string $machine, bool $musl): string
    {
        $processor = \strtolower($machine);
        $processor = self::PROCESSORS[$processor] ?? $processor;
        return \strtolower($family) . "-{$processor}" . ($musl ? '-musl' : '');
    }

    /** The path of the library below the folder of the package. */
    public static function libraryPath(string $family, string $platform): string
    {
        return "native/{$platform}/" . (self::LIBRARIES[$family] ?? 'libtoken04.so');
    }

    /** Whether this process runs on the C library musl, as on Alpine: then its loader is mapped into it. */
    private static function usesMusl(): bool
    {
        // With open_basedir the file may be out of reach.
        $maps = \PHP_OS_FAMILY === 'Linux' ? @\file_get_contents('/proc/self/maps') : false;
        return $maps !== false && \strpos($maps, '/ld-musl-') !== false;
    }
}
