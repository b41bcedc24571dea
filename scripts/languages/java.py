"""Java: the constants of the enumerations."""
from .text import block_comment, readme_regions, upper

FOLDER = "bindings/java/src/main/java/io/token04"


def constants(entries, arguments=lambda entry: f"({entry.number})"):
    lines = []
    for entry in entries:
        lines += [*block_comment(entry.description, "    "), f"    {upper(entry.name)}{arguments(entry)},"]
    lines[-1] = lines[-1].removesuffix(",") + ";"
    return lines


def findings(vocabulary):
    lines = ",\n".join(f'    /** {entry.name} */\n    {upper(entry.name)}("{entry.name}")'
                       for entry in vocabulary.of("finding"))
    return f"""// {vocabulary.generated}
package io.token04;

/**
 * What a diagnosis can find; {{@code docs/en/diagnose/by-finding.md}} in the repository explains each. The names never
 * change; a later version may add some.
 */
public enum FindingId {{
{lines};

    private final String text;

    FindingId(String text) {{
        this.text = text;
    }}

    static FindingId ofNumber(int number) {{
        return values()[number];
    }}

    /**
     * The id as text, the same in every language.
     *
     * @return such as {{@code key-hex-decoded}}
     */
    @Override
    public String toString() {{
        return text;
    }}
}}
"""


FILES = {f"{FOLDER}/FindingId.java": findings}
REGIONS = {
    (f"{FOLDER}/ErrorCode.java", "error codes"): lambda vocabulary: constants(vocabulary.of("error")),
    (f"{FOLDER}/Mode.java", "modes"): lambda vocabulary: constants(vocabulary.of("mode")),
    (f"{FOLDER}/Profile.java", "profiles"): lambda vocabulary: constants(vocabulary.of("profile")),
    (f"{FOLDER}/Language.java", "languages"): lambda vocabulary: constants(vocabulary.of("language")),
    # Severities and findings go over by their place in the list.
    (f"{FOLDER}/Severity.java", "severities"):
        lambda vocabulary: constants(vocabulary.of("severity"), lambda entry: ""),
    **readme_regions("bindings/java", "`ErrorCode`", lambda entry: f"`{upper(entry.name)}`"),
}
