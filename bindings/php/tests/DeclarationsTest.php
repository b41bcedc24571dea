<?php

// What stands twice, here and in the C library: the declarations, the version.

declare(strict_types=1);

namespace Token04\Tests;

use PHPUnit\Framework\TestCase;
use ReflectionClass;
use Token04\Internal\Library;

final class DeclarationsTest extends TestCase
{
    private const ROOT = __DIR__ . '/../../..';

    public function testTheDeclarationsAreThoseOfTheCHeader(): void
    {
        $script = escapeshellarg(self::ROOT . '/scripts/php/cdef.php');
        exec(escapeshellarg(PHP_BINARY) . " {$script} --check 2>&1", $output, $status);
        $this->assertSame([[], 0], [$output, $status]);
        $installed = dirname((new ReflectionClass(Library::class))->getFileName()) . '/token04.h';
        $this->assertFileEquals(self::ROOT . '/bindings/php/src/Internal/token04.h', $installed);
    }

    public function testEveryFunctionIsDeclared(): void
    {
        $declarations = file_get_contents(self::ROOT . '/bindings/php/src/Internal/token04.h');
        $symbols = file(self::ROOT . '/bindings/c/symbols.txt', FILE_IGNORE_NEW_LINES);
        $this->assertGreaterThan(20, count($symbols));
        foreach ($symbols as $symbol) {
            $this->assertMatchesRegularExpression("/[ *]{$symbol}\\(/", $declarations);
        }
    }

    public function testTheVersionIsOne(): void
    {
        $composer = json_decode(file_get_contents(self::ROOT . '/bindings/php/composer.json'));
        $this->assertSame(Library::VERSION, $composer->version);
        $this->assertStringContainsString(
            '#define TOKEN04_VERSION "' . Library::VERSION . '"',
            file_get_contents(self::ROOT . '/include/token04.h')
        );
    }
}
