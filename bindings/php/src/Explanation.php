<?php

// What an error code means, without a token.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;
use Token04\Internal\Memory;

/**
 * What an error code of ZEGO's SDKs or Server API means for a token, and how to find its cause: explain() gives it. As a
 * string it is what the program prints, as JSON an entry of `token04 explain --json`.
 */
final readonly class Explanation implements \JsonSerializable, \Stringable
{
    /**
     * @param int $code the code
     * @param bool $known whether the code is known
     * @param string $product the product that shows it; empty if the code is unknown
     * @param string $meaning what it means
     * @param string[] $causes the ids of the findings that can cause it, the most frequent first
     * @param string[] $checks what to check, in this order
     * @param string $next how to go on
     * @param string|null $undocumented what ZEGO's documents do not say about the code
     * @param int[] $near for an unknown code: the known codes that look like it, the most similar first
     */
    private function __construct(
        public int $code,
        public bool $known,
        public string $product,
        public string $meaning,
        public array $causes,
        public array $checks,
        public string $next,
        public ?string $undocumented,
        public array $near,
        private string $text
    ) {
    }

    public function __toString(): string
    {
        return $this->text;
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        $fields = \get_object_vars($this);
        unset($fields['text']);
        if ($this->undocumented === null) {
            unset($fields['undocumented']);
        }
        return $fields;
    }

    /**
     * Reads a token04_explanation.
     *
     * @internal
     */
    public static function read(FFI $library, CData $read): self
    {
        $text = static fn (CData $text): string => Memory::read($library, $text);
        $near = [];
        for ($index = 0; $index < $read->near_code_count; $index++) {
            $near[] = $read->near_codes[$index];
        }
        return new self(
            $read->code,
            $read->known === 1,
            $text($read->product),
            $text($read->meaning),
            self::texts($library, $read->causes, $read->cause_count),
            self::texts($library, $read->checks, $read->check_count),
            $text($read->next),
            $read->undocumented->data === null ? null : $text($read->undocumented),
            $near,
            $text($read->text)
        );
    }

    /** @return string[] */
    private static function texts(FFI $library, ?CData $first, int $count): array
    {
        $texts = [];
        for ($index = 0; $index < $count; $index++) {
            $texts[] = Memory::read($library, $first[$index]);
        }
        return $texts;
    }
}
