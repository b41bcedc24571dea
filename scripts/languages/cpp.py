"""C++: the enumerations of token04.hpp and the ids of findings, whose values are those of token04.h."""
from . import c
from .text import comment, readme_regions

TYPES = {"error": "Code", "mode": "Mode", "profile": "Profile", "severity": "Severity", "language": "Language"}


def identifier(entry):
    return entry.name.replace("-", "_")


def variants(entries):
    lines = []
    for entry in entries:
        lines += comment(entry.description, "    // ", 120)
        lines.append(f"    {identifier(entry)} = {c.constant(entry)},")
    lines[-1] = lines[-1].removesuffix(",")
    # A blank line keeps the region's comments apart from those of the first and the last variant.
    return ["", *lines, ""]


def findings(entries):
    return ["", *(f"constexpr char {identifier(entry)}[] = {c.constant(entry)};" for entry in entries), ""]


def tested(vocabulary):
    """Every enumerator and every id, as an argument of a macro."""
    def each(macro, entries, scope):
        return " \\\n".join([f"#define {macro}(X)", *(f'    X("{entry.id}", token04::{scope(entry)}::{identifier(entry)})'
                                                        for entry in entries)])

    enumerators = [entry for entry in vocabulary.entries if entry.kind in TYPES]
    return f"""// {vocabulary.generated}
// The enumerators and the ids of findings of token04.hpp by their ids in vocabulary.json.
{each("EACH_ENUMERATOR", enumerators, lambda entry: TYPES[entry.kind])}
{each("EACH_FINDING", vocabulary.of("finding"), lambda entry: "finding_id")}
"""


FILES = {"bindings/cpp/tests/vocabulary.hpp": tested}
REGIONS = {
    **readme_regions("bindings/cpp", "`token04::Code`", lambda entry: f"`{identifier(entry)}`"),
    ("include/token04.hpp", "codes"): lambda vocabulary: variants(vocabulary.of("error")),
    ("include/token04.hpp", "finding ids"): lambda vocabulary: findings(vocabulary.of("finding")),
    ("include/token04.hpp", "modes"): lambda vocabulary: variants(vocabulary.of("mode")),
    ("include/token04.hpp", "profiles"): lambda vocabulary: variants(vocabulary.from_zero("profile")),
    ("include/token04.hpp", "severities"): lambda vocabulary: variants(vocabulary.of("severity")),
    ("include/token04.hpp", "languages"): lambda vocabulary: variants(vocabulary.of("language")),
}
