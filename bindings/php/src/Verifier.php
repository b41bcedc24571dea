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
final class Verifier implements TokenVerifier
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
        $arguments = new Arguments($library);
        $id = $arguments->appId($appId);
        $key = $arguments->text($secret, 'secret');
        $memory = new Memory($library);
        $options = $library->new('token04_verifier_options');
        $options->size = FFI::sizeof($options);
        $memory->write($options->previous_secret, $arguments->optionalText($previousSecret, 'secret'));
        $options->leeway = $arguments->leeway($leeway);
        $verifier = $library->new('token04_verifier *');
        $error = Library::error($library);
        $status = $library->token04_verifier_new(
            $id,
            $key,
            \strlen($key),
            FFI::addr($options),
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

    public function verify(
        $token,
        $userId = null,
        $roomId = null,
        $streamId = null,
        $publish = false,
        $now = null,
        $requirePrivilege = false
    ): Claims {
        $expectsNothing = $userId === null && $roomId === null && $streamId === null && $publish === false
            && $requirePrivilege === false;
        if ($expectsNothing && $now === null && \is_string($token)) {
            $claims = $this->library->new('token04_claims *');
            $place = FFI::addr($claims);
            $status = ($this->verify)($this->verifier, $token, \strlen($token), null, $place, null);
            if ($status === ErrorCode::OK) {
                return $this->take($claims);
            }
        }
        return $this->verifyOrExplain($token, $userId, $roomId, $streamId, $publish, $now, $requirePrivilege);
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

    /** The way that takes time: for expectations, values of other types, and errors in words. */
    private function verifyOrExplain(
        mixed $token,
        mixed $userId,
        mixed $roomId,
        mixed $streamId,
        mixed $publish,
        mixed $now,
        mixed $requirePrivilege
    ): Claims {
        if ($this->verifier === null) {
            throw new Token04Exception('the verifier is closed', ErrorCode::INVALID_ARGUMENT);
        }
        $arguments = new Arguments($this->library);
        $memory = new Memory($this->library);
        $login = $this->library->new('token04_login');
        $login->size = FFI::sizeof($login);
        $memory->write($login->user_id, $arguments->optionalText($userId, 'user_id'));
        $memory->write($login->room_id, $arguments->optionalText($roomId, 'room_id'));
        $memory->write($login->stream_id, $arguments->optionalText($streamId, 'stream id'));
        $login->publish = $arguments->flag($publish, 'PUBLISH');
        $login->require_privilege = $arguments->flag($requirePrivilege, 'REQUIRE_PRIVILEGE');
        $time = $arguments->now($now);
        $login->now = $time === null ? null : FFI::addr($time);
        if ($arguments->isInvalid()) {
            // So that the call refuses it, in its turn.
            $login->publish = -1;
        }
        $text = $arguments->text($token, 'token');
        $claims = $this->library->new('token04_claims *');
        $error = Library::error($this->library);
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
