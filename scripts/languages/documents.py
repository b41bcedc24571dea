"""The documents for all languages, and what all tests read."""
import json

from .text import chinese_code_table, code_table


def name(entry):
    return f"`{entry.name}`"


def cases(vocabulary):
    about = "What every language has by the same name or number. " + vocabulary.generated
    lines = ",\n".join(json.dumps(entry.case, separators=(",", ":")) for entry in vocabulary.entries)
    return f'{{"about": {json.dumps(about)}, "cases": [\n{lines}\n]}}\n'


FILES = {"crates/token04-vectors/vectors/vocabulary.json": cases}
REGIONS = {
    ("docs/en/reference/errors.md", "error codes"): lambda vocabulary: code_table(vocabulary, "name", name),
    ("docs/zh-CN/reference/errors.md", "error codes"): lambda vocabulary: chinese_code_table(vocabulary, "名称", name),
}
