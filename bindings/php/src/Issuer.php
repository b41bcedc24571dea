<?php

// The issuer: makes tokens for one app.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;
use SensitiveParameter;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Internal\Memory;

/**
 * Makes tokens for one app.
 *
 *     $issuer = new Issuer(1234567890, getenv('ZEGO_SERVER_SECRET'));
 *     $token = $issuer->issue('user1', 3600);
 *
 * It keeps the expanded key, which is wiped when the issuer is destroyed, and not the secret: make one and keep it.
 * After a fork the child can continue to use it.
 */
final class Issuer implements TokenIssuer
{
    private readonly FFI $library;

    /** The function token04_issuer_issue_lent, so that FFI need not look it up for every token. */
    private readonly CData $issue;

    /** The function token04_issuer_issue_room_lent. */
    private readonly CData $issueRoom;

    /** Null once closed. */
    private ?CData $issuer = null;

    private readonly int $appId;

    /**
     * @param int $appId the app's AppID, 1 to 4294967295
     * @param string $secret the app's ServerSecret, 32 bytes
     * @param Mode|string $mode how tokens are encrypted
     * @param Profile|string|null $profile the product whose limits become errors here; with null, only what would make
     *     a broken token is refused
     * @throws Token04Exception 1, 5; 901 for a null secret, another mode or profile; 903 if the native library cannot
     *     be loaded
     */
    public function __construct(
        mixed $appId,
        #[SensitiveParameter]
        mixed $secret,
        Mode|string $mode = Mode::Cbc,
        Profile|string|null $profile = null
    ) {
        $this->library = $library = Library::get();
        $arguments = new Arguments($library);
        $id = $arguments->appId($appId);
        $key = $arguments->text($secret, 'SECRET');
        $issuer = $library->new('token04_issuer *');
        $status = $library->token04_issuer_new(
            $id,
            $key,
            \strlen($key ?? ''),
            $arguments->mode($mode),
            $arguments->profile($profile),
            FFI::addr($issuer),
            $arguments->error()
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure();
        }
        $this->issue = $library->token04_issuer_issue_lent;
        $this->issueRoom = $library->token04_issuer_issue_room_lent;
        $this->issuer = $issuer;
        $this->appId = $id;
    }

    public function appId(): int
    {
        return $this->appId;
    }

    public function issue(mixed $userId, mixed $ttl, mixed $payload = '', mixed $now = null): string
    {
        if (\is_string($userId) && \is_int($ttl) && \is_string($payload) && $now === null) {
            $token = ($this->issue)(
                $this->issuer,
                $userId,
                \strlen($userId),
                $ttl,
                $payload,
                \strlen($payload),
                null,
                null
            );
            if ($token !== null) {
                return $token;
            }
        }
        $arguments = new Arguments($this->library);
        return $this->issueOrExplain($arguments, $userId, $ttl, $now, fn () => $arguments->payload($payload));
    }

    public function issueRoom(mixed $userId, mixed $ttl, RoomPrivilege $privilege, mixed $now = null): string
    {
        $packed = $privilege->packed();
        if ($packed !== null && \is_string($userId) && \is_int($ttl) && $now === null) {
            $token = ($this->issueRoom)(
                $this->issuer,
                $userId,
                \strlen($userId),
                $ttl,
                $packed,
                \strlen($packed),
                null,
                null
            );
            if ($token !== null) {
                return $token;
            }
        }
        try {
            $payload = $privilege->payload();
        } catch (Token04Exception $reason) {
            $arguments = new Arguments($this->library);
            return $this->issueOrExplain($arguments, $userId, $ttl, $now, fn () => $arguments->missingPayload($reason));
        }
        return $this->issue($userId, $ttl, $payload, $now);
    }

