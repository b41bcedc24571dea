<?php

// The names of platforms, each of which must be a folder that a release fills.

declare(strict_types=1);

namespace Token04\Tests;

use PHPUnit\Framework\TestCase;
use Token04\Internal\Platform;

final class PlatformTest extends TestCase
{
    public function testNames(): void
    {
        $this->assertSame('linux-x86_64', Platform::name('Linux', 'x86_64', false));
        $this->assertSame('linux-x86_64-musl', Platform::name('Linux', 'x86_64', true));
        $this->assertSame('linux-aarch64', Platform::name('Linux', 'aarch64', false));
        $this->assertSame('windows-x86_64', Platform::name('Windows', 'AMD64', false));
        $this->assertSame('darwin-aarch64', Platform::name('Darwin', 'arm64', false));
    }

    public function testLibraries(): void
    {
        $this->assertSame('native/a/libtoken04.so', Platform::libraryPath('Linux', 'a'));
        $this->assertSame('native/a/libtoken04.dylib', Platform::libraryPath('Darwin', 'a'));
        $this->assertSame('native/a/token04.dll', Platform::libraryPath('Windows', 'a'));
    }

    public function testThisPlatformHasALibrary(): void
    {
        $package = \dirname((new \ReflectionClass(Platform::class))->getFileName(), 3);
        $this->assertFileExists("{$package}/" . Platform::libraryPath(\PHP_OS_FAMILY, Platform::current()));
    }
}
