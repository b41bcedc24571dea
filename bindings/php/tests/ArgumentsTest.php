<?php

// Invalid arguments, beyond those of the vectors: the code and the words for each, in the core's order.

declare(strict_types=1);

namespace Token04\Tests;

use DateInterval;
use DateTimeImmutable;
use PHPUnit\Framework\TestCase;
use stdClass;
use Token04\Issuer;
use Token04\Kit;
use Token04\KitUser;
use Token04\Mode;
use Token04\Privilege;
use Token04\Profile;
use Token04\RoomPrivilege;
use Token04\Token04Exception;
use Token04\Verifier;
use TypeError;

use function Token04\explain;
use function Token04\inspect;

final class ArgumentsTest extends TestCase
{
    private const APP_ID = 1234567890;
    private const SECRET = '0123456789abcdef0123456789ABCDEF';

    /** Everything that is no integer, and how it is called. */
    public static function notIntegers(): array
    {
        $handle = fopen('php://memory', 'r');
        $cast = ': cast it to int';
        $values = [[null, 'null'], [true, 'a bool'], [1.0, "1.0{$cast}"], [1.5, '1.5'],
            [4294967296.0, "4294967296.0{$cast}"], [NAN, 'NAN'], [INF, 'INF'], [-0.0, "-0.0{$cast}"],
            ['1', "a string{$cast}"], ['1.5', 'a string'], [[1], 'an array'],
            [new stdClass(), 'an instance of stdClass'], [$handle, 'resource']];
        return array_combine(array_column($values, 1), $values);
    }

    /** Everything that is no string, but null. */
    public static function notStrings(): array
    {
        return ['int' => [1], 'float' => [1.5], 'bool' => [false], 'list' => [['user1']], 'object' => [new stdClass()]];
    }

    /**
     * @dataProvider notIntegers
     * @param mixed $value
     */
    public function testNotAnInteger($value, string $got): void
    {
        // The words are the core's: those for 0, and -1, with another number.
        foreach ([Issuer::class, Verifier::class] as $class) {
            $message = str_replace('got 0', "got {$got}", $this->refused(1, fn () => new $class(0, self::SECRET)));
            $this->assertSame($message, $this->refused(1, fn () => new $class($value, self::SECRET)));
        }
        $issuer = self::issuer();
        $message = str_replace('got 0', "got {$got}", $this->refused(6, fn () => $issuer->issue('user1', 0)));
        // A ttl may be text; see testTtlAsText.
        if (!\is_string($value)) {
            $this->assertSame($message, $this->refused(6, fn () => $issuer->issue('user1', $value)));
            $this->assertSame($message, $this->refused(6, fn () => $issuer->kitToken('user1', $value, 'room1')));
            $room = new RoomPrivilege('room1');
            $this->assertSame($message, $this->refused(6, fn () => $issuer->issueRoom('user1', $value, $room)));
        }
        $verifier = static fn ($leeway) => new Verifier(self::APP_ID, self::SECRET, null, $leeway);
        $message = str_replace('got -1', "got {$got}", $this->refused(901, fn () => $verifier(-1)));
        $this->assertSame($message, $this->refused(901, fn () => $verifier($value)));
        $user = new KitUser($value, 'user1', 'room1');
        $this->refused(1, fn () => Kit::encode($issuer->issue('user1', 60), $user));
    }

    public function testTime(): void
    {
        $token = self::issuer()->issue('user1', 60);
        $verifier = new Verifier(self::APP_ID, self::SECRET);
        foreach ([1.5, true, '1', [1]] as $now) {
            $this->refused(901, fn () => $verifier->verify($token, null, null, null, false, $now));
            $this->refused(901, fn () => inspect($token, $now));
        }
        $expired = 'token expired';
        $this->assertStringStartsWith(
            $expired,
            $this->refused(204, fn () => $verifier->verify($token, null, null, null, false, PHP_INT_MAX))
        );
        $this->assertTrue(inspect($token, PHP_INT_MAX)->expired);
        $this->assertFalse(inspect($token, PHP_INT_MIN)->expired);
        $this->assertSame('user1', $verifier->verify($token, null, null, null, false, PHP_INT_MIN)->userId);
    }

