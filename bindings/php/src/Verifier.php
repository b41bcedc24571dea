<?php

// The verifier: opens tokens of one app and checks them.

declare(strict_types=1);

namespace Token04;

use DateInterval;
use FFI;
use FFI\CData;
use SensitiveParameter;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Internal\Memory;

/**
 * Opens tokens of one app, of either mode, and checks them.
 *
 *     $verifier = new Verifier(1234567890, getenv('ZEGO_SERVER_SECRET'));
 *     $userId = $verifier->verify($token)->userId;
 *
 * It keeps the expanded keys, which are wiped when the verifier is destroyed, and no secret: make one and keep it.
 *
 * A CBC token has no authentication: changes of single bytes may go undetected. Rely on the claims of a CBC token
 * only if it came straight from you.
 */
final class Verifier implements TokenVerifier
{
    private readonly FFI $library;

    /** The function token04_verifier_verify_lent, so that FFI need not look it up for every token. */
    private readonly CData $verify;

    /** Null once closed. */
    private ?CData $verifier = null;

    private readonly int $appId;

    /**
     * @param int $appId the app's AppID, 1 to 4294967295
     * @param string $secret the app's ServerSecret, 32 bytes
     * @param string|null $previousSecret a second secret whose tokens are accepted too, while a secret is being
     *     replaced
     * @param DateInterval|int $leeway for how long a token is still accepted after its expiry, for clocks that differ;
     *     an int in seconds
     * @throws Token04Exception 1, 5; 901 for a null secret or another leeway; 903 if the native library cannot be
     *     loaded
     */
    public function __construct(
        mixed $appId,
        #[SensitiveParameter]
        mixed $secret,
        #[SensitiveParameter]
        mixed $previousSecret = null,
        mixed $leeway = 0
    ) {
        $this->library = $library = Library::get();
        $arguments = new Arguments($library);
        $memory = new Memory($library);
        $id = $arguments->appId($appId);
        $key = $arguments->text($secret, 'SECRET');
        $options = $arguments->verifierOptions($previousSecret, $leeway, $memory);
        $verifier = $library->new('token04_verifier *');
        $status = $library->token04_verifier_new(
            $id,
            $key,
            \strlen($key ?? ''),
            FFI::addr($options),
            FFI::addr($verifier),
            $arguments->error()
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure();
        }
        $this->verify = $library->token04_verifier_verify_lent;
        $this->verifier = $verifier;
        $this->appId = $id;
    }

    public function appId(): int
    {
        return $this->appId;
    }

    public function verify(
        mixed $token,
        mixed $userId = null,
        mixed $roomId = null,
        mixed $streamId = null,
        mixed $publish = false,
        mixed $now = null,
        mixed $requirePrivilege = false
    ): Claims {
        $expectsNothing = $userId === null && $roomId === null && $streamId === null && $publish === false
            && $requirePrivilege === false;
        if ($expectsNothing && $now === null && \is_string($token)) {
            $packed = ($this->verify)($this->verifier, $token, \strlen($token), null, null);
            if ($packed !== null) {
                return Claims::unpack($packed);
            }
        }
        $arguments = new Arguments($this->library);
        $memory = new Memory($this->library);
        $login = $this->library->new('token04_login');
        $login->size = FFI::sizeof($login);
        $memory->write($login->user_id, $arguments->optionalText($userId, 'USER_ID'));
        $memory->write($login->room_id, $arguments->optionalText($roomId, 'ROOM_ID'));
        $memory->write($login->stream_id, $arguments->optionalText($streamId, 'STREAM_ID'));
        $time = $arguments->now($now);
        if ($time !== null) {
            $login->now = FFI::addr($time[0]);
        }
        // A refused time is reported in its place: C has no invalid one.
        $refused = $arguments->refuses();
        $login->publish = $refused ? -1 : $arguments->flag($publish, 'PUBLISH');
        $login->require_privilege = $arguments->flag($requirePrivilege, 'REQUIRE_PRIVILEGE');
        return $this->verifyOrExplain($arguments, $token, $login);
    }

    /** Wipes the keys now, not when the verifier is destroyed. Any later use except close() is an error. */
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

    /** Shows no secret. */
    public function __debugInfo(): array
    {
        return ['appId' => $this->appId, 'secret' => '[redacted]', 'closed' => $this->verifier === null];
    }

    /** Two verifiers would free one key. */
    private function __clone()
    {
    }

    /** The slow way: for expectations, values of other types, and the message of an error. */
    private function verifyOrExplain(Arguments $arguments, mixed $token, CData $login): Claims
    {
        if ($this->verifier === null) {
            throw new Token04Exception('the verifier is closed', ErrorCode::INVALID_ARGUMENT);
        }
        $text = $arguments->text($token, 'TOKEN');
        $length = \strlen($text ?? '');
        $error = $arguments->error();
        $packed = ($this->verify)($this->verifier, $text, $length, FFI::addr($login), $error);
        if ($packed !== null) {
            return Claims::unpack($packed);
        }
        $place = $this->library->new('token04_claims *');
        // Claims that contain a NUL are not lent, and that is no error.
        if ($error->status !== ErrorCode::OK || $this->library->token04_verifier_verify(
            $this->verifier,
            $text,
            $length,
            FFI::addr($login),
            FFI::addr($place),
            $error
        ) !== ErrorCode::OK) {
            throw $arguments->failure();
        }
        $claims = Claims::read($this->library, $place);
        $this->library->token04_claims_free($place);
        return $claims;
    }
}
