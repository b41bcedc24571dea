<?php

// Text between PHP and C where it does not pass as an argument or a result: inside structs, and owned by C.

declare(strict_types=1);

namespace Token04\Internal;

use FFI;
use FFI\CData;

/**
 * C memory that PHP owns, for as long as this object lives.
 *
 * @internal
 */
final class Memory
{
    private FFI $library;

    /** @var CData[] */
    private array $copies = [];

    public function __construct(FFI $library)
    {
        $this->library = $library;
    }

    /** Wipes it, for a secret may be in it. */
    public function __destruct()
    {
        foreach ($this->copies as $copy) {
            FFI::memset($copy, 0, FFI::sizeof($copy));
        }
    }

    /** Lets a token04_text be a copy of a string; null leaves it out. */
    public function write(CData $text, ?string $value): void
    {
        if ($value === null) {
            return;
        }
        $text->length = \strlen($value);
        // C wants an address of the empty text too, and knows no array of none.
        $copy = $this->array('char', \max(1, $text->length));
        FFI::memcpy($copy, $value, $text->length);
        $text->data = FFI::addr($copy[0]);
    }

    /** An array, all zero. */
    public function array(string $type, int $count): CData
    {
        return $this->copies[] = $this->library->new("{$type}[{$count}]");
    }

    /** The string that a token04_text is. */
    public static function read(FFI $library, CData $text): string
    {
        // FFI reads a const char * up to its first NUL, which is cheap and nearly always all.
        $value = $text->data;
        if (\strlen($value) === $text->length) {
            return $value;
        }
        return FFI::string($library->cast('void *', $text), $text->length);
    }

    /** The string that a call gave out, which is freed. */
    public static function take(FFI $library, CData $string): string
    {
        $value = FFI::string($string);
        $library->token04_string_free($string);
        return $value;
    }
}
