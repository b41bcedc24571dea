<?php

// One finding of a diagnosis.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;
use Token04\Internal\Memory;
use Token04\Internal\Names;

/** What is wrong with a token and how to fix it: one of Report::$findings. */
final readonly class Finding implements \JsonSerializable
{
    // begin severities (written by scripts/vocabulary.py)
    /** The token will be refused, or must be replaced. */
    public const ERROR = 'error';

    /** The token may be refused, or allows less or more than intended. */
    public const WARNING = 'warning';

    /** For information only. */
    public const NOTE = 'note';
    // end severities

    /**
     * @param string $id one of FindingId's constants
     * @param string $severity how bad it is: ERROR, WARNING or NOTE
     * @param string $message what is wrong, with the values of this case; never with the secret
     * @param string $fix how to fix it
     * @param int[] $clientCodes the client error codes that it may appear as; which of them the service returns has not
     *     been observed
     */
    private function __construct(
        public string $id,
        public string $severity,
        public string $message,
        public string $fix,
        public array $clientCodes
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
        $codes = [];
        for ($index = 0; $index < $finding->client_code_count; $index++) {
            $codes[] = $finding->client_codes[$index];
        }
        return new self(
            Memory::read($library, $finding->id),
            \array_flip(Names::SEVERITIES)[$finding->severity],
            Memory::read($library, $finding->message),
            Memory::read($library, $finding->fix),
            $codes
        );
    }
}
