<?php

// What can be read from a token without the secret.

declare(strict_types=1);

namespace Token04;

/**
 * What a token reveals without the secret: inspect() gives it. None of it is verified: only a Verifier can tell whether the
 * token is genuine. As JSON it is what `token04 inspect --json` prints.
 */
final readonly class Header implements \JsonSerializable
{
    /**
     * @internal
     * @param string $version the version of the format, always '04'
     * @param string $mode how the body is encrypted, 'cbc' or 'gcm'
     * @param int $expire when the token expires, in unix seconds, according to its envelope
     * @param bool $expired whether it has expired
     * @param int $ivBytes the length of the initialisation vector
     * @param int $ciphertextBytes the length of the ciphertext
     */
    public function __construct(
        public string $version,
        public string $mode,
        public int $expire,
        public bool $expired,
        public int $ivBytes,
        public int $ciphertextBytes
    ) {
    }

    /** When the token expires, according to its envelope. */
    public function expiresAt(): \DateTimeImmutable
    {
        return new \DateTimeImmutable("@{$this->expire}");
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
