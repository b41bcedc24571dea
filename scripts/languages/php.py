"""PHP: the classes of codes and ids, and the names that arguments may be."""
from .text import block_comment, code_table, upper


def constants(entries, value):
    lines = []
    for entry in entries:
        lines += [*block_comment(entry.description, "    ", 120),
                  f"    public const {upper(entry.name)} = {value(entry)};", ""]
    return lines[:-1]


def codes(vocabulary):
    lines = "\n".join(constants(vocabulary.from_zero("error"), lambda entry: entry.number))
    return f"""<?php

// {vocabulary.generated}

declare(strict_types=1);

namespace Token04;

/**
 * Why a call failed, as Token04Exception::getCode() returns it. The same numbers in every language; they never change
 * and are never reused.
 */
final class ErrorCode
{{
{lines}

    private function __construct()
    {{
    }}
}}
"""


def findings(vocabulary):
    lines = "\n".join(f"    public const {upper(entry.name)} = '{entry.name}';" for entry in vocabulary.of("finding"))
    return f"""<?php

// {vocabulary.generated}

declare(strict_types=1);

namespace Token04;

/** What a diagnosis can find: the ids of findings, which docs/diagnose.md explains. */
final class FindingId
{{
{lines}
}}
"""


def names(vocabulary):
    def listed(kind):
        return ", ".join(f"'{entry.name}' => {entry.number}" for entry in vocabulary.of(kind))

    return f"""<?php

// {vocabulary.generated}

declare(strict_types=1);

namespace Token04\\Internal;

/**
 * The names that arguments and results are given by, and their numbers in the C library.
 *
 * @internal
 */
final class Names
{{
    public const MODES = [{listed("mode")}];
    public const PROFILES = [{listed("profile")}];
    public const LANGUAGES = [{listed("language")}];
    public const SEVERITIES = [{listed("severity")}];
}}
"""


def readme(vocabulary):
    return code_table(vocabulary, "constant", lambda entry: f"`{upper(entry.name)}`")


FILES = {
    "bindings/php/src/ErrorCode.php": codes,
    "bindings/php/src/FindingId.php": findings,
    "bindings/php/src/Internal/Names.php": names,
}
REGIONS = {
    ("bindings/php/src/Finding.php", "severities"):
        lambda vocabulary: constants(vocabulary.of("severity"), lambda entry: f"'{entry.name}'"),
    ("bindings/php/README.md", "error codes"): readme,
}
