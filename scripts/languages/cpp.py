"""C++: the enumerations of token04.hpp, whose numbers are those of token04.h."""
from . import c
from .text import comment


def variants(entries):
    lines = []
    for entry in entries:
        lines += comment(entry.description, "    // ", 120)
        lines.append(f"    {entry.name} = {c.constant(entry)},")
    lines[-1] = lines[-1].removesuffix(",")
    # A blank line keeps the region's comments apart from those of the first and the last variant.
    return ["", *lines, ""]


def tested(vocabulary):
    """Every enumerator, as an argument of a macro."""
    names = {"mode": "Mode", "profile": "Profile", "severity": "Severity", "language": "Language"}
    rows = [f'    X("{entry.id}", token04::{names[entry.kind]}::{entry.name})'
            for entry in vocabulary.entries if entry.kind in names]
    return f"// {vocabulary.generated}\n" \
        "// The enumerators of token04.hpp by their ids in vocabulary.json.\n" \
        + " \\\n".join(["#define EACH_ENUMERATOR(X)", *rows]) + "\n"


FILES = {"bindings/cpp/tests/vocabulary.hpp": tested}
REGIONS = {
    ("include/token04.hpp", "modes"): lambda vocabulary: variants(vocabulary.of("mode")),
    ("include/token04.hpp", "profiles"): lambda vocabulary: variants(vocabulary.from_zero("profile")),
    ("include/token04.hpp", "severities"): lambda vocabulary: variants(vocabulary.of("severity")),
    ("include/token04.hpp", "languages"): lambda vocabulary: variants(vocabulary.of("language")),
}
