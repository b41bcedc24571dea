"""PHP: the classes of codes and ids, and the enums of choices."""
from .text import block_comment, pascal, readme_regions, upper


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

/** What a diagnosis can find: the ids of findings, which docs/en/diagnose/by-finding.md explains. */
final class FindingId
{{
{lines}
}}
"""


def enum(kind, purpose):
    def rendered(vocabulary):
        lines = []
        for entry in vocabulary.of(kind):
            lines += [*block_comment(entry.description, "    ", 120),
                      f"    case {pascal(entry.name)} = '{entry.name}';", ""]
        cases = "\n".join(lines[:-1])
        return f"""<?php

// {vocabulary.generated}

declare(strict_types=1);

namespace Token04;

/** {purpose} */
enum {kind.capitalize()}: string
{{
{cases}
}}
"""

    return rendered


FILES = {
    "bindings/php/src/ErrorCode.php": codes,
    "bindings/php/src/FindingId.php": findings,
    "bindings/php/src/Mode.php": enum("mode", "How the body of a token is encrypted."),
    "bindings/php/src/Profile.php": enum("profile", "The product a token is for, whose limits become errors when issuing."),
    "bindings/php/src/Language.php": enum("language", "The language of a report or of an explanation."),
    "bindings/php/src/Severity.php": enum("severity", "How bad a finding is."),
}
REGIONS = {
    **readme_regions("bindings/php", "constant", lambda entry: f"`{upper(entry.name)}`", "常量"),
}
