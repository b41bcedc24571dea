"""Python: a class for each code, the types of texts, and the ids of findings."""
from .text import pascal, readme_regions, upper


def exception(entry):
    return pascal(entry.name) + "Error"


def listed(vocabulary):
    return [f'    "{exception(entry)}",' for entry in vocabulary.of("error")]


def exceptions(vocabulary):
    lines = []
    for entry in vocabulary.of("error"):
        lines += ["", "", f"class {exception(entry)}(Token04Error):"]
        one_line = f'    """{entry.description}"""'
        head, _, rest = entry.description.partition("; ")
        if len(one_line) <= 120:
            lines.append(one_line)
        else:
            lines += [f'    """{head}.', "", f"    {rest[0].upper()}{rest[1:]}", '    """']
        lines += ["", f"    code = {entry.number}"]
    # As many blank lines around the region's comments as around a class.
    return [*lines, "", ""]


def aliases(vocabulary):
    kinds = {"_Mode": "mode", "_Profile": "profile", "_Severity": "severity", "_Language": "language"}
    return [f"{name} = Literal[" + ", ".join(f'"{entry.name}"' for entry in vocabulary.of(kind)) + "]"
            for name, kind in kinds.items()]


def findings(vocabulary):
    lines = "\n".join(f'    {upper(entry.name)} = "{entry.name}"' for entry in vocabulary.of("finding"))
    return f'''# {vocabulary.generated}
"""The ids of the findings of a diagnosis. docs/en/diagnose/by-finding.md in the repository explains them."""

from enum import Enum, unique

__all__ = ["FindingId"]


@unique
class FindingId(str, Enum):
    """The ids of findings, each equal to its text. They keep their names; later versions may add some."""

    __str__ = str.__str__

{lines}
'''


PACKAGE = "bindings/python/python/token04"
FILES = {f"{PACKAGE}/findings.py": findings}
REGIONS = {
    (f"{PACKAGE}/errors.py", "names"): listed,
    (f"{PACKAGE}/errors.py", "exceptions"): exceptions,
    (f"{PACKAGE}/_native.pyi", "types of texts"): aliases,
    **readme_regions("bindings/python", "class", lambda entry: f"`{exception(entry)}`", "类"),
}
