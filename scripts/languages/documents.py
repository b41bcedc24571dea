"""The documents for all languages, and what all tests read."""
import json

def cases(vocabulary):
    about = "What every language has by the same name or number. " + vocabulary.generated
    lines = ",\n".join(json.dumps(entry.case, separators=(",", ":")) for entry in vocabulary.entries)
    return f'{{"about": {json.dumps(about)}, "cases": [\n{lines}\n]}}\n'


FILES = {"crates/token04-vectors/vectors/vocabulary.json": cases}
REGIONS = {}
