<?php

// The verifier: opens tokens of one app and checks them.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Internal\Memory;

/**
 * Opens tokens of one app, of either mode, and checks them.
 *
 *     $verifier = new Verifier(1234567890, getenv('ZEGO_SERVER_SECRET'));
 *     $userId = $verifier->verify($token)->userId;
 *
 * It keeps the expanded keys, in memory that is wiped when the verifier goes, and no secret: make one and keep it.
 *
 * A CBC token has no authentication: what opens and checks well was most likely made with the secret, but whoever
 * changed single bytes of it may go unnoticed. Rely on the claims of GCM tokens only.
 */
final class Verifier
{
    private FFI $library;

    /** The function token04_verifier_verify: to have it at hand spares FFI to look it up for every token. */
    private CData $verify;

    /** Null once closed. */
    private ?CData $verifier = null;

    private int $appId;

    /**
     * @param int $appId the app's AppID, 1 to 4294967295
     * @param string $secret the app's ServerSecret, 32 bytes
     * @param string|null $previousSecret the secret in use before, while it is being replaced: its tokens are good
     *     too
     * @param int $leeway how many whole seconds longer than its expiry a token is good, for clocks that differ
     * @throws Token04Exception 1, 5; 901 for a null secret or another leeway; 903 where the native library cannot be
     *     loaded
     */
    public function __construct(
        $appId,
        #[\SensitiveParameter]
        $secret,
        #[\SensitiveParameter]
        $previousSecret = null,
        $leeway = 0
    ) {
        $this->library = $library = Library::get();
        $arguments = new Arguments();
        $id = $arguments->appId($appId);
        $key = $arguments->text($secret, 'secret');
        $previousKey = $arguments->optionalText($previousSecret, 'previous_secret');
        $verifier = $library->new('token04_verifier *');
        $error = $library->new('token04_error');
        $status = $library->token04_verifier_new(
            $id,
            $key,
            \strlen($key),
            $previousKey,
            \strlen($previousKey ?? ''),
            $arguments->leeway($leeway),
            FFI::addr($verifier),
            FFI::addr($error)
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure($error);
        }
        $this->verify = $library->token04_verifier_verify;
        $this->verifier = $verifier;
        $this->appId = $id;
    }

    /** The app whose tokens are checked. */
    public function appId(): int
    {
        return $this->appId;
    }

    /**
     * Opens a token, checks that it is this app's and not expired, and what else is expected: all that is null or
     * false is not. Takes a kit token too, and looks at the part before '#'.
     *
     *     $verifier->verify($token, 'user1');
     *     $verifier->verify($token, roomId: 'room1', publish: true);    // from PHP 8 on
     *
     * @param string $token
     * @param string|null $userId the token is for this user
     * @param string|null $roomId it allows logging in to this room; an identity token allows any
     * @param string|null $streamId it is good for this stream; an identity token is good for any
     * @param bool $publish with true, it allows publishing; an identity token does
     * @param int|null $now the time to check against, in unix seconds; null for the clock's
     * @throws Token04Exception the first that applies: 201 no Token04, 202 it does not open, 205 for another app,
     *     207 two expiries, 204 expired, 206 for another user, 208 it does not permit what is expected; before them
     *     3, 102 and 901 for invalid arguments, and a closed verifier
     */
    public function verify(
        $token,
        $userId = null,
        $roomId = null,
        $streamId = null,
        $publish = false,
        $now = null
    ): Claims {
        $expectsNothing = $userId === null && $roomId === null && $streamId === null && $publish === false;
        if ($expectsNothing && $now === null && \is_string($token)) {
            $claims = $this->library->new('token04_claims *');
            $place = FFI::addr($claims);
            $status = ($this->verify)($this->verifier, $token, \strlen($token), null, $place, null);
            if ($status === ErrorCode::OK) {
                return $this->take($claims);
            }
        }
        return $this->verifyOrExplain($token, $userId, $roomId, $streamId, $publish, $now);
    }

    /** Wipes the keys now, not when the verifier goes. Any later use is an error, but for close(). */
    public function close(): void
    {
        if ($this->verifier !== null) {
            $this->library->token04_verifier_free($this->verifier);
            $this->verifier = null;
        }
    }

    public function __destruct()
    {
        $this->close();
    }

    /** Shows what may be shown. */
    public function __debugInfo(): array
    {
        return ['appId' => $this->appId, 'secret' => '[redacted]', 'closed' => $this->verifier === null];
    }

    /** Two verifiers would free one key. */
    private function __clone()
    {
    }

    /**
     * The way that takes time: for expectations, values of other types, and errors in words.
     *
     * @param mixed $token
     * @param mixed $userId
     * @param mixed $roomId
     * @param mixed $streamId
     * @param mixed $publish
     * @param mixed $now
     */
    private function verifyOrExplain($token, $userId, $roomId, $streamId, $publish, $now): Claims
    {
        if ($this->verifier === null) {
            throw new Token04Exception('the verifier is closed', ErrorCode::INVALID_ARGUMENT);
        }
        $arguments = new Arguments();
        $memory = new Memory($this->library);
        $login = $this->library->new('token04_login');
        $login->size = FFI::sizeof($login);
        $login->has_now = $arguments->hasNow($now);
        $login->now = \is_int($now) ? $now : 0;
        $memory->write($login->user_id, $arguments->optionalText($userId, 'user_id'));
        $memory->write($login->room_id, $arguments->optionalText($roomId, 'room_id'));
        $memory->write($login->stream_id, $arguments->optionalText($streamId, 'stream id'));
        $login->publish = $arguments->flag($publish, 'publish');
        $text = $arguments->text($token, 'token');
        $claims = $this->library->new('token04_claims *');
        $error = $this->library->new('token04_error');
        $status = ($this->verify)(
            $this->verifier,
            $text,
            \strlen($text),
            FFI::addr($login),
            FFI::addr($claims),
            FFI::addr($error)
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure($error);
        }
        return $this->take($claims);
    }

    private function take(CData $claims): Claims
    {
        $read = Claims::read($this->library, $claims);
        $this->library->token04_claims_free($claims);
        return $read;
    }
}
