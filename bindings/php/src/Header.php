<?php

// What can be read of a token without the secret.

declare(strict_types=1);

namespace Token04;

/**
 * What a token shows to everybody: inspect() gives it. Nothing of it is proven: only a Verifier can tell whether the
 * token is genuine.
 */
final class Header
{
    /** The version of the format, always '04'. */
    public string $version;

    /** How the body is encrypted, 'cbc' or 'gcm'. */
    public string $mode;

    /** When the token ends, in unix seconds, as its envelope says. */
    public int $expiresAt;

    /** Whether it has ended. */
    public bool $expired;

    /** The length of the initialisation vector, in bytes. */
    public int $ivBytes;

    /** The length of the ciphertext, in bytes. */
    public int $ciphertextBytes;
}
