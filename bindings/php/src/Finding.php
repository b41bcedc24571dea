<?php

// One thing that a diagnosis found.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;
use JsonSerializable;
use Token04\Internal\Memory;

/** What is wrong with a token, and how to fix it: one of Report::$findings. */
final class Finding implements JsonSerializable
{
    /**
     * @param string $id one of FindingId's constants
     * @param Severity $severity how bad it is
     * @param string $message what is wrong, with the values of this case; it never contains the secret
     * @param string $fix how to fix it
     * @param int[] $clientCodes the client error codes that it may appear as; which of them the service returns has
     *     not been observed
     */
    public function __construct(
        public readonly string $id,
        public readonly Severity $severity,
        public readonly string $message,
        public readonly string $fix,
        public readonly array $clientCodes = [],
    ) {
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        return [
            'id' => $this->id,
            'severity' => $this->severity,
            'message' => $this->message,
            'fix' => $this->fix,
            'client_codes' => $this->clientCodes,
        ];
    }

    /**
     * Reads a token04_finding.
     *
     * @internal
     */
    public static function read(FFI $library, CData $finding): self
    {
        return new self(
            Memory::read($library, $finding->id),
            Severity::cases()[$finding->severity],
            Memory::read($library, $finding->message),
            Memory::read($library, $finding->fix),
            Memory::numbers($finding->client_codes, $finding->client_code_count)
        );
    }
}
