<?php

// What an error code means.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;
use Token04\Internal\Memory;

/** What an error code of a ZEGO SDK or of the Server API means for a token, from explain(). */
final class Explanation implements \JsonSerializable, \Stringable
{
    /**
     * @param int $code the code
     * @param bool $known whether the code is known
     * @param string $text all of it as text, as `token04 explain` prints it
     * @param string $product the product that shows the code; empty if the code is unknown
     * @param string $meaning what the code means
     * @param string $next how to go on
     * @param string|null $undocumented what ZEGO's documents do not say about the code
     * @param string[] $causes the ids of the findings that can cause it, the most frequent first
     * @param string[] $checks what to check, in this order
     * @param int[] $nearCodes for an unknown code: the known codes that look like it, the most similar first
     */
    public function __construct(
        public readonly int $code,
        public readonly bool $known,
        public readonly string $text,
        public readonly string $product,
        public readonly string $meaning,
        public readonly string $next,
        public readonly ?string $undocumented,
        public readonly array $causes,
        public readonly array $checks,
        public readonly array $nearCodes,
    ) {
    }

    /** As `token04 explain` prints it. */
    public function __toString(): string
    {
        return $this->text;
    }

    /** @return array<string, mixed> an entry of `token04 explain --json` */
    public function jsonSerialize(): array
    {
        $fields = [
            'code' => $this->code,
            'known' => $this->known,
            'product' => $this->product,
            'meaning' => $this->meaning,
            'causes' => $this->causes,
            'checks' => $this->checks,
            'next' => $this->next,
        ];
        if ($this->undocumented !== null) {
            $fields['undocumented'] = $this->undocumented;
        }
        return $fields + ['near' => $this->nearCodes];
    }

    /**
     * Reads a token04_explanation.
     *
     * @internal
     */
    public static function read(FFI $library, CData $explanation): self
    {
        $undocumented = $explanation->undocumented;
        return new self(
            $explanation->code,
            $explanation->known === 1,
            Memory::read($library, $explanation->text),
            Memory::read($library, $explanation->product),
            Memory::read($library, $explanation->meaning),
            Memory::read($library, $explanation->next),
            $undocumented->data === null ? null : Memory::read($library, $undocumented),
            Memory::texts($library, $explanation->causes, $explanation->cause_count),
            Memory::texts($library, $explanation->checks, $explanation->check_count),
            Memory::numbers($explanation->near_codes, $explanation->near_code_count)
        );
    }
}
