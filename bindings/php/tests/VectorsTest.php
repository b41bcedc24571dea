<?php

// The shared vectors, all of them.

declare(strict_types=1);

namespace Token04\Tests;

use PHPUnit\Framework\TestCase;
use Token04\Claims;
use Token04\ErrorCode;
use Token04\Issuer;
use Token04\Kit;
use Token04\KitUser;
use Token04\Privilege;
use Token04\RoomPrivilege;
use Token04\Token04Exception;
use Token04\Verifier;
use ZEGO\ZegoServerAssistant;

use function Token04\inspect;

final class VectorsTest extends TestCase
{
    private const DECIMAL_STRINGS = ['drop-in-app-id-text', 'drop-in-ttl-text'];
    private const ANOTHER_SECRET = 'fedcba9876543210fedcba9876543210';

    public static function issueCases(): array
    {
        return Vectors::of('issue');
    }

    public static function openCases(): array
    {
        return Vectors::of('open');
    }

    public static function rejectCases(): array
    {
        return Vectors::of('reject');
    }

    public static function argumentsCases(): array
    {
        return Vectors::of('arguments');
    }

    public static function privilegeCases(): array
    {
        return Vectors::of('privilege');
    }

    public static function kitCases(): array
    {
        return Vectors::of('kit');
    }

    /** @dataProvider issueCases */
    public function testIssue(array $case): void
    {
        $verifier = new Verifier($case['app_id'], $case['secret']);
        $claims = $verifier->verify($case['token'], null, null, null, false, $case['now']);
        $this->assertSame($case['nonce'], $claims->nonce);
        $this->assertSame([$case['now'], $case['now'] + $case['ttl']], [$claims->ctime, $claims->expire]);

        $this->assertIdentity($case, $claims);

        $issuer = new Issuer($case['app_id'], $case['secret'], $case['mode']);
        // The longest body is one with a nonce of six digits: those that are drawn may have ten.
        $code = substr($case['id'], -8) === '-largest' ? ErrorCode::TOO_LONG : ErrorCode::OK;
        $token = $this->assertCode($code, static function () use ($issuer, $case): string {
            return $issuer->issue($case['user_id'], $case['ttl'], $case['payload']);
        });
        if ($token !== null) {
            $made = $verifier->verify($token, $case['user_id']);
            $this->assertIdentity($case, $made);
            $this->assertSame($case['ttl'], $made->expire - $made->ctime);
            $this->assertSame($case['mode'], inspect($token)->mode->value);
        }
    }

    /** @dataProvider openCases */
    public function testOpen(array $case): void
    {
        $verifier = new Verifier($case['app_id'], $case['secret']);
        $claims = $verifier->verify($case['token'], null, null, null, false, $case['now']);
        $this->assertSame($case['claims'], [
            'app_id' => $claims->appId,
            'user_id' => $claims->userId,
            'nonce' => (string) $claims->nonce,
            'ctime' => (string) $claims->ctime,
            'expire' => (string) $claims->expire,
            'payload' => $claims->payload,
        ]);
        $this->assertSame($case['privilege'] ?? null, self::fields($claims->privilege));
        $this->assertSame(isset($case['privilege']), isset($claims->privilege));

        $header = inspect($case['token'], $case['now']);
        $this->assertSame(
            ['04', $case['mode'], $case['expires_at'], false, $case['iv_bytes'], $case['ciphertext_bytes']],
            [$header->version, $header->mode->value, (string) $header->expire, $header->expired, $header->ivBytes,
                $header->ciphertextBytes]
        );
    }

    /** @dataProvider rejectCases */
    public function testReject(array $case): void
    {
        $verifier = new Verifier(
            $case['app_id'],
            $case['secret'],
            $case['previous_secret'] ?? null,
            $case['leeway'] ?? 0
        );
        $login = $case['login'] ?? [];
        $this->assertCode($case['code'], static function () use ($verifier, $case, $login): Claims {
            return $verifier->verify(
                $case['token'],
                $login['user_id'] ?? null,
                $login['room_id'] ?? null,
                $login['stream_id'] ?? null,
                $login['publish'] ?? false,
                $case['now'],
                $login['require_privilege'] ?? false
            );
        });
    }

    /** @dataProvider argumentsCases */
    public function testArguments(array $case): void
    {
        // As the official function, ours takes a decimal string for an integer.
        $code = in_array($case['id'], self::DECIMAL_STRINGS, true) ? 0 : $case['code'];
        $result = $this->assertCode($code, static function () use ($case): string {
            return self::call($case);
        });
        if ($case['code'] === 0) {
            $claims = (new Verifier($case['app_id'], $case['secret']))->verify($result);
            $this->assertSame(Vectors::argument($case, 'user_id'), $claims->userId);
            $ttl = Vectors::argument($case, 'ttl');
            $units = ['' => 1, 'm' => 60, 'd' => 86400];
            $seconds = \is_int($ttl) ? $ttl : (int) $ttl * $units[\ltrim($ttl, '0..9')];
            $this->assertSame($seconds, $claims->expire - $claims->ctime);
        }
    }

