<?php

// json_encode() of results is what the program prints, and the interfaces can be replaced.

declare(strict_types=1);

namespace Token04\Tests;

use PHPUnit\Framework\TestCase;
use Token04\Claims;
use Token04\ErrorCode;
use Token04\Finding;
use Token04\FindingId;
use Token04\Issuer;
use Token04\RoomPrivilege;
use Token04\Severity;
use Token04\Token04Exception;
use Token04\TokenIssuer;
use Token04\TokenVerifier;
use Token04\Verifier;

use function Token04\diagnose;
use function Token04\inspect;

final class JsonTest extends TestCase
{
    private const APP_ID = 1234567890;
    private const SECRET = '0123456789abcdef0123456789ABCDEF';

    public function testClaims(): void
    {
        $token = $this->roomToken();
        $claims = (new Verifier(self::APP_ID, self::SECRET))->verify($token, now: 1700000000);
        $payload = '{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s1"]}';
        $fields = ['app_id' => self::APP_ID, 'user_id' => 'user<1>', 'nonce' => $claims->nonce, 'ctime' => 1700000000,
            'expire' => 1700000060, 'payload' => $payload];
        $privilege = ['room_id' => 'room1', 'login' => true, 'publish' => false, 'streams' => ['s1']];
        $this->assertWritten($fields + ['privilege' => $privilege], $claims);
        $this->assertWritten(
            ['app_id' => 1, 'user_id' => 'u', 'nonce' => 2, 'ctime' => 3, 'expire' => 4, 'payload' => ''],
            new Claims(1, 'u', 2, 3, 4)
        );
    }

    public function testHeader(): void
    {
        $this->assertWritten(['version' => '04', 'mode' => 'cbc', 'expires_at' => 1700000060, 'expired' => false,
            'iv_bytes' => 16, 'ciphertext_bytes' => 208], inspect($this->roomToken(), 1700000000));
    }

    public function testReport(): void
    {
        $report = diagnose($this->roomToken(), self::SECRET, userId: 'user2', now: 1700000000);
        $read = json_decode(json_encode($report), true);
        $this->assertSame(['ok', 'findings', 'claims'], array_keys($read));
        $this->assertFalse($read['ok']);
        $this->assertSame(json_decode(json_encode($report->claims), true), $read['claims']);
        $first = $report->findings[0];
        $this->assertSame([FindingId::USER_ID_MISMATCH, Severity::Error], [$first->id, $first->severity]);
        $this->assertSame(['id' => 'user-id-mismatch', 'severity' => 'error', 'message' => $first->message,
            'fix' => $first->fix, 'client_codes' => [1002077]], $read['findings'][0]);
        $this->assertWritten(['ok' => false, 'findings' => diagnose('x')->findings], diagnose('x'));
        $this->assertWritten(['id' => 'jwt', 'severity' => 'note', 'message' => 'm', 'fix' => 'f', 'client_codes' => []],
            new Finding('jwt', Severity::Note, 'm', 'f'));
    }

    /** What code that is given an issuer or a verifier does in its own tests. */
    public function testTheInterfacesCanBeReplaced(): void
    {
        $issuer = $this->createMock(TokenIssuer::class);
        $issuer->method('issue')->with('user1', 60)->willReturn('04');
        $this->assertSame('04', $issuer->issue('user1', 60));
        $verifier = $this->createMock(TokenVerifier::class);
        $verifier->method('verify')->willReturn(new Claims(1, 'user1', 2, 3, 4));
        $this->assertSame('user1', $verifier->verify('04')->userId);
        $verifier = $this->createMock(TokenVerifier::class);
        $verifier->method('verify')->willThrowException(new Token04Exception('token expired', ErrorCode::EXPIRED));
        $this->expectExceptionCode(ErrorCode::EXPIRED);
        $verifier->verify('04');
    }

    private function roomToken(): string
    {
        $privilege = (new RoomPrivilege('room1'))->streams(['s1']);
        return (new Issuer(self::APP_ID, self::SECRET))->issueRoom('user<1>', 60, $privilege, 1700000000);
    }

    private function assertWritten(array $expected, mixed $value): void
    {
        $this->assertSame(json_encode($expected), json_encode($value, JSON_THROW_ON_ERROR));
    }
}
