"""C#: an enumeration in a file of its own for each kind, and the ids of findings as constants."""
from .text import pascal, summary


FOLDER = "bindings/dotnet/src"
ABOUT = {
    "error": "Why a call failed. The numbers are the same in every language, never change and are never reused; 0 is "
             "success and not a value here.",
    "mode": "How the body of a token is encrypted. It is chosen when issuing; a token carries its own.",
    "profile": "The product a token is for. With one, what that product would refuse becomes an error when issuing.",
    "severity": "How bad a finding is.",
    "language": "The language of a report.",
}


def enumeration(name, kind):
    """What writes the file of an enumeration."""
    def render(vocabulary):
        lines = summary(ABOUT[kind], "    ") + [f"    public enum {name}", "    {"]
        for entry in vocabulary.of(kind) if kind == "error" else vocabulary.from_zero(kind):
            lines += [*summary(entry.description, "        "), f"        {pascal(entry.name)} = {entry.number},"]
        lines = "\n".join(lines)
        return f"// {vocabulary.generated}\nnamespace Token04\n{{\n{lines}\n    }}\n}}\n"

    return render


def findings(vocabulary):
    lines = "\n".join(f"        /// <summary>{entry.name}</summary>\n"
                      f'        public const string {pascal(entry.name)} = "{entry.name}";'
                      for entry in vocabulary.of("finding"))
    return f"""// {vocabulary.generated}
namespace Token04
{{
    /// <summary>What a diagnosis can find: the ids of findings, which docs/en/diagnose/by-finding.md explains.</summary>
    public static class FindingId
    {{
{lines}
    }}
}}
"""


FILES = {
    f"{FOLDER}/ErrorCode.cs": enumeration("ErrorCode", "error"),
    f"{FOLDER}/Mode.cs": enumeration("Mode", "mode"),
    f"{FOLDER}/Profile.cs": enumeration("Profile", "profile"),
    f"{FOLDER}/Severity.cs": enumeration("Severity", "severity"),
    f"{FOLDER}/Language.cs": enumeration("Language", "language"),
    f"{FOLDER}/FindingId.cs": findings,
}
REGIONS = {}