    /**
     * @dataProvider notStrings
     * @param mixed $value
     */
    public function testNotAString($value): void
    {
        $issuer = self::issuer();
        $verifier = new Verifier(self::APP_ID, self::SECRET);
        $token = $issuer->issue('user1', 60);
        $this->refused(5, fn () => new Issuer(self::APP_ID, $value));
        $this->refused(5, fn () => new Verifier(self::APP_ID, $value));
        $this->refused(5, fn () => new Verifier(self::APP_ID, self::SECRET, $value));
        $this->refused(3, fn () => $issuer->issue($value, 60));
        $this->refused(104, fn () => $issuer->issue('user1', 60, $value));
        $this->refused(104, fn () => Privilege::parse($value));
        $this->refused(102, fn () => $issuer->issueRoom('user1', 60, new RoomPrivilege($value)));
        $this->refused(102, fn () => $issuer->kitToken('user1', 60, $value));
        $this->refused(3, fn () => $issuer->kitToken('user1', 60, 'room1', $value));
        $this->refused(104, fn () => $issuer->kitToken('user1', 60, 'room1', 'Alice', $value));
        $this->refused(901, fn () => $verifier->verify($value));
        $this->refused(3, fn () => $verifier->verify($token, $value));
        $this->refused(102, fn () => $verifier->verify($token, null, $value));
        $this->refused(102, fn () => $verifier->verify($token, null, null, $value));
        $this->refused(901, fn () => inspect($value));
        $this->refused(901, fn () => Kit::decode($value));
        $this->refused(901, fn () => Kit::encode($value, new KitUser(1, 'user1', 'room1')));
        $this->refused(3, fn () => Kit::encode($token, new KitUser(1, $value, 'room1')));
        $this->refused(102, fn () => Kit::encode($token, new KitUser(1, 'user1', $value)));
        $this->refused(3, fn () => Kit::encode($token, new KitUser(1, 'user1', 'room1', $value)));
    }

    public function testNull(): void
    {
        $issuer = self::issuer();
        $verifier = new Verifier(self::APP_ID, self::SECRET, null);
        $token = $issuer->issue('user1', 60, null);
        $this->assertSame('', $verifier->verify($token)->payload);
        $this->refused(901, fn () => new Issuer(self::APP_ID, null));
        $this->refused(901, fn () => new Verifier(self::APP_ID, null));
        $this->refused(901, fn () => $issuer->issue(null, 60));
        $this->refused(901, fn () => $verifier->verify(null));
        $this->refused(901, fn () => inspect(null));
        $this->refused(901, fn () => Kit::decode(null));
        $this->refused(901, fn () => Kit::encode(null, new KitUser(1, 'user1', 'room1')));
        $this->refused(901, fn () => Kit::encode($token, new KitUser(1, null, 'room1')));
        $this->refused(102, fn () => Kit::encode($token, new KitUser(1, 'user1', null)));
        $this->refused(102, fn () => $issuer->kitToken('user1', 60, null));
        $this->refused(102, fn () => $issuer->issueRoom('user1', 60, new RoomPrivilege(null)));
        $this->assertNull(Privilege::parse(null));
        foreach ([null, 'room1', ['room_id' => 'room1'], new stdClass()] as $object) {
            $this->assertTypeError(fn () => $issuer->issueRoom('user1', 60, $object));
            $this->assertTypeError(fn () => Kit::encode($token, $object));
        }
    }

