<?php

// Loads the native library, once per process or request, or reports what prevents it.

declare(strict_types=1);

namespace Token04\Internal;

use FFI;
use Token04\ErrorCode;
use Token04\Token04Exception;

/** @internal */
final class Library
{
    /** The version of this package, which must be that of the native library. */
    public const VERSION = '0.1.0';

    /** Under which name preload.php leaves the loaded library for every request. */
    private const SCOPE = 'TOKEN04';

    private const DECLARATIONS = __DIR__ . '/token04.h';

    private static ?FFI $library = null;

    /**
     * The library, loaded and of this package's version.
     *
     * @throws Token04Exception 903, if it cannot be loaded; the message says what to do
     */
    public static function get(): FFI
    {
        if (self::$library === null) {
            self::$library = self::load();
        }
        return self::$library;
    }

    /** Leaves the library in a scope of FFI's. Works only while PHP preloads; see preload.php. */
    public static function preload(): void
    {
        if (!\extension_loaded('FFI') || !\is_file(self::path())) {
            // Nothing needs the library yet: the first use will report it.
            return;
        }
        $header = \tempnam(\sys_get_temp_dir(), 'token04');
        if ($header === false) {
            return;
        }
        $directives = \sprintf("#define FFI_SCOPE \"%s\"\n#define FFI_LIB \"%s\"\n", self::SCOPE, self::path());
        \file_put_contents($header, $directives . \file_get_contents(self::DECLARATIONS));
        try {
            FFI::load($header);
        } catch (FFI\Exception $exception) {
            // PHP allows no scope if opcache.preload_user is set: then each request loads the library.
        } finally {
            \unlink($header);
        }
    }

    private static function load(): FFI
    {
        if (\PHP_INT_SIZE < 8) {
            throw self::failure('token04 needs a 64-bit PHP');
        }
        if (!\extension_loaded('FFI')) {
            throw self::failure('token04 needs the extension FFI: install it, and set extension=ffi in php.ini');
        }
        $library = self::open();
        $version = $library->token04_version();
        if ($version !== self::VERSION) {
            throw self::failure(\sprintf(
                'the package token04 has version %s, its native library version %s: %s',
                self::VERSION,
                $version,
                'rebuild the library, and restart PHP'
            ));
        }
        return $library;
    }

    private static function open(): FFI
    {
        try {
            return FFI::scope(self::SCOPE);
        } catch (FFI\Exception $exception) {
            // Not preloaded.
        }
        $path = self::path();
        if (!\is_file($path)) {
            $platform = Platform::current();
            throw self::failure(
                "token04 has no native library for {$platform}: {$path} is missing; scripts/build.sh php makes it"
            );
        }
        try {
            return FFI::cdef(\file_get_contents(self::DECLARATIONS), $path);
        } catch (FFI\Exception $exception) {
            // Without it as the previous one: its trace may hold a secret.
            throw self::failure(self::explain($exception->getMessage()));
        }
    }

    private static function explain(string $reason): string
    {
        if (\strpos($reason, 'ffi.enable') === false) {
            return "the native library of token04 does not load, rebuild it: {$reason}";
        }
        $script = \dirname(__DIR__, 2) . '/preload.php';
        $enable = \ini_get('ffi.enable') === 'preload' ? '' : 'ffi.enable=preload and ';
        return "token04 may not use FFI: in php.ini set {$enable}opcache.preload={$script}, or ffi.enable=true";
    }

    /** Where the library is for the platform that PHP runs on. */
    private static function path(): string
    {
        return \dirname(__DIR__, 2) . '/' . Platform::libraryPath(\PHP_OS_FAMILY, Platform::current());
    }

    private static function failure(string $message): Token04Exception
    {
        return new Token04Exception($message, ErrorCode::INTERNAL);
    }
}
