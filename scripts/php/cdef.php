<?php

// Makes the declarations that PHP's FFI reads, bindings/php/src/Internal/token04.h, of the C header:
// php scripts/php/cdef.php rewrites them, php scripts/php/cdef.php --check fails where they differ.

declare(strict_types=1);

const SOURCE = __DIR__ . '/../../include/token04.h';
const TARGET = __DIR__ . '/../../bindings/php/src/Internal/token04.h';

/** What FFI parses at every load: without comments, preprocessor lines and line breaks inside a declaration. */
function declarations(string $header): string
{
    $patterns = [
        '~/\*.*?\*/|//[^\n]*~s' => '',
        '~^#ifdef __cplusplus\n.*?^#endif *$~ms' => '',
        '~^TOKEN04_API\s~m' => '',
        '~^#define(?:.*\\\\\n)*.*$~m' => '',
        '~^#.*$~m' => '',
        '~\s+~' => ' ',
        '~, }~' => ' }',
        '~; (?![^{}]*\})~' => ";\n",
    ];
    $declarations = preg_replace(array_keys($patterns), array_values($patterns), $header);
    return "// Generated from include/token04.h by scripts/php/cdef.php; do not edit.\n" . trim($declarations) . "\n";
}

$generated = declarations(file_get_contents(SOURCE));
if (($argv[1] ?? '') !== '--check') {
    file_put_contents(TARGET, $generated);
} elseif (!is_file(TARGET) || file_get_contents(TARGET) !== $generated) {
    fwrite(STDERR, realpath(TARGET) . ": not what include/token04.h gives; php scripts/php/cdef.php rewrites it\n");
    exit(1);
}