    public function testRoomPrivilege(): void
    {
        foreach (['s1', 's1,s2', 1, true, new stdClass(), [1], ['s', null], [['s']], [''], [], ["\xff"]] as $streams) {
            $this->refused(102, fn () => (new RoomPrivilege('room1'))->streams($streams)->payload());
        }
        foreach ([1, 0, 'true', null, 1.0] as $right) {
            $this->refused(901, fn () => (new RoomPrivilege('room1'))->login($right)->payload());
            $this->refused(901, fn () => (new RoomPrivilege('room1'))->publish($right)->payload());
            $verifier = new Verifier(self::APP_ID, self::SECRET);
            $this->refused(901, fn () => $verifier->verify('04', null, null, null, $right));
        }
        // Keys of the list do not matter, and what was made once is made again after a change.
        $privilege = new RoomPrivilege('room1', false, true, ['a' => 's1', 7 => 's2']);
        $text = '{"room_id":"room1","privilege":{"1":0,"2":1},"stream_id_list":["s1","s2"]}';
        $this->assertSame([$text, $text], [$privilege->payload(), $privilege->payload()]);
        $text = '{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":null}';
        $this->assertSame($text, $privilege->login(true)->publish(false)->streams(null)->payload());
    }

    /** A token has the payload that payload() shows, also after a change. */
    public function testRoomTokens(): void
    {
        $verifier = new Verifier(self::APP_ID, self::SECRET);
        $privilege = new RoomPrivilege('room1', false, true, ['a' => 's1', 7 => 's2']);
        $payload = static fn () => $verifier->verify(self::issuer()->issueRoom('user1', 60, $privilege))->payload;
        $this->assertSame($privilege->payload(), $payload());
        $this->assertSame($privilege->login(true)->payload(), $payload());
        $this->assertSame($privilege->publish(false)->payload(), $payload());
        $this->assertSame($privilege->streams(['s3'])->payload(), $payload());
        $this->assertSame($privilege->streams(null)->payload(), $payload());
        foreach ([['room1', 1], ['room1', true, 0], ['room1', true, true, 's1']] as $values) {
            $code = \is_string($values[3] ?? null) ? 102 : 901;
            $this->refused($code, fn () => self::issuer()->issueRoom('user1', 60, new RoomPrivilege(...$values)));
        }
        foreach ([["\xff"], ["s1\xffs2"], [''], [1], []] as $streams) {
            $privilege = new RoomPrivilege('room1', streams: $streams);
            $this->refused(102, fn () => self::issuer()->issueRoom('user1', 60, $privilege));
        }
        foreach (["room\xff1", "room1\xffs1", ''] as $room) {
            $this->refused(102, fn () => self::issuer()->issueRoom('user1', 60, new RoomPrivilege($room)));
            $this->refused(102, fn () => self::issuer()->issueRoom('user1', 60, new RoomPrivilege($room, streams: ['s1'])));
        }
    }

    /** What is first in the order is told, though something after it is no value of its type. */
    public function testOrder(): void
    {
        $this->refused(1, fn () => new Issuer(0, null, 'ecb', 'x'));
        $this->refused(1, fn () => new Issuer('1', 'short', 'ecb', 'x'));
        $this->refused(5, fn () => new Issuer(self::APP_ID, 'short', 'ecb', 'x'));
        $this->refused(5, fn () => new Verifier(self::APP_ID, 'short', 5, 1.5));
        $this->refused(5, fn () => new Verifier(self::APP_ID, self::SECRET, 'short', 1.5));
        $issuer = self::issuer();
        $this->refused(3, fn () => $issuer->issue('', 1.5, []));
        $this->refused(6, fn () => $issuer->issue('user1', 0, []));
        $this->refused(6, fn () => $issuer->issue('user1', '0', []));
        $this->refused(901, fn () => $issuer->issue('user1', 60, [], 1.5));
        $this->refused(901, fn () => $issuer->issue('user1', 60, [], -1));
        $this->refused(901, fn () => $issuer->issueRoom('user1', 60, new RoomPrivilege(null), -1));
        $this->refused(901, fn () => $issuer->issueMany(['user1'], 60, [], -1));
        $this->refused(3, fn () => $issuer->issueRoom("\xff", 1.5, new RoomPrivilege(null)));
        $this->refused(6, fn () => $issuer->issueRoom('user1', 1.5, new RoomPrivilege(null)));
        $this->refused(102, fn () => $issuer->issueRoom('user1', 60, new RoomPrivilege('', true, true, [1])));
        $this->refused(3, fn () => $issuer->kitToken('user 1', 1.5, null, 1, 1));
        $this->refused(6, fn () => $issuer->kitToken('user1', 29, null, 1, 1));
        $this->refused(102, fn () => $issuer->kitToken('user1', 60, 'room 1', 1, 1));
        $this->refused(901, fn () => (new Verifier(self::APP_ID, self::SECRET))->verify('04', null, null, null, 1));
        $this->refused(201, fn () => Kit::encode('04', new KitUser('1', null, null, 1)));
    }

