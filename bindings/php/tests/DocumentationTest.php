<?php

// The README's PHP and the examples do what they say.

declare(strict_types=1);

namespace Token04\Tests;

use PHPUnit\Framework\TestCase;

final class DocumentationTest extends TestCase
{
    private const README = __DIR__ . '/../README.md';
    private const EXAMPLES = __DIR__ . '/../../../examples/php';

    /** All blocks of PHP, as one program: a reader types them one after the other. */
    public function testReadme(): void
    {
        $this->assertGreaterThan(6, preg_match_all('/^```php\n(.*?)^```$/ms', file_get_contents(self::README), $found));
        $program = preg_replace('~^require .*~m', '', implode("\n", $found[1])) . "\necho strlen(\$token), 'done';";
        $options = ['-d', 'zend.assertions=1', '-d', 'assert.exception=1', '-d', 'error_log=/dev/null'];
        $this->assertSame('190done', Program::run($program, $options));
    }

    public function testExamples(): void
    {
        $tokens = $this->example('make_tokens.php');
        $this->assertSame(3, preg_match_all('/ 04[\w+\/=]{100,}/', $tokens));
        $this->assertStringContainsString('204 token expired', $tokens);
        $this->assertStringContainsString('208 ', $tokens);
        $this->assertStringContainsString('Alice', $tokens);
        $moved = $this->example('moving_over.php');
        $this->assertMatchesRegularExpression('/^04\S{200,}$/m', $moved);
        $this->assertStringContainsString('3 userID invalid', $moved);
    }

    public function testExamplesWithoutSecret(): void
    {
        foreach (['make_tokens.php', 'moving_over.php'] as $name) {
            $this->assertStringContainsString('set ZEGO_APP_ID and ZEGO_SERVER_SECRET', $this->example($name, ''));
        }
    }

    private function example(string $name, string $secret = '0123456789abcdef0123456789abcdef'): string
    {
        $environment = 'ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=' . $secret
            . ' TOKEN04_AUTOLOAD=' . escapeshellarg(getenv('TOKEN04_AUTOLOAD'));
        $file = escapeshellarg(self::EXAMPLES . "/{$name}");
        exec("{$environment} " . escapeshellarg(PHP_BINARY) . " -d display_errors=stderr {$file} 2>&1", $output);
        return implode("\n", $output);
    }
}
