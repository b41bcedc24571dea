<?php

// A PHP program in a process of its own.

declare(strict_types=1);

namespace Token04\Tests;

final class Program
{
    /**
     * Runs a program that has the package loaded, and gives what it wrote, to both outputs.
     *
     * @param string $code what follows the lines that load the package
     * @param string[] $options of the command php
     * @param string[] $before the words before it
     */
    public static function run(string $code, array $options = [], ?string $autoload = null, array $before = []): string
    {
        $file = self::write($code, $autoload);
        $php = [PHP_BINARY, '-d', 'display_errors=stderr', '-d', 'error_reporting=-1'];
        $command = array_map('escapeshellarg', array_merge($before, $php, $options, [$file]));
        exec(implode(' ', $command) . ' 2>&1', $output);
        unlink($file);
        return implode("\n", $output);
    }

    /** Writes a program that has the package loaded into a file, for anybody to read. */
    public static function write(string $code, ?string $autoload = null): string
    {
        $autoload = var_export($autoload ?? getenv('TOKEN04_AUTOLOAD'), true);
        $file = tempnam(sys_get_temp_dir(), 'token04');
        file_put_contents($file, "<?php\ndeclare(strict_types=1);\nrequire {$autoload};\n{$code}");
        chmod($file, 0644);
        return $file;
    }
}