    /** Modes and profiles are enums or their names; the core lists the names. */
    public function testChoices(): void
    {
        $this->assertSame('gcm', inspect(self::issuer(Mode::Gcm)->issue('user1', 60))->mode->value);
        $this->refused(3, fn () => (new Issuer(self::APP_ID, self::SECRET, Mode::Cbc, Profile::Rtc))->issue('a b', 60));
        $this->refused(3, fn () => (new Issuer(self::APP_ID, self::SECRET, 'cbc', 'rtc'))->issue('a b', 60));
        $message = $this->refused(901, fn () => new Issuer(self::APP_ID, self::SECRET, 'GCM'));
        $this->assertSame('mode must be one of cbc, gcm', $message);
        $message = $this->refused(901, fn () => new Issuer(self::APP_ID, self::SECRET, 'cbc', 'chat'));
        $this->assertSame('profile must be one of rtc, zim, kit, call', $message);
        $this->refused(901, fn () => explain(1, 'fr'));
        foreach ([1, null, [], 1.5] as $mode) {
            $this->assertTypeError(fn () => new Issuer(self::APP_ID, self::SECRET, $mode));
        }
    }

    /** PHP converts nothing on the way, though the file that calls has no strict_types. */
    public function testWeakMode(): void
    {
        $call = static fn (string $code) => eval("return static fn (\$issuer) => {$code};");
        $issuer = self::issuer();
        foreach (['true', '1.5', '1.0'] as $ttl) {
            $this->refused(6, fn () => $call("\$issuer->issue('user1', {$ttl})")($issuer));
        }
        $this->refused(3, fn () => $call('$issuer->issue(true, 60)')($issuer));
        $this->refused(901, fn () => $call('$issuer->issue("user1", 60, "", true)')($issuer));
        $this->refused(901, fn () => $call('new \Token04\Issuer(1, str_repeat("k", 32), true)')($issuer));
    }

    public function testDurations(): void
    {
        $verifier = new Verifier(self::APP_ID, self::SECRET, leeway: new DateInterval('PT1M'));
        $day = (new DateTimeImmutable('2026-01-31'))->diff(new DateTimeImmutable('2026-03-01'));
        $durations = [60 => 'PT1M', 93784 => 'P1DT2H3M4S', 604800 => 'P1W'];
        foreach (array_map(static fn ($text) => new DateInterval($text), $durations) + [29 * 86400 => $day] as $seconds => $ttl) {
            $token = self::issuer()->issue('user1', $ttl, '', 1000);
            $this->assertSame(1000 + $seconds, inspect($token)->expire);
            $this->assertSame('user1', $verifier->verify($token, now: 1000 + $seconds + 59)->userId);
            $this->refused(204, fn () => $verifier->verify($token, now: 1000 + $seconds + 60));
        }
        $half = DateInterval::createFromDateString('1 second + 500000 microseconds');
        $message = $this->refused(6, fn () => self::issuer()->issue('user1', $half));
        $this->assertSame('ttl must be whole seconds, at least 1, got 1.5', $message);
        $this->refused(901, fn () => new Verifier(self::APP_ID, self::SECRET, null, $half));
        $this->refused(6, fn () => self::issuer()->issue('user1', new DateInterval('P1M')));
        $this->refused(6, fn () => self::issuer()->issue('user1', new DateInterval('PT0S')));
        $this->refused(6, fn () => self::issuer()->issue('user1', DateInterval::createFromDateString('-1 hour')));
    }

