"""C: the enumerations that cbindgen makes the header of, and the constants that the tests of the header walk."""
from .text import comment, main_clause, readme_regions, upper

INDENT = "    "


def constant(entry):
    names = {"error": "TOKEN04_{}", "finding": "TOKEN04_FINDING_{}", "mode": "TOKEN04_MODE_{}",
             "profile": "TOKEN04_PROFILE_{}", "severity": "TOKEN04_SEVERITY_{}", "language": "TOKEN04_LANGUAGE_{}"}
    return names[entry.kind].format(upper(entry.name))


def variants(entries):
    lines = []
    for entry in entries:
        lines += comment(entry.description, INDENT + "/// ")
        lines.append(f"{INDENT}{constant(entry)} = {entry.number},")
    return lines


def messages(entries):
    rows = [f'{INDENT * 2}({constant(entry)}, c"{main_clause(entry.description)}"),' for entry in entries]
    head = f"const MESSAGES: [(StatusCode, &CStr); {len(rows)}] = {{"
    return ["#[rustfmt::skip]", head, f"{INDENT}use StatusCode::*;",
            f"{INDENT}[", *rows, f"{INDENT}]", "};"]


def tested(vocabulary):
    """Every constant of the header, as an argument of a macro."""
    def each(macro, entries):
        return " \\\n".join([f"#define {macro}(X)", *(f'    X("{entry.id}", {constant(entry)})' for entry in entries)])

    return f"""/* {vocabulary.generated} */
/* The constants of token04.h by their ids in vocabulary.json: X(id, constant) for each number and each text. */
{each("EACH_NUMBER", [entry for entry in vocabulary.entries if entry.kind != "finding"])}
{each("EACH_TEXT", vocabulary.of("finding"))}
"""


FILES = {"bindings/c/tests/vocabulary.h": tested}
REGIONS = {
    ("bindings/c/src/status.rs", "codes"): lambda vocabulary: variants(vocabulary.from_zero("error")),
    ("bindings/c/src/status.rs", "messages"): lambda vocabulary: messages(vocabulary.from_zero("error")),
    ("bindings/c/src/choices.rs", "modes"): lambda vocabulary: variants(vocabulary.of("mode")),
    ("bindings/c/src/choices.rs", "profiles"): lambda vocabulary: variants(vocabulary.from_zero("profile")),
    ("bindings/c/src/diagnose.rs", "severities"): lambda vocabulary: variants(vocabulary.of("severity")),
    ("bindings/c/src/choices.rs", "languages"): lambda vocabulary: variants(vocabulary.of("language")),
    **readme_regions("bindings/c", "`token04_status`", lambda entry: f"`{constant(entry)}`"),
}
