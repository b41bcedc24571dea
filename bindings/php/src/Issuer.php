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
final class Issuer
{
    private FFI $library;

    /** The function token04_issuer_issue_lent: to have it at hand spares FFI to look it up for every token. */
    private CData $issue;

    /** Null once closed. */
    private ?CData $issuer = null;

    private int $appId;

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
        $arguments = new Arguments();
        $id = $arguments->appId($appId);
        $key = $arguments->text($secret, 'secret');
        $issuer = $library->new('token04_issuer *');
        $error = $library->new('token04_error');
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

    /**
     * Makes a token: an identity token, unless there is a payload.
     *
     * @param string $userId the user who will log in with the token
     * @param int $ttl how long the token is good from now on, in whole seconds
     * @param string|null $payload JSON text of the privilege form; prefer issueRoom, which writes it
     * @throws Token04Exception 3, 6, 101, 103, 104, with a profile 102; 901 for a null user id or a closed issuer
     */
    public function issue($userId, $ttl, $payload = ''): string
    {
        if (\is_string($userId) && \is_int($ttl) && \is_string($payload)) {
            $token = ($this->issue)(
                $this->issuer,
                $userId,
                \strlen($userId),
                $ttl,
                $payload,
                \strlen($payload),
                null
            );
            if ($token !== null) {
                return $token;
            }
        }
        $arguments = new Arguments();
        return $this->issueOrExplain($arguments, $userId, $ttl, $arguments->payload($payload));
    }

    /**
     * Makes a privilege token.
     *
     *     $issuer->issueRoom('user1', 3600, new RoomPrivilege('room1'));
     *
     * @param string $userId the user who will log in with the token
     * @param int $ttl how long the token is good from now on, in whole seconds
     * @param RoomPrivilege $privilege what the token permits
     * @throws Token04Exception as issue(); 102 where the room id, a stream id or the list of streams is empty
     */
    public function issueRoom($userId, $ttl, $privilege): string
    {
        try {
            $payload = Arguments::instance($privilege, RoomPrivilege::class, 'privilege')->payload();
        } catch (Token04Exception $reason) {
            $arguments = new Arguments();
            return $this->issueOrExplain($arguments, $userId, $ttl, $arguments->missingPayload($reason));
        }
        return $this->issue($userId, $ttl, $payload);
    }

    /**
     * Makes a kit token, for UIKit for the web, under the limits of the profile 'kit'.
     *
     * @param string $userId the user who will log in with the token
     * @param int $ttl how long the token is good from now on, in whole seconds
     * @param string $roomId the room to join
     * @param string|null $userName the name that others see; null for the user id
     * @param string|null $payload as for issue()
     * @throws Token04Exception 3, 6, 102, 103, 104; 901 for a null user id or a closed issuer
     */
    public function kitToken($userId, $ttl, $roomId, $userName = null, $payload = ''): string
    {
        $this->refuseClosed();
        $arguments = new Arguments();
        $user = $arguments->text($userId, 'user_id');
        $seconds = $arguments->ttl($ttl);
        $room = $arguments->text($roomId, 'room_id');
        $name = $arguments->optionalText($userName, 'user_name');
        $text = $arguments->payload($payload);
        $string = $this->library->new('char *');
        $error = $this->library->new('token04_error');
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

    /**
     * The way that takes time: for null payloads, values of other types, and errors in words.
     *
     * @param mixed $userId
     * @param mixed $ttl
     */
    private function issueOrExplain(Arguments $arguments, $userId, $ttl, string $payload): string
    {
        $this->refuseClosed();
        $user = $arguments->text($userId, 'user_id');
        $seconds = $arguments->ttl($ttl);
        $error = $this->library->new('token04_error');
        $token = ($this->issue)(
            $this->issuer,
            $user,
            \strlen($user),
            $seconds,
            $payload,
            \strlen($payload),
            FFI::addr($error)
        );
        if ($token === null) {
            throw $arguments->failure($error);
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
