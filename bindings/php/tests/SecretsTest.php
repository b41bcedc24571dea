<?php

// No secret shows, whatever is printed.

declare(strict_types=1);

namespace Token04\Tests;

use PHPUnit\Framework\TestCase;
use Token04\Issuer;
use Token04\Token04Exception;
use Token04\Verifier;
use ZEGO\ZegoServerAssistant;

final class SecretsTest extends TestCase
{
    private const SECRET = 'thisIsTheSecret0thisIsTheSecret0';

    public function testDumps(): void
    {
        foreach ([new Issuer(1, self::SECRET), new Verifier(1, self::SECRET, self::SECRET)] as $object) {
            ob_start();
            var_dump($object);
            $dumps = [ob_get_clean(), print_r($object, true), var_export($object->__debugInfo(), true)];
            foreach ($dumps as $dump) {
                $this->assertStringContainsString('[redacted]', $dump);
                $this->assertStringNotContainsString('thisIs', $dump);
            }
        }
    }

    public function testErrors(): void
    {
        $calls = [
            fn () => new Issuer(0, self::SECRET),
            fn () => new Issuer(self::SECRET, 1),
            fn () => new Issuer(1, self::SECRET . self::SECRET),
            fn () => new Issuer(1, self::SECRET, self::SECRET),
            fn () => new Issuer(1, self::SECRET, 'cbc', self::SECRET),
            fn () => new Verifier(1, self::SECRET, null, self::SECRET),
            fn () => new Verifier(1, 'short', self::SECRET),
            fn () => (new Issuer(1, self::SECRET))->issue('', 60),
            fn () => (new Verifier(1, self::SECRET))->verify(self::SECRET),
        ];
        foreach ($calls as $call) {
            try {
                $call();
                $this->fail('not refused');
            } catch (Token04Exception $exception) {
                $this->assertStringNotContainsString('thisIs', $exception->getMessage());
                if ($exception->getTrace()[1]['function'] === '__construct') {
                    // With zend.exception_ignore_args off, a trace holds arguments.
                    $this->assertStringNotContainsString('thisIs', (string) $exception);
                }
            }
        }
    }

    /** What an uncaught exception prints where a developer's php.ini shows all there is. */
    public function testUncaughtException(): void
    {
        $options = ['-d', 'zend.exception_ignore_args=0', '-d', 'zend.exception_string_param_max_len=100'];
        $secret = var_export(self::SECRET, true);
        $output = Program::run("new Token04\\Verifier(0, {$secret}, {$secret});", $options);
        $this->assertStringContainsString('appId must be 1 to 4294967295, got 0', $output);
        $this->assertStringContainsString('Verifier->__construct(0', $output);
        $this->assertStringNotContainsString('thisIs', $output);
        $program = "print_r(ZEGO\\ZegoServerAssistant::generateToken04(0, 'u', {$secret}, 1, ''));";
        $output = Program::run($program, $options);
        $this->assertStringContainsString('appID invalid', $output);
        $this->assertStringNotContainsString('thisIs', $output);
    }

    public function testNothingIsPrinted(): void
    {
        $this->expectOutputString('');
        ZegoServerAssistant::generateToken04(1, 'user1', self::SECRET, 60, '');
        ZegoServerAssistant::generateToken04(1, 'user1', 'short', 60, '');
        (new Verifier(1, self::SECRET))->verify((new Issuer(1, self::SECRET))->issue('user1', 60));
    }
}
