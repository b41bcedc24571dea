"""C#: an enumeration in a file of its own for each kind, and the ids of findings as constants."""
from .text import pascal, summary


def enumeration(name, about, entries, generated):
    lines = []
    for entry in entries:
        lines += [*summary(entry.description, "        "), f"        {pascal(entry.name)} = {entry.number},"]
    about = "\n".join(summary(about, "    "))
    lines = "\n".join(lines)
    return f"""// {generated}
namespace Token04
{{
{about}
    public enum {name}
    {{
{lines}
    }}
}}
"""


def codes(vocabulary):
    return enumeration("ErrorCode", "Why a call failed. The numbers are the same in every language, never change and are "
                       "never reused; 0 is success and not a value here.", vocabulary.of("error"), vocabulary.generated)


def modes(vocabulary):
    return enumeration("Mode", "How the body of a token is encrypted. It is chosen when issuing; a token carries its own.",
                       vocabulary.of("mode"), vocabulary.generated)


def profiles(vocabulary):
    return enumeration("Profile", "The product a token is for. With one, what that product would refuse becomes an error "
                       "when issuing.", [vocabulary.no_profile, *vocabulary.of("profile")], vocabulary.generated)


def severities(vocabulary):
    return enumeration("Severity", "How bad a finding is.", vocabulary.of("severity"), vocabulary.generated)


def languages(vocabulary):
    return enumeration("Language", "The language of a report.", vocabulary.of("language"), vocabulary.generated)


def findings(vocabulary):
    lines = "\n".join(f"        /// <summary>{entry.name}</summary>\n"
                      f'        public const string {pascal(entry.name)} = "{entry.name}";'
                      for entry in vocabulary.of("finding"))
    return f"""// {vocabulary.generated}
namespace Token04
{{
    /// <summary>What a diagnosis can find: the ids of findings, which docs/diagnose.md explains.</summary>
    public static class FindingId
    {{
{lines}
    }}
}}
"""


FILES = {
    "bindings/dotnet/src/ErrorCode.cs": codes,
    "bindings/dotnet/src/Mode.cs": modes,
    "bindings/dotnet/src/Profile.cs": profiles,
    "bindings/dotnet/src/Severity.cs": severities,
    "bindings/dotnet/src/Language.cs": languages,
    "bindings/dotnet/src/FindingId.cs": findings,
}
REGIONS = {}
