"""TypeScript: the enumeration of codes, the types of texts, and the ids of findings. types.mjs makes index.d.ts of it."""
from .text import block_comment, clause, comment, pascal, table


def codes(vocabulary):
    lines = []
    for entry in vocabulary.of("error"):
        lines += [*block_comment(entry.description, "  ", 120), f"  {pascal(entry.name)} = {entry.number},"]
    return lines


def texts(name, about, entries):
    lines = ["/**", *comment(about, " * ", 120), " *"]
    for entry in entries:
        lines += comment(f'* `"{entry.name}"`: {entry.description}', " * ", 120)
    names = " | ".join(f'"{entry.name}"' for entry in entries)
    return [*lines, " */", f"export type {name} = {names};"]


def modes(vocabulary):
    return texts("Mode", "How the body of a token is encrypted.", vocabulary.of("mode"))


def profiles(vocabulary):
    return texts("Profile", "The product that tokens are for: what it would refuse becomes an error when issuing.",
                 vocabulary.of("profile"))


def severities(vocabulary):
    return texts("Severity", "How bad a finding is.", vocabulary.of("severity"))


def languages(vocabulary):
    return texts("Language", "The language of a report.", vocabulary.of("language"))


def findings(vocabulary):
    lines = "\n".join(f'  {pascal(entry.name)}: "{entry.name}",' for entry in vocabulary.of("finding"))
    return f"""// {vocabulary.generated}

/**
 * What a diagnosis can find: the ids of findings, which docs/diagnose.md of the repository explains. They never change
 * and are never reused; a later version may add some.
 */
export const FindingId = {{
{lines}
}} as const;

/** The id of a finding: one of the texts in {{@link FindingId}}. */
export type FindingId = (typeof FindingId)[keyof typeof FindingId];
"""


def readme(vocabulary):
    return table(["code", "`ErrorCode`", "when"],
                 [[str(entry.number), f"`{pascal(entry.name)}`", clause(entry.description)]
                  for entry in vocabulary.of("error")])


FILES = {"bindings/node/lib/findings.ts": findings}
REGIONS = {
    ("bindings/node/lib/error.ts", "error codes"): codes,
    ("bindings/node/lib/issuer.ts", "modes"): modes,
    ("bindings/node/lib/issuer.ts", "profiles"): profiles,
    ("bindings/node/lib/diagnose.ts", "severities"): severities,
    ("bindings/node/lib/diagnose.ts", "languages"): languages,
    ("bindings/node/README.md", "error codes"): readme,
}
