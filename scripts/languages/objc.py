"""Objective-C: the enumerations of the headers, and the ids of findings as constants."""
from .text import comment, readme_regions, with_initialisms

PREFIXES = {"error": "T04Error", "mode": "T04Mode", "profile": "T04Profile", "severity": "T04Severity",
            "language": "T04Language", "finding": "T04FindingID"}


def constant(entry):
    return PREFIXES[entry.kind] + with_initialisms(entry.name)


def variants(entries):
    lines = []
    for entry in entries:
        lines += comment(entry.description, "    /// ", 120)
        lines.append(f"    {constant(entry)} = {entry.number},")
    lines[-1] = lines[-1].removesuffix(",")
    return ["", *lines, ""]


def names(entries):
    """The names of the entries by their numbers."""
    return [f'    [{entry.number}] = @"{entry.name}",' for entry in entries]


def header(vocabulary):
    lines = "\n".join(f"extern T04FindingID const {constant(entry)};" for entry in vocabulary.of("finding"))
    return f"""// {vocabulary.generated}
#import "T04Error.h"

NS_ASSUME_NONNULL_BEGIN

/// What a diagnosis can find: the ids of findings, which docs/en/diagnose/by-finding.md explains.
typedef NSString *T04FindingID NS_TYPED_ENUM;

{lines}

NS_ASSUME_NONNULL_END
"""


def source(vocabulary):
    lines = "\n".join(f'T04FindingID const {constant(entry)} = @"{entry.name}";' for entry in vocabulary.of("finding"))
    return f"""// {vocabulary.generated}
#import "T04FindingID.h"

{lines}
"""


def tested(vocabulary):
    """Every constant, as an argument of a macro."""
    def each(macro, entries):
        return " \\\n".join([f"#define {macro}(X)", *(f'    X(@"{entry.id}", {constant(entry)})' for entry in entries)])

    return f"""// {vocabulary.generated}
// The constants of the headers by their ids in vocabulary.json: X(id, constant) for each number and each text.
{each("EACH_NUMBER", [entry for entry in vocabulary.entries if entry.kind != "finding"])}
{each("EACH_TEXT", vocabulary.of("finding"))}
"""


FILES = {
    "bindings/objc/token04/T04FindingID.h": header,
    "bindings/objc/token04/T04FindingID.m": source,
    "bindings/objc/tests/vocabulary.h": tested,
}
REGIONS = {
    **readme_regions("bindings/objc", "`T04ErrorCode`", lambda entry: f"`{constant(entry)}`"),
    ("bindings/objc/token04/T04Error.h", "error codes"): lambda vocabulary: variants(vocabulary.of("error")),
    ("bindings/objc/token04/T04Issuer.h", "modes"): lambda vocabulary: variants(vocabulary.of("mode")),
    ("bindings/objc/token04/T04Issuer.h", "profiles"): lambda vocabulary: variants(vocabulary.from_zero("profile")),
    ("bindings/objc/token04/T04Report.h", "severities"): lambda vocabulary: variants(vocabulary.of("severity")),
    ("bindings/objc/token04/T04Language.h", "languages"): lambda vocabulary: variants(vocabulary.of("language")),
    ("bindings/objc/token04/T04Inspect.m", "mode names"): lambda vocabulary: names(vocabulary.of("mode")),
    ("bindings/objc/token04/T04Report.m", "severity names"): lambda vocabulary: names(vocabulary.of("severity")),
}
