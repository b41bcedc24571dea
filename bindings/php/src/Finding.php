<?php

// One thing that a diagnosis found.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;
use Token04\Internal\Memory;
use Token04\Internal\Names;

/** What is wrong with a token, and how to mend it: one of Report::$findings. */
final class Finding
{
    // begin severities (written by scripts/vocabulary.py)
    /** The token will be refused, or must be replaced. */
    public const ERROR = 'error';

    /** The token may be refused, or allows less or more than intended. */
    public const WARNING = 'warning';

    /** For information only. */
    public const NOTE = 'note';
    // end severities

    /** What it is: one of FindingId's constants. */
    public string $id;

    /** How bad it is: ERROR, WARNING or NOTE. */
    public string $severity;

    /** What is wrong, with the values of this case; never with the secret. */
    public string $message;

    /** How to mend it. */
    public string $fix;

    /** @var int[] the client error codes it may show as; which the service really answers was never observed */
    public array $clientCodes = [];

    private function __construct()
    {
    }

    /**
     * Reads a token04_finding.
     *
     * @internal
     */
    public static function read(FFI $library, CData $finding): self
    {
        $read = new self();
        $read->id = Memory::read($library, $finding->id);
        $read->severity = \array_flip(Names::SEVERITIES)[$finding->severity];
        $read->message = Memory::read($library, $finding->message);
        $read->fix = Memory::read($library, $finding->fix);
        for ($index = 0; $index < $finding->client_code_count; $index++) {
            $read->clientCodes[] = $finding->client_codes[$index];
        }
        return $read;
    }
}
