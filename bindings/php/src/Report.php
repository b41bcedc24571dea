<?php

// The result of a diagnosis.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;

/** What is wrong with a token, if anything: diagnose() gives it. As JSON it is what `token04 diagnose --json` prints. */
final readonly class Report implements \JsonSerializable
{
    /**
     * @param bool $ok whether no finding is an error
     * @param Finding[] $findings in the order to fix them; a valid token in mode CBC still gives a note
     * @param Claims|null $claims what the token contains if it could be opened, with any key or layout
     */
    private function __construct(public bool $ok, public array $findings, public ?Claims $claims)
    {
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        $fields = ['ok' => $this->ok, 'findings' => $this->findings];
        return $this->claims === null ? $fields : $fields + ['claims' => $this->claims];
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
