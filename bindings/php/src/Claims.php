<?php

// What a verified token says.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;
use Token04\Internal\Memory;

/**
 * Every field of a token's body. Verifier::verify() gives them.
 *
 * @property-read Privilege|null $privilege the payload as privileges, read anew each time; null where it is empty or
 *     not of the privilege form
 */
final class Claims
{
    /** The app the token was made for. */
    public int $appId;

    /** The user the token was made for. */
    public string $userId;

    /** A random number that tells tokens of one second apart. */
    public int $nonce;

    /** When the token was made, in unix seconds. */
    public int $ctime;

    /** When the token ends, in unix seconds. */
    public int $expire;

    /** Empty in an identity token, JSON text in a privilege token. */
    public string $payload;

    private function __construct()
    {
    }

    /** @internal */
    public function __get(string $name): ?Privilege
    {
        if ($name !== 'privilege') {
            throw new \LogicException("claims have no {$name}");
        }
        return Privilege::parse($this->payload);
    }

    /** @internal */
    public function __isset(string $name): bool
    {
        return $name === 'privilege' && Privilege::parse($this->payload) !== null;
    }

    /**
     * Reads a token04_claims.
     *
     * @internal
     */
    public static function read(FFI $library, CData $claims): self
    {
        $body = $library->token04_claims_body($claims);
        $read = new self();
        $read->appId = $body->app_id;
        $read->userId = Memory::read($library, $body->user_id);
        $read->nonce = $body->nonce;
        $read->ctime = $body->ctime;
        $read->expire = $body->expire;
        $read->payload = Memory::read($library, $body->payload);
        return $read;
    }
}
