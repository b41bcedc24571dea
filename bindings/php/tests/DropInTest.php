<?php

// The official names, arguments, results, codes and messages.

declare(strict_types=1);

namespace Token04\Tests;

use PHPUnit\Framework\TestCase;
use ReflectionClass;
use Token04\ErrorCode;
use Token04\Verifier;
use ZEGO\ZegoAssistantToken;
use ZEGO\ZegoErrorCodes;
use ZEGO\ZegoServerAssistant;

final class DropInTest extends TestCase
{
    private const APP_ID = 1234567890;
    private const SECRET = '0123456789abcdef0123456789ABCDEF';

    public function testSuccess(): void
    {
        $payload = json_encode(['room_id' => 'room1', 'privilege' => [1 => 1, 2 => 0], 'stream_id_list' => null]);
        foreach (['' => '', $payload => $payload] as $given => $expected) {
            $result = ZegoServerAssistant::generateToken04(self::APP_ID, 'user1', self::SECRET, 3600, $given);
            $this->assertInstanceOf(ZegoAssistantToken::class, $result);
            $this->assertSame([ZegoErrorCodes::success, ''], [$result->code, $result->message]);
            $claims = (new Verifier(self::APP_ID, self::SECRET))->verify($result->token, 'user1');
            $this->assertSame([$expected, 3600], [$claims->payload, $claims->expire - $claims->ctime]);
        }
        $result = ZegoServerAssistant::generateToken04(self::APP_ID, 'user1', self::SECRET, 3600, null);
        $this->assertSame('', (new Verifier(self::APP_ID, self::SECRET))->verify($result->token)->payload);
    }

    /** Each with the arguments that are refused, and the message that the official code has for them. */
    public static function refused(): array
    {
        $given = static function (int $position, ...$values): array {
            return array_map(static function ($value) use ($position): array {
                $arguments = [self::APP_ID, 'user1', self::SECRET, 3600, ''];
                $arguments[$position] = $value;
                return $arguments;
            }, $values);
        };
        $noTime = [0, -3600, PHP_INT_MIN, PHP_INT_MAX, 1.5, 3600.0, '3600.0', ' 3600', '3600s', '0', '', true, null, []];
        $noSecret = ['', null, 'short', self::SECRET . '0', 32, [], str_repeat("\xff", 32)];
        $noText = [1, 1.5, true, [], ['room_id' => 'room1'], new \stdClass()];
        return [
            'app id' => [1, 'appID invalid', $given(0, 0, -1, 4294967296, PHP_INT_MIN, 1.0, '0', '1.0', '+1', '01', '0x1', '4294967296', '99999999999999999999', true, null, [], 1e20)],
            'user id' => [3, 'userID invalid', $given(1, '', null, 1, true, [], "\xff", new \stdClass())],
            'secret' => [5, 'secret must be a 32 byte string', $given(2, ...$noSecret)],
            'validity' => [6, 'effectiveTimeInSeconds invalid', $given(3, ...$noTime)],
            'payload' => [104, 'payload must be a string, got ', $given(4, ...$noText)],
            'bytes' => [104, 'payload must be valid Unicode text', $given(4, "\xff", "\xed\xa0\x80")],
        ];
    }

    /** @dataProvider refused */
    public function testRefused(int $code, string $message, array $calls): void
    {
        foreach ($calls as $arguments) {
            $result = ZegoServerAssistant::generateToken04(...$arguments);
            $this->assertSame([$code, null], [$result->code, $result->token]);
            $this->assertSame($message, substr($result->message, 0, str_ends_with($message, ' ') ? strlen($message) : null));
        }
    }

    /** As they come from an .env file. */
    public function testDecimalStrings(): void
    {
        $result = ZegoServerAssistant::generateToken04((string) self::APP_ID, 'user1', self::SECRET, '3600', '');
        $this->assertSame([0, ''], [$result->code, $result->message]);
        $claims = (new Verifier(self::APP_ID, self::SECRET))->verify($result->token, 'user1');
        $this->assertSame(3600, $claims->expire - $claims->ctime);
    }

    public function testTooLong(): void
    {
        $result = ZegoServerAssistant::generateToken04(self::APP_ID, 'user1', self::SECRET, 60, str_repeat('p', 70000));
        $this->assertSame([ZegoErrorCodes::tooLong, null], [$result->code, $result->token]);
        $this->assertStringContainsString('at most 65519', $result->message);
    }

    public function testOrder(): void
    {
        $generate = static function (...$arguments): int {
            return ZegoServerAssistant::generateToken04(...$arguments)->code;
        };
        $this->assertSame(1, $generate(0, '', '', 0, 1));
        $this->assertSame(1, $generate('1.0', null, null, null, 1));
        $this->assertSame(3, $generate(1, '', '', 0, 1));
        $this->assertSame(5, $generate(1, 'user1', null, 0, 1));
        $this->assertSame(6, $generate(1, 'user1', self::SECRET, 1.5, 1));
        $this->assertSame(104, $generate(1, 'user1', self::SECRET, 60, 1));
    }

    /** Every code under its official name or its own, and no number that the public list does not have. */
    public function testCodes(): void
    {
        $codes = (new ReflectionClass(ZegoErrorCodes::class))->getConstants();
        $official = ['success' => 0, 'appIDInvalid' => 1, 'userIDInvalid' => 3, 'secretInvalid' => 5,
            'effectiveTimeInSecondsInvalid' => 6];
        $this->assertSame($official, array_slice($codes, 0, 5));
        $this->assertSame([], array_diff($codes, (new ReflectionClass(ErrorCode::class))->getConstants()));
    }
}