    public function testTtlAsText(): void
    {
        $verifier = new Verifier(self::APP_ID, self::SECRET);
        foreach (['3600' => 3600, '90s' => 90, '10m' => 600, '12h' => 43200, '3d' => 259200] as $text => $seconds) {
            $claims = $verifier->verify(self::issuer()->issue('user1', (string) $text));
            $this->assertSame($seconds, $claims->expire - $claims->ctime);
        }
        foreach (['', '0s', '1.5h', '1w', '-1m', ' 1m', "1m\n", '99999999999999999999d'] as $text) {
            $this->refused(6, fn () => self::issuer()->issue('user1', $text));
        }
        $message = $this->refused(6, fn () => self::issuer()->issue('user1', 'an hour'));
        $this->assertSame('ttl must be whole seconds, at least 1, or text such as 90s, 10m, 12h or 3d', $message);
    }

    public function testTimeOfIssue(): void
    {
        $issuer = self::issuer();
        $verifier = new Verifier(self::APP_ID, self::SECRET);
        $now = new DateTimeImmutable('2026-11-24T12:00:00.9+01:00');
        $tokens = [$issuer->issue('user1', 60, now: $now), $issuer->kitToken('user1', 60, 'room1', now: $now),
            $issuer->issueRoom('user1', 60, new RoomPrivilege('room1'), $now),
            ...$issuer->issueMany(['user1'], 60, now: $now)];
        foreach ($tokens as $token) {
            $claims = $verifier->verify($token, now: $now->modify('+59 seconds'));
            $this->assertSame('2026-11-24T11:00:00Z', gmdate('Y-m-d\TH:i:s\Z', $claims->createdAt()->getTimestamp()));
            $this->assertSame(60, $claims->expiresAt()->getTimestamp() - $claims->ctime);
            $this->assertEquals($claims->expiresAt(), inspect($token)->expiresAt());
        }
        $milliseconds = $this->refused(901, fn () => $issuer->issue('user1', 60, now: 1700000000000));
        $this->assertStringEndsWith('got 1700000000000, which looks like milliseconds', $milliseconds);
        $this->refused(901, fn () => $issuer->issue('user1', 60, '', true));
        $this->refused(901, fn () => $issuer->issue('user1', 60, now: -1));
        $this->refused(6, fn () => $issuer->issue('user1', 0, now: -1));
    }

    public function testManyUsers(): void
    {
        $issuer = self::issuer();
        $verifier = new Verifier(self::APP_ID, self::SECRET);
        $users = ['first' => 'user1', 7 => "\0", 8 => str_repeat('u', 200)];
        $tokens = $issuer->issueMany($users, 60, 'p');
        $this->assertSame(array_keys($users), array_keys($tokens));
        foreach ($users as $key => $user) {
            $this->assertSame('p', $verifier->verify($tokens[$key], $user)->payload);
        }
        $this->assertSame([], $issuer->issueMany([], 60));
        $this->assertSame(
            'user_ids[1]: userId must not be empty',
            str_replace('userIds', 'user_ids', $this->refused(3, fn () => $issuer->issueMany(['user1', ''], 0)))
        );
        $message = $this->refused(3, fn () => $issuer->issueMany(['a' => 'user1', 'b' => 5, 'c' => null], 0));
        $this->assertSame('userIds[1]: userId must be a string, got an int', $message);
        $message = $this->refused(901, fn () => $issuer->issueMany(['user1', 'user2', null, 5], 0));
        $this->assertSame('userIds[2]: userId must be a string, not null', $message);
        // The first user at fault is reported, and with its own fault.
        $message = $this->refused(3, fn () => $issuer->issueMany(['', 5], 0));
        $this->assertSame('userIds[0]: userId must not be empty', $message);
        $this->refused(6, fn () => $issuer->issueMany(['user1'], 1.5, []));
        $this->refused(104, fn () => $issuer->issueMany([], 60, []));
        $issuer->close();
        $this->refused(901, fn () => $issuer->issueMany(['user1'], 60));
    }

