<?php

// What PHP has and the vectors do not: JSON, dates, text for a time to live, mocks, and lists of users.

declare(strict_types=1);

namespace Token04\Tests;

use DateTimeImmutable;
use PHPUnit\Framework\TestCase;
use Token04\ErrorCode;
use Token04\FindingId;
use Token04\Issuer;
use Token04\RoomPrivilege;
use Token04\Token04Exception;
use Token04\TokenIssuer;
use Token04\TokenVerifier;
use Token04\Verifier;

use function Token04\diagnose;
use function Token04\explain;
use function Token04\inspect;

final class IdiomTest extends TestCase
{
    private const APP_ID = 1234567890;
    private const SECRET = '0123456789abcdef0123456789ABCDEF';
    private const NOW = 1700000000;

    public function testJson(): void
    {
        $token = self::issuer()->issueRoom('张三', 60, new RoomPrivilege('room1', streams: ['s1']), self::NOW);
        $claims = self::verifier()->verify($token, now: self::NOW);
        $read = self::decoded($claims);
        $this->assertIsInt($read['nonce']);
        unset($read['nonce']);
        $this->assertSame([
            'app_id' => self::APP_ID,
            'user_id' => '张三',
            'ctime' => self::NOW,
            'expire' => self::NOW + 60,
            'payload' => '{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s1"]}',
            'privilege' => ['room_id' => 'room1', 'login' => true, 'publish' => false, 'streams' => ['s1']],
        ], $read);
        $identity = self::verifier()->verify(self::issuer()->issue('user1', 60));
        $this->assertArrayNotHasKey('privilege', self::decoded($identity));
        $this->assertSame([
            'version' => '04',
            'mode' => 'cbc',
            'expires_at' => self::NOW + 60,
            'expired' => false,
            'iv_bytes' => 16,
            'ciphertext_bytes' => 208,
        ], self::decoded(inspect($token, self::NOW)));
        $report = self::decoded(diagnose($token, self::SECRET, userId: 'user2', now: self::NOW));
        $this->assertFalse($report['ok']);
        $first = $report['findings'][0];
        $this->assertSame(['id', 'severity', 'message', 'fix', 'client_codes'], array_keys($first));
        $this->assertSame(['user-id-mismatch', 'error', [1002077]], [$first['id'], $first['severity'], $first['client_codes']]);
        $this->assertSame('张三', $report['claims']['user_id']);
        $this->assertArrayNotHasKey('claims', self::decoded(diagnose('x')));
    }

    public function testDates(): void
    {
        $now = new DateTimeImmutable('2024-02-29 13:00:00.999 +01:00');
        $issuer = self::issuer();
        $tokens = [
            $issuer->issue('user1', '1h', now: $now),
            $issuer->issueRoom('user1', 3600, new RoomPrivilege('room1'), $now),
            $issuer->kitToken('user1', '60m', 'room1', now: $now),
            ...$issuer->issueMany(['user1'], 3600, now: $now->getTimestamp()),
        ];
        foreach ($tokens as $token) {
            $claims = self::verifier()->verify($token, now: $now->modify('+59 minutes'));
            $this->assertSame('2024-02-29T12:00:00+00:00', $claims->createdAt()->format(DATE_ATOM));
            $this->assertSame('2024-02-29T13:00:00+00:00', $claims->expiresAt()->format(DATE_ATOM));
            $this->assertEquals($claims->expiresAt(), inspect($token)->expiresAt());
            $this->assertCode(204, fn () => self::verifier()->verify($token, now: $now->modify('+1 hour')));
        }
        foreach ([-1, self::NOW * 1000, '1700000000', 1.5] as $wrong) {
            $this->assertCode(901, fn () => $issuer->issue('user1', 60, now: $wrong));
        }
    }

    public function testTtlAsText(): void
    {
        foreach (['90s' => 90, '10m' => 600, '12h' => 43200, '3d' => 259200] as $text => $seconds) {
            $claims = self::verifier()->verify(self::issuer()->issue('user1', $text));
            $this->assertSame($seconds, $claims->expire - $claims->ctime);
        }
        foreach (['', '0s', '1.5h', '1w', '-1m', ' 1m', "1m\n", '99999999999999999999d'] as $text) {
            $this->assertCode(6, fn () => self::issuer()->issue('user1', $text));
        }
        $this->assertStringEndsWith('cast it to int', $this->assertCode(6, fn () => self::issuer()->issue('user1', '3600')));
    }

