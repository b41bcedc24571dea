"""TypeScript: the constants for codes and findings, and the types that are texts; types.mjs turns them into index.d.ts."""
from .text import block_comment, comment, pascal, readme_regions


def codes(vocabulary):
    lines = []
    for entry in vocabulary.of("error"):
        lines += [*block_comment(entry.description, "  ", 120), f"  {pascal(entry.name)}: {entry.number},"]
    return lines


def texts(name, kind, about):
    """What writes a type that is one of some texts."""
    def render(vocabulary):
        lines = ["/**", *comment(about, " * ", 120), " *"]
        for entry in vocabulary.of(kind):
            lines += comment(f'* `"{entry.name}"`: {entry.description}', " * ", 120)
        names = " | ".join(f'"{entry.name}"' for entry in vocabulary.of(kind))
        return [*lines, " */", f"export type {name} = {names};"]

    return render


def findings(vocabulary):
    lines = "\n".join(f'  {pascal(entry.name)}: "{entry.name}",' for entry in vocabulary.of("finding"))
    return f"""// {vocabulary.generated}

/**
 * What a diagnosis can find: the ids of findings, which docs/en/diagnose/by-finding.md of the repository explains. They
 * never change and are never reused; a later version may add some.
 */
export const FindingId = {{
{lines}
}} as const;

/** The id of a finding: one of the texts in {{@link FindingId}}. */
export type FindingId = (typeof FindingId)[keyof typeof FindingId];
"""


FILES = {"bindings/node/lib/findings.ts": findings}
PRODUCT = "The product that tokens are for: what it would refuse becomes an error when issuing."
REGIONS = {
    ("bindings/node/lib/error.ts", "error codes"): codes,
    ("bindings/node/lib/issuer.ts", "modes"): texts("Mode", "mode", "How the body of a token is encrypted."),
    ("bindings/node/lib/issuer.ts", "profiles"): texts("Profile", "profile", PRODUCT),
    ("bindings/node/lib/diagnose.ts", "severities"): texts("Severity", "severity", "How bad a finding is."),
    ("bindings/node/lib/diagnose.ts", "languages"): texts("Language", "language", "The language of a report."),
    **readme_regions("bindings/node", "`ErrorCode`", lambda entry: f"`{pascal(entry.name)}`"),
}