    public function testRequirePrivilege(): void
    {
        $verifier = new Verifier(self::APP_ID, self::SECRET);
        $identity = self::issuer()->issue('user1', 60);
        $this->assertNull($verifier->verify($identity, roomId: 'room1', publish: true)->privilege);
        $this->refused(208, fn () => $verifier->verify($identity, roomId: 'room1', requirePrivilege: true));
        $room = self::issuer()->issueRoom('user1', 60, new RoomPrivilege('room1'));
        $claims = $verifier->verify($room, roomId: 'room1', requirePrivilege: true);
        $this->assertSame('room1', $claims->privilege->roomId);
        $message = $this->refused(901, fn () => $verifier->verify($room, requirePrivilege: 1));
        $this->assertSame('requirePrivilege must be true or false, got an int', $message);
    }

    public function testTextOfAnyKind(): void
    {
        $issuer = self::issuer('gcm');
        $verifier = new Verifier(self::APP_ID, self::SECRET);
        foreach (["\0", "a\0b", "\0\0\0", '张三', "\u{1F600}", '"\\/<>&', str_repeat('u', 60000)] as $text) {
            $this->assertSame($text, $verifier->verify($issuer->issue($text, 60), $text)->userId);
            $this->assertSame($text, $verifier->verify($issuer->issue('user1', 60, $text))->payload);
            $room = $issuer->issueRoom('user1', 60, new RoomPrivilege($text));
            $this->assertSame($text, $verifier->verify($room, null, $text, 'any')->privilege->roomId);
            $stream = $issuer->issueRoom('user1', 60, (new RoomPrivilege('room1'))->streams(['s', $text]));
            $this->assertSame(['s', $text], $verifier->verify($stream, null, null, $text)->privilege->streams);
            $this->refused(206, fn () => $verifier->verify($room, "{$text}\0"));
        }
        $this->assertSame('', Kit::decode($issuer->kitToken('user1', 60, 'room1', ''))[1]->userName);
        $this->refused(206, fn () => $verifier->verify($room, ''));
        $this->refused(101, fn () => $issuer->issue('user1', 60, str_repeat('p', 70000)));
        $this->refused(101, fn () => $issuer->issueRoom('user1', 60, new RoomPrivilege(str_repeat('r', 70000))));
        $this->refused(201, fn () => $verifier->verify("\0"));
        $this->refused(201, fn () => $verifier->verify($room . "\0"));
        $this->refused(201, fn () => inspect(str_repeat('0', 1000000)));
    }

    private static function issuer(Mode|string $mode = Mode::Cbc): Issuer
    {
        return new Issuer(self::APP_ID, self::SECRET, $mode);
    }

    private function assertTypeError(callable $call): void
    {
        try {
            $call();
        } catch (TypeError $error) {
            $this->addToAssertionCount(1);
            return;
        }
        $this->fail('PHP accepted the type');
    }

    /** The message of a call that must be refused with a code. */
    private function refused(int $code, callable $call): string
    {
        try {
            $call();
        } catch (Token04Exception $exception) {
            $this->assertSame($code, $exception->getCode(), $exception->getMessage());
            $this->assertDoesNotMatchRegularExpression('/\xff|\.$|^[A-Z]/', $exception->getMessage());
            return $exception->getMessage();
        }
        $this->fail("not refused, though it should be with {$code}");
    }
}