    public function issueMany(array $userIds, mixed $ttl, mixed $payload = '', mixed $now = null): array
    {
        $this->refuseClosed();
        $arguments = new Arguments($this->library);
        $memory = new Memory($this->library);
        $count = \count($userIds);
        $users = $memory->array('token04_text', \max(1, $count));
        $replaced = null;
        foreach (\array_values($userIds) as $index => $userId) {
            $replaced ??= \is_string($userId) ? null : $index;
            $memory->write($users[$index], $arguments->text($userId, 'USER_ID'));
        }
        $seconds = $arguments->ttl($ttl);
        $time = $arguments->now($now);
        $text = $arguments->payload($payload);
        $options = $arguments->options($time);
        $place = $this->library->new('token04_tokens *');
        $failed = $this->library->new('size_t');
        $status = $this->library->token04_issuer_issue_many(
            $this->issuer,
            FFI::addr($users[0]),
            $count,
            $seconds,
            $text,
            \strlen($text),
            FFI::addr($options),
            FFI::addr($place),
            FFI::addr($failed),
            $arguments->error()
        );
        if ($status !== ErrorCode::OK) {
            $user = $failed->cdata;
            throw $user === $count ? $arguments->failure() : $arguments->failureOfUser($user === $replaced);
        }
        $tokens = Memory::texts($this->library, $place[0]->tokens, $count);
        $this->library->token04_tokens_free($place);
        return \array_combine(\array_keys($userIds), $tokens);
    }

    public function kitToken(
        mixed $userId,
        mixed $ttl,
        mixed $roomId,
        mixed $userName = null,
        mixed $payload = '',
        mixed $now = null
    ): string {
        $this->refuseClosed();
        $arguments = new Arguments($this->library);
        $user = $arguments->text($userId, 'USER_ID');
        $seconds = $arguments->ttl($ttl);
        $time = $arguments->now($now);
        $options = $arguments->options($time);
        $room = $arguments->text($roomId, 'ROOM_ID');
        $name = $arguments->optionalText($userName, 'USER_NAME');
        $text = $arguments->payload($payload);
        $string = $this->library->new('char *');
        $status = $this->library->token04_kit_issue(
            $this->issuer,
            $user,
            \strlen($user ?? ''),
            $seconds,
            $room,
            \strlen($room ?? ''),
            $name,
            \strlen($name ?? ''),
            $text,
            \strlen($text),
            FFI::addr($options),
            FFI::addr($string),
            null,
            $arguments->error()
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure();
        }
        return Memory::take($this->library, $string);
    }

    /** Wipes the key now, not when the issuer is destroyed. Any later use except close() is an error. */
    public function close(): void
    {
        if ($this->issuer !== null) {
            $this->library->token04_issuer_free($this->issuer);
            $this->issuer = null;
        }
    }

    public function __destruct()
    {
        $this->close();
    }

    /** Shows no secret. */
    public function __debugInfo(): array
    {
        return ['appId' => $this->appId, 'secret' => '[redacted]', 'closed' => $this->issuer === null];
    }

    /** Two issuers would free one key. */
    private function __clone()
    {
    }

    /**
     * The slow way: for options, null payloads, values of other types, and the message of an error.
     *
     * @param callable(): string $payload called after the arguments before it were looked at
     */
    private function issueOrExplain(
        Arguments $arguments,
        mixed $userId,
        mixed $ttl,
        mixed $now,
        callable $payload
    ): string {
        $this->refuseClosed();
        $user = $arguments->text($userId, 'USER_ID');
        $seconds = $arguments->ttl($ttl);
        $time = $arguments->now($now);
        $options = $arguments->options($time);
        $text = $payload();
        $token = ($this->issue)(
            $this->issuer,
            $user,
            \strlen($user ?? ''),
            $seconds,
            $text,
            \strlen($text),
            FFI::addr($options),
            $arguments->error()
        );
        if ($token === null) {
            throw $arguments->failure();
        }
        return $token;
    }

    private function refuseClosed(): void
    {
        if ($this->issuer === null) {
            throw new Token04Exception('the issuer is closed', ErrorCode::INVALID_ARGUMENT);
        }
    }
}