    public function testManyUsers(): void
    {
        $issuer = self::issuer();
        $users = ['a' => '张三', 'b' => 'user2', 7 => "nul\0"];
        $tokens = $issuer->issueMany($users, 60, 'p');
        $this->assertSame(array_keys($users), array_keys($tokens));
        foreach ($users as $key => $user) {
            $this->assertSame('p', self::verifier()->verify($tokens[$key], $user)->payload);
        }
        $this->assertSame([], $issuer->issueMany([], 60));
        foreach (['' => 3, "\xff" => 3] as $bad => $code) {
            $message = $this->assertCode($code, fn () => $issuer->issueMany(['u', $bad, ''], 60));
            $this->assertStringStartsWith('userIds[1]: ', $message);
        }
        $this->assertCode(901, fn () => $issuer->issueMany(['u', null], 60));
        $this->assertCode(3, fn () => $issuer->issueMany(['u', 5], 60));
        $this->assertCode(6, fn () => $issuer->issueMany(['u'], 0));
        $this->assertCode(901, fn () => $issuer->issueMany('user1', 60));
        $issuer->close();
        $this->assertCode(901, fn () => $issuer->issueMany(['u'], 60));
    }

    public function testRequirePrivilege(): void
    {
        $identity = self::issuer()->issue('user1', 60);
        $room = self::issuer()->issueRoom('user1', 60, new RoomPrivilege('room1'));
        $verifier = self::verifier();
        $this->assertSame('user1', $verifier->verify($identity, roomId: 'any', publish: true)->userId);
        $this->assertCode(208, fn () => $verifier->verify($identity, requirePrivilege: true));
        $this->assertSame('user1', $verifier->verify($room, roomId: 'room1', requirePrivilege: true)->userId);
        $this->assertCode(901, fn () => $verifier->verify($room, requirePrivilege: 1));
    }

    public function testExplain(): void
    {
        $known = explain(50119);
        $this->assertTrue($known->known);
        $this->assertSame(FindingId::JWT, $known->causes[0]);
        $this->assertStringContainsString($known->meaning, (string) $known);
        $this->assertNotSame($known->meaning, explain(50119, 'zh')->meaning);
        $unknown = self::decoded(explain(50118));
        $keys = ['code', 'known', 'product', 'meaning', 'causes', 'checks', 'next', 'near'];
        $this->assertSame($keys, array_keys($unknown));
        $this->assertSame([50118, false, 50119], [$unknown['code'], $unknown['known'], $unknown['near'][0]]);
        $this->assertSame(FindingId::JWT, diagnose('eyJhbGciOiJIUzI1NiJ9.e30.c2ln', code: 50119)->findings[0]->id);
        $this->assertCode(901, fn () => explain(1, 'fr'));
    }

    public function testMocks(): void
    {
        $issuer = $this->createMock(TokenIssuer::class);
        $issuer->method('issue')->willReturn('04fake');
        $this->assertSame('04fake', $issuer->issue('user1', 60));
        $this->assertInstanceOf(TokenIssuer::class, self::issuer());
        $this->assertInstanceOf(TokenVerifier::class, self::verifier());
    }

    public function testHints(): void
    {
        $message = $this->assertCode(5, fn () => new Issuer(self::APP_ID, self::SECRET . "\n"));
        $this->assertStringEndsWith('remove the white space around it', $message);
        $message = $this->assertCode(901, fn () => self::issuer()->issue(null, 60));
        $this->assertSame('userId must be a string, not null', $message);
        $message = $this->assertCode(102, fn () => (new RoomPrivilege('room1', streams: 'camera'))->payload());
        $this->assertSame('streams must be a list of stream ids, got a string', $message);
    }

    private static function issuer(): Issuer
    {
        return new Issuer(self::APP_ID, self::SECRET);
    }

    private static function verifier(): Verifier
    {
        return new Verifier(self::APP_ID, self::SECRET);
    }

    private static function decoded(mixed $value): array
    {
        return json_decode(json_encode($value, JSON_THROW_ON_ERROR), true, 512, JSON_THROW_ON_ERROR);
    }

    private function assertCode(int $code, callable $call): string
    {
        try {
            $call();
        } catch (Token04Exception $exception) {
            $this->assertSame($code, $exception->getCode(), $exception->getMessage());
            return $exception->getMessage();
        }
        $this->fail("not refused, though it should be with {$code}");
    }
}
