<?php

// What can be read of a token without the secret.

declare(strict_types=1);

namespace Token04;

use DateTimeImmutable;
use JsonSerializable;

/**
 * What a token reveals without the secret, from inspect(). None of it is verified: only a Verifier can tell whether
 * the token is genuine. Its JSON is that of `token04 inspect --json`.
 */
final class Header implements JsonSerializable
{
    /**
     * @param string $version the version of the format, '04'
     * @param Mode $mode how the body is encrypted
     * @param int $expire when the token expires, in unix seconds, according to its envelope; see expiresAt()
     * @param bool $expired whether the token has expired
     * @param int $ivBytes the length of the initialisation vector, in bytes
     * @param int $ciphertextBytes the length of the ciphertext, in bytes
     */
    public function __construct(
        public readonly string $version,
        public readonly Mode $mode,
        public readonly int $expire,
        public readonly bool $expired,
        public readonly int $ivBytes,
        public readonly int $ciphertextBytes,
    ) {
    }

    /** When the token expires, according to its envelope. */
    public function expiresAt(): DateTimeImmutable
    {
        return (new DateTimeImmutable())->setTimestamp($this->expire);
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        return [
            'version' => $this->version,
            'mode' => $this->mode,
            'expires_at' => $this->expire,
            'expired' => $this->expired,
            'iv_bytes' => $this->ivBytes,
            'ciphertext_bytes' => $this->ciphertextBytes,
        ];
    }
}
