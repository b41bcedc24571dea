<?php

// The result of a diagnosis.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;
use JsonSerializable;

/** What is wrong with a token, if anything, from diagnose(). Its JSON is that of `token04 diagnose --json`. */
final class Report implements JsonSerializable
{
    /**
     * @param bool $ok whether no finding is an error
     * @param Finding[] $findings in the order to fix them; a valid token in mode CBC still gives a note
     * @param Claims|null $claims what the token says if it could be opened, with any key or layout
     */
    public function __construct(
        public readonly bool $ok,
        public readonly array $findings,
        public readonly ?Claims $claims = null,
    ) {
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        return ['ok' => $this->ok, 'findings' => $this->findings]
            + ($this->claims === null ? [] : ['claims' => $this->claims]);
    }

    /**
     * Reads a token04_report.
     *
     * @internal
     */
    public static function read(FFI $library, CData $report): self
    {
        $findings = [];
        for ($index = 0; $index < $report->finding_count; $index++) {
            $findings[] = Finding::read($library, $report->findings[$index][0]);
        }
        $claims = $report->claims === null ? null : Claims::read($library, $report->claims);
        return new self($report->ok === 1, $findings, $claims);
    }
}
