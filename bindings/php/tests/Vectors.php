<?php

// The shared conformance vectors, as PHP values.

declare(strict_types=1);

namespace Token04\Tests;

final class Vectors
{
    private const FOLDER = __DIR__ . '/../../../crates/token04-vectors/vectors';

    /** What no PHP value can be: its strings are bytes, and know no surrogates. */
    private const INEXPRESSIBLE = 'lone-surrogate';

    /**
     * The cases of a file by their ids, as PHPUnit's data providers give them.
     *
     * @return array<string, array{array}>
     */
    public static function of(string $name): array
    {
        $file = json_decode(file_get_contents(self::FOLDER . "/{$name}.json"), true, 512, JSON_THROW_ON_ERROR);
        $cases = [];
        foreach ($file['cases'] as $case) {
            if (!in_array(self::INEXPRESSIBLE, $case['needs'] ?? [], true)) {
                $cases[$case['id']] = [$case];
            }
        }
        return $cases;
    }

    /**
     * An argument of a case, plain or in one of the ways to say what JSON cannot.
     *
     * @param mixed $default
     * @return mixed
     */
    public static function argument(array $case, string $name, $default = null)
    {
        if (isset($case["{$name}_text"])) {
            // An integer as far as PHP has them, then a float.
            return +$case["{$name}_text"];
        }
        if (isset($case["{$name}_repeat"])) {
            return str_repeat($case["{$name}_repeat"]['text'], $case["{$name}_repeat"]['count']);
        }
        if (isset($case["{$name}_hex"])) {
            return hex2bin($case["{$name}_hex"]);
        }
        return array_key_exists($name, $case) ? $case[$name] : $default;
    }
}
