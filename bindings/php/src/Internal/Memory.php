<?php

// Values between PHP and C that are not an argument or a result: inside structs, and owned by C.

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
    /** @var CData[] */
    private array $copies = [];

    public function __construct(private readonly FFI $library)
    {
    }

    /** Wipes it, because it may contain a secret. */
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
        // The empty text needs an address too, and C has no array of length 0.
        $copy = $this->array('char', \max(1, $text->length));
        FFI::memcpy($copy, $value, $text->length);
        $text->data = FFI::addr($copy[0]);
    }

    /** An array, all zero. */
    public function array(string $type, int $count): CData
    {
        return $this->copies[] = $this->library->new("{$type}[{$count}]");
    }

    /** Lets a field of a struct point to a number; null leaves it out. */
    public function number(CData $struct, string $field, ?int $value): void
    {
        if ($value !== null) {
            $copy = $this->array('int64_t', 1);
            $copy[0] = $value;
            $struct->$field = FFI::addr($copy[0]);
        }
    }

    /**
     * The numbers of an array, which is null if there are none.
     *
     * @return int[]
     */
    public static function numbers(?CData $array, int $count): array
    {
        $numbers = [];
        for ($index = 0; $index < $count; $index++) {
            $numbers[] = $array[$index];
        }
        return $numbers;
    }

    /**
     * The strings of an array of token04_text, which is null if there are none.
     *
     * @return string[]
     */
    public static function texts(FFI $library, ?CData $array, int $count): array
    {
        $texts = [];
        for ($index = 0; $index < $count; $index++) {
            $texts[] = self::read($library, $array[$index]);
        }
        return $texts;
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

    /** The string that a call returned, which is freed. */
    public static function take(FFI $library, CData $string): string
    {
        $value = FFI::string($string);
        $library->token04_string_free($string);
        return $value;
    }
}
