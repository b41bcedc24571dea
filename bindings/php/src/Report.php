<?php

// What a diagnosis says.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;

/** What is wrong with a token, if anything: diagnose() gives it. */
final class Report
{
    /** Whether no finding is an error. */
    public bool $ok;

    /** @var Finding[] in order of what to do first; a sound token in mode CBC still gives a note */
    public array $findings = [];

    /** What the token says, where it could be opened, by whichever key or layout. */
    public ?Claims $claims = null;

    private function __construct()
    {
    }

    /**
     * Reads a token04_report.
     *
     * @internal
     */
    public static function read(FFI $library, CData $report): self
    {
        $read = new self();
        $read->ok = $report->ok === 1;
        for ($index = 0; $index < $report->finding_count; $index++) {
            $read->findings[] = Finding::read($library, $report->findings[$index]);
        }
        if ($report->claims !== null) {
            $read->claims = Claims::read($library, $report->claims);
        }
        return $read;
    }
}