    /** @dataProvider privilegeCases */
    public function testPrivilege(array $case): void
    {
        $privilege = $case['privilege'] ?? null;
        if ($case['direction'] === 'write') {
            $privilege = array_intersect_key($case, array_flip(['room_id', 'login', 'publish', 'streams']));
            $written = new RoomPrivilege($case['room_id'], $case['login'], $case['publish'], $case['streams']);
            $this->assertSame($case['payload'], $written->payload());
        }
        $this->assertEquals($privilege, self::fields(Privilege::parse($case['payload'])));
        $token = (new Issuer(1, self::ANOTHER_SECRET))->issue('user1', 60, $case['payload']);
        $claims = (new Verifier(1, self::ANOTHER_SECRET))->verify($token);
        $this->assertEquals($privilege, self::fields($claims->privilege));
    }

    /** @dataProvider kitCases */
    public function testKit(array $case): void
    {
        if ($case['direction'] !== 'decode') {
            $user = new KitUser(
                Vectors::argument($case['user'], 'app_id'),
                Vectors::argument($case['user'], 'user_id'),
                Vectors::argument($case['user'], 'room_id'),
                Vectors::argument($case['user'], 'user_name')
            );
            $kitToken = $this->assertCode($case['code'] ?? 0, static function () use ($case, $user): string {
                return Kit::encode($case['token'], $user);
            });
            $this->assertSame($case['kit_token'] ?? null, $kitToken);
        }
        if ($case['direction'] !== 'encode') {
            $read = $this->assertCode($case['code'] ?? 0, static function () use ($case): array {
                return Kit::decode($case['kit_token']);
            });
            if ($read !== null) {
                [$token, $user] = $read;
                $this->assertSame($case['token'], $token);
                $this->assertEquals($case['user'], [
                    'user_id' => $user->userId,
                    'room_id' => $user->roomId,
                    'user_name' => $user->userName,
                    'app_id' => $user->appId,
                ]);
            }
        }
    }

    private function assertIdentity(array $case, Claims $claims): void
    {
        $this->assertSame($case['app_id'], $claims->appId);
        $this->assertSame($case['user_id'], $claims->userId);
        $this->assertSame($case['payload'], $claims->payload);
    }

    /**
     * Runs what must end with a code, and gives its result, null where the code is one of an error.
     *
     * @return mixed
     */
    private function assertCode(int $code, callable $call)
    {
        try {
            $result = $call();
        } catch (Token04Exception $exception) {
            $this->assertSame($code, $exception->getCode(), $exception->getMessage());
            $this->assertNotSame('', $exception->getMessage());
            return null;
        }
        $this->assertSame($code, 0, 'nothing was refused');
        return $result;
    }

    /** The token of a case of arguments.json. */
    private static function call(array $case): string
    {
        $appId = Vectors::argument($case, 'app_id');
        $secret = Vectors::argument($case, 'secret');
        $userId = Vectors::argument($case, 'user_id');
        $ttl = Vectors::argument($case, 'ttl');
        $payload = Vectors::argument($case, 'payload', '');
        if ($case['call'] === 'drop_in') {
            $result = ZegoServerAssistant::generateToken04($appId, $userId, $secret, $ttl, $payload);
            if ($result->code !== 0) {
                self::assertNull($result->token);
                throw new Token04Exception($result->message, $result->code);
            }
            self::assertSame('', $result->message);
            return $result->token;
        }
        $issuer = new Issuer($appId, $secret, $case['mode'] ?? 'cbc', $case['profile'] ?? null);
        $room = $case['room'] ?? [];
        $roomId = Vectors::argument($room, 'room_id');
        if ($case['call'] === 'issue') {
            return $issuer->issue($userId, $ttl, $payload);
        }
        if ($case['call'] === 'kit') {
            return $issuer->kitToken($userId, $ttl, $roomId, $case['user_name'], $payload);
        }
        $privilege = new RoomPrivilege($roomId);
        foreach (array_intersect(['login', 'publish', 'streams'], array_keys($room)) as $limit) {
            $privilege->$limit($room[$limit]);
        }
        return $issuer->issueRoom($userId, $ttl, $privilege);
    }

    private static function fields(?Privilege $privilege): ?array
    {
        return $privilege === null ? null : [
            'room_id' => $privilege->roomId,
            'login' => $privilege->login,
            'publish' => $privilege->publish,
            'streams' => $privilege->streams,
        ];
    }
}
