"""The record of measured figures: docs/figures/measured.jsonl."""
import json
import os
import subprocess
from datetime import date

FILE = "docs/figures/measured.jsonl"
LANGUAGES = ["core", "c", "python", "node", "java", "go", "php", "dotnet"]


def read(root):
    """All comparisons, in the order of the record; none before the first measurement."""
    file = root / FILE
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def measure(root, languages):
    """Runs the benchmarks of the languages, all by default, and replaces their lines in the record."""
    file = root / FILE
    kept = read(root)
    processor = os.environ.get("TOKEN04_PROCESSOR") or processor_of_this_machine()
    for language in languages or LANGUAGES:
        printed = subprocess.run(
            ["scripts/bench.sh", language, "--json"], cwd=root, check=True, stdout=subprocess.PIPE, text=True
        ).stdout
        about = {"language": language, "processor": processor, "date": date.today().isoformat()}
        measured = [about | json.loads(line) for line in printed.splitlines()]
        kept = [line for line in kept if line["language"] != language] + measured
        kept.sort(key=lambda line: LANGUAGES.index(line["language"]))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in kept), encoding="utf-8")


def processor_of_this_machine():
    """The processor's name; a virtual machine may hide the generation, so TOKEN04_PROCESSOR overrides it."""
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
