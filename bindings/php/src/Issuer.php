<?php

// The issuer: makes tokens for one app.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Internal\Memory;

/**
 * Makes tokens for one app.
 *
 *     $issuer = new Issuer(1234567890, getenv('ZEGO_SERVER_SECRET'));
 *     $token = $issuer->issue('user1', 3600);
 *
 * It keeps the expanded key, in memory that is wiped when the issuer goes, and not the secret: make one and keep it.
 * After a fork the child goes on using it.
 */
final class Issuer implements TokenIssuer
{
    private FFI $library;

    /** The function token04_issuer_issue_lent: to have it at hand spares FFI to look it up for every token. */
    private CData $issue;

    /** Null once closed. */
    private ?CData $issuer = null;

    private int $appId;

    /** Memory of the options of a call, which they point to. */
    private ?CData $now = null;
    private ?CData $options = null;

    /**
     * @param int $appId the app's AppID, 1 to 4294967295
     * @param string $secret the app's ServerSecret, 32 bytes
     * @param string $mode how tokens are encrypted: 'cbc', which every official reader takes, or 'gcm', which also
     *     proves that nobody changed the token
     * @param string|null $profile the product whose limits become errors here: 'rtc' (Express), 'zim' (In-app Chat),
     *     'kit' (UIKit for the web) or 'call' (the call kits for mini-programs and apps); with null, only what would make a broken token is refused
     * @throws Token04Exception 1, 5; 901 for a null secret, another mode or profile; 903 where the native library
     *     cannot be loaded
     */
    public function __construct(
        $appId,
        #[\SensitiveParameter]
        $secret,
        $mode = 'cbc',
        $profile = null
    ) {
        $this->library = $library = Library::get();
        $arguments = new Arguments($library);
        $id = $arguments->appId($appId);
        $key = $arguments->text($secret, 'secret');
        $issuer = $library->new('token04_issuer *');
        $error = Library::error($library);
        $status = $library->token04_issuer_new(
            $id,
            $key,
            \strlen($key),
            $arguments->mode($mode),
            $arguments->profile($profile),
            FFI::addr($issuer),
            FFI::addr($error)
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure($error);
        }
        $this->issue = $library->token04_issuer_issue_lent;
        $this->issuer = $issuer;
        $this->appId = $id;
    }

    /** The app that tokens are made for. */
    public function appId(): int
    {
        return $this->appId;
    }

    public function issue($userId, $ttl, $payload = '', $now = null): string
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
        return $this->issueOrExplain($arguments, $userId, $ttl, $arguments->payload($payload), $now);
    }

    public function issueRoom($userId, $ttl, $privilege, $now = null): string
    {
        try {
            $payload = Arguments::instance($privilege, RoomPrivilege::class, 'privilege')->payload();
        } catch (Token04Exception $reason) {
            $arguments = new Arguments($this->library);
            return $this->issueOrExplain($arguments, $userId, $ttl, $arguments->missingPayload($reason), $now);
        }
        return $this->issue($userId, $ttl, $payload, $now);
    }

    public function issueMany($userIds, $ttl, $payload = '', $now = null): array
    {
        $this->refuseClosed();
        $arguments = new Arguments($this->library);
        $memory = new Memory($this->library);
        if (!\is_array($userIds)) {
            $message = 'userIds must be a list of user ids, got ' . Arguments::describe($userIds);
            throw new Token04Exception($message, ErrorCode::INVALID_ARGUMENT);
        }
        $count = \count($userIds);
        $texts = $memory->array('token04_text', \max(1, $count));
        $at = 0;
        foreach ($userIds as $userId) {
            $memory->write($texts[$at], $userId === null ? null : $arguments->text($userId, 'user_id'));
            $at++;
        }
        $text = $arguments->payload($payload);
        $tokens = $this->library->new('token04_tokens *');
        $error = Library::error($this->library);
        $status = $this->library->token04_issuer_issue_many(
            $this->issuer,
            FFI::addr($texts[0]),
            $count,
            $arguments->ttl($ttl),
            $text,
            \strlen($text),
            $this->options($arguments, $now),
            FFI::addr($tokens),
            null,
            FFI::addr($error)
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure($error);
        }
        $made = [];
        foreach (\array_keys($userIds) as $at => $key) {
            $made[$key] = Memory::read($this->library, $tokens->tokens[$at]);
        }
        $this->library->token04_tokens_free($tokens);
        return $made;
    }

    public function kitToken($userId, $ttl, $roomId, $userName = null, $payload = '', $now = null): string
    {
        $this->refuseClosed();
        $arguments = new Arguments($this->library);
        $user = $arguments->text($userId, 'user_id');
        $seconds = $arguments->ttl($ttl);
        $options = $this->options($arguments, $now);
        $room = $arguments->text($roomId, 'room_id');
        $name = $arguments->optionalText($userName, 'user_name');
        $text = $arguments->payload($payload);
        $string = $this->library->new('char *');
        $error = Library::error($this->library);
        $status = $this->library->token04_kit_issue(
            $this->issuer,
            $user,
            \strlen($user),
            $seconds,
            $room,
            \strlen($room),
            $name,
            \strlen($name ?? ''),
            $text,
            \strlen($text),
            $options,
            FFI::addr($string),
            null,
            FFI::addr($error)
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure($error);
        }
        return Memory::take($this->library, $string);
    }

    /** Wipes the key now, not when the issuer goes. Any later use is an error, but for close(). */
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

    /** Shows what may be shown. */
    public function __debugInfo(): array
    {
        return ['appId' => $this->appId, 'secret' => '[redacted]', 'closed' => $this->issuer === null];
    }

    /** Two issuers would free one key. */
    private function __clone()
    {
    }

    /** The way that takes time: for null payloads, values of other types, a given time, and errors in words. */
    private function issueOrExplain(Arguments $arguments, mixed $userId, mixed $ttl, string $payload, mixed $now): string
    {
        $this->refuseClosed();
        $user = $arguments->text($userId, 'user_id');
        $seconds = $arguments->ttl($ttl);
        $options = $this->options($arguments, $now);
        $error = Library::error($this->library);
        $token = ($this->issue)(
            $this->issuer,
            $user,
            \strlen($user),
            $seconds,
            $payload,
            \strlen($payload),
            $options,
            FFI::addr($error)
        );
        if ($token === null) {
            throw $arguments->failure($error);
        }
        return $token;
    }

    /** The options of a call as a pointer, null for none. The issuer keeps their memory until the next call. */
    private function options(Arguments $arguments, mixed $now): ?CData
    {
        $this->now = $arguments->now($now);
        if ($this->now === null) {
            return null;
        }
        $this->options = $this->library->new('token04_issue_options');
        $this->options->size = FFI::sizeof($this->options);
        $this->options->now = FFI::addr($this->now);
        return FFI::addr($this->options);
    }

    private function refuseClosed(): void
    {
        if ($this->issuer === null) {
            throw new Token04Exception('the issuer is closed', ErrorCode::INVALID_ARGUMENT);
        }
    }
}
