<?php

// What a verified token says.

declare(strict_types=1);

namespace Token04;

use DateTimeImmutable;
use FFI;
use FFI\CData;
use JsonSerializable;
use Token04\Internal\Memory;

/**
 * Every field of a token's body, from Verifier::verify(). Its JSON is that of `token04 verify --json`.
 *
 * @property-read Privilege|null $privilege the payload as privileges, parsed each time; null if it is empty or does
 *     not have the privilege form
 */
final class Claims implements JsonSerializable
{
    /**
     * @param int $appId the app the token was made for
     * @param string $userId the user the token was made for
     * @param int $nonce a random number that distinguishes tokens made in the same second
     * @param int $ctime when the token was made, in unix seconds; see createdAt()
     * @param int $expire when the token expires, in unix seconds; see expiresAt()
     * @param string $payload empty in an identity token, JSON text in a privilege token
     */
    public function __construct(
        public readonly int $appId,
        public readonly string $userId,
        public readonly int $nonce,
        public readonly int $ctime,
        public readonly int $expire,
        public readonly string $payload = '',
    ) {
    }

    /** When the token was made. */
    public function createdAt(): DateTimeImmutable
    {
        return (new DateTimeImmutable())->setTimestamp($this->ctime);
    }

    /** When the token expires. */
    public function expiresAt(): DateTimeImmutable
    {
        return (new DateTimeImmutable())->setTimestamp($this->expire);
    }

    /** @return array<string, mixed> the fields, and the privilege if the payload has one */
    public function jsonSerialize(): array
    {
        $privilege = $this->privilege;
        return [
            'app_id' => $this->appId,
            'user_id' => $this->userId,
            'nonce' => $this->nonce,
            'ctime' => $this->ctime,
            'expire' => $this->expire,
            'payload' => $this->payload,
        ] + ($privilege === null ? [] : ['privilege' => $privilege]);
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
     * Reads what token04_verifier_verify_lent lends.
     *
     * @internal
     */
    public static function unpack(string $packed): self
    {
        [$appId, $nonce, $ctime, $expire, $userId, $payload] = \explode("\xff", $packed);
        return new self((int) $appId, $userId, (int) $nonce, (int) $ctime, (int) $expire, $payload);
    }

    /**
     * Reads a token04_claims.
     *
     * @internal
     */
    public static function read(FFI $library, CData $claims): self
    {
        $body = $library->token04_claims_body($claims);
        return new self(
            $body->app_id,
            Memory::read($library, $body->user_id),
            $body->nonce,
            $body->ctime,
            $body->expire,
            Memory::read($library, $body->payload)
        );
    }
}
