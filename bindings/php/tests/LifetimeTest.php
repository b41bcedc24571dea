<?php

// Issuers and verifiers from their making to after their end, alone and in forked processes.

declare(strict_types=1);

namespace Token04\Tests;

use PHPUnit\Framework\TestCase;
use Token04\Issuer;
use Token04\RoomPrivilege;
use Token04\Token04Exception;
use Token04\Verifier;

final class LifetimeTest extends TestCase
{
    private const APP_ID = 1234567890;
    private const SECRET = '0123456789abcdef0123456789ABCDEF';

    public function testUseAfterClose(): void
    {
        $issuer = new Issuer(self::APP_ID, self::SECRET);
        $verifier = new Verifier(self::APP_ID, self::SECRET);
        $token = $issuer->issue('user1', 60);
        $issuer->close();
        $issuer->close();
        $verifier->close();
        $verifier->close();
        $calls = [
            'issuer' => [
                fn () => $issuer->issue('user1', 60),
                fn () => $issuer->issue('', 'x', []),
                fn () => $issuer->issueRoom('user1', 60, new RoomPrivilege('room1')),
                fn () => $issuer->issueRoom('user1', 60, new RoomPrivilege('')),
                fn () => $issuer->kitToken('user1', 60, 'room1'),
            ],
            'verifier' => [
                fn () => $verifier->verify($token),
                fn () => $verifier->verify($token, 'user1'),
                fn () => $verifier->verify(null),
            ],
        ];
        foreach ($calls as $name => $callsOfOne) {
            foreach ($callsOfOne as $call) {
                $this->assertSame([901, "the {$name} is closed"], $this->refused($call));
            }
        }
        $this->assertSame([self::APP_ID, self::APP_ID], [$issuer->appId(), $verifier->appId()]);
    }

    public function testNoCopies(): void
    {
        foreach ([new Issuer(self::APP_ID, self::SECRET), new Verifier(self::APP_ID, self::SECRET)] as $object) {
            $class = get_class($object);
            try {
                clone $object;
                $this->fail("{$class} was cloned");
            } catch (\Error $error) {
                $this->assertStringContainsString('private', $error->getMessage());
            }
            try {
                serialize($object);
                $this->fail("{$class} was serialized");
            } catch (\Exception $exception) {
                $this->assertStringContainsString('not allowed', $exception->getMessage());
            }
        }
    }

    public function testClaimsAreAValue(): void
    {
        $issuer = new Issuer(self::APP_ID, self::SECRET);
        $verifier = new Verifier(self::APP_ID, self::SECRET);
        $claims = $verifier->verify($issuer->issueRoom('user1', 60, new RoomPrivilege('room1')));
        $issuer->close();
        $verifier->close();
        $copy = unserialize(serialize(clone $claims));
        $this->assertEquals($claims, $copy);
        $this->assertSame('room1', $copy->privilege->roomId);
        $this->assertFalse(isset($copy->other));
        $this->expectException(\LogicException::class);
        $copy->other;
    }

    /** What is made is freed: a leak of 200 bytes a round would show. */
    public function testMemory(): void
    {
        $round = static function (): void {
            for ($call = 0; $call < 2000; $call++) {
                $issuer = new Issuer(self::APP_ID, self::SECRET);
                $verifier = new Verifier(self::APP_ID, self::SECRET);
                $token = $issuer->issueRoom('user1', 60, (new RoomPrivilege('room1'))->streams(['s1', 's2']));
                $verifier->verify($token, 'user1', 'room1', 's1')->privilege;
                $issuer->kitToken('user1', 60, 'room1');
                try {
                    $issuer->issue('', 60);
                } catch (Token04Exception $exception) {
                    // As expected.
                }
            }
        };
        $round();
        [$before, $phpBefore] = [self::residentKilobytes(), memory_get_usage()];
        $round();
        $this->assertLessThan(10000, memory_get_usage() - $phpBefore);
        $this->assertLessThan(400, self::residentKilobytes() - $before);
    }

    /** Workers that are forked after the first token, all from one issuer, as a pre-forking server does. */
    public function testForkedWorkersNeverRepeatAnIv(): void
    {
        foreach (['cbc', 'gcm'] as $mode) {
            $issuer = new Issuer(self::APP_ID, self::SECRET, $mode);
            $ivs = [self::iv($issuer->issue('user1', 60))];
            $files = [];
            for ($worker = 0; $worker < 8; $worker++) {
                $files[$worker] = tmpfile();
                $process = pcntl_fork();
                if ($process === 0) {
                    for ($token = 0; $token < 200; $token++) {
                        fwrite($files[$worker], bin2hex(self::iv($issuer->issue('user1', 60))) . "\n");
                    }
                    // Ends the worker at once, without PHPUnit's own end.
                    posix_kill(getmypid(), SIGKILL);
                }
                $ivs[] = self::iv($issuer->issue('user1', 60));
            }
            while (pcntl_wait($status) > 0) {
                $this->assertSame(SIGKILL, pcntl_wtermsig($status));
            }
            $ivs = array_map('bin2hex', $ivs);
            foreach ($files as $file) {
                rewind($file);
                $ivs = array_merge($ivs, explode("\n", trim(stream_get_contents($file))));
            }
            $this->assertCount(1 + 8 + 8 * 200, $ivs);
            $this->assertCount(count($ivs), array_unique($ivs));
        }
    }

    /** A handler of signals that makes tokens itself, wherever it comes between. */
    public function testSignalHandlers(): void
    {
        $issuer = new Issuer(self::APP_ID, self::SECRET);
        $verifier = new Verifier(self::APP_ID, self::SECRET);
        $handled = 0;
        pcntl_async_signals(true);
        pcntl_signal(SIGUSR1, static function () use ($issuer, &$handled): void {
            $issuer->issue('handler', 60);
            $handled++;
        });
        $parent = getmypid();
        $process = pcntl_fork();
        if ($process === 0) {
            for ($signal = 0; $signal < 500; $signal++) {
                posix_kill($parent, SIGUSR1);
                usleep(100);
            }
            posix_kill(getmypid(), SIGKILL);
        }
        do {
            $userId = 'user' . $handled;
            $this->assertSame($userId, $verifier->verify($issuer->issue($userId, 60))->userId);
        } while (pcntl_waitpid($process, $status, WNOHANG) === 0);
        pcntl_signal(SIGUSR1, SIG_DFL);
        pcntl_async_signals(false);
        $this->assertGreaterThan(10, $handled);
    }

    private static function iv(string $token): string
    {
        $envelope = base64_decode(substr($token, 2), true);
        return substr($envelope, 10, unpack('n', $envelope, 8)[1]);
    }

    private static function residentKilobytes(): int
    {
        preg_match('/^VmRSS:\s+(\d+)/m', file_get_contents('/proc/self/status'), $found);
        return (int) $found[1];
    }

    /** @return array{int, string} code and message of a call that must be refused */
    private function refused(callable $call): array
    {
        try {
            $call();
        } catch (Token04Exception $exception) {
            return [$exception->getCode(), $exception->getMessage()];
        }
        $this->fail('not refused');
    }
}
