#!/usr/bin/env python3
"""Figures of the benchmarks: `figures.py measure` records them, `figures.py` writes tables and picture, --check compares.

    scripts/figures.py measure [LANG…]   runs scripts/bench.sh for each language and replaces its lines in the record
    scripts/figures.py                   writes the tables of the READMEs and the pictures from the record
    scripts/figures.py --check           fails where a table or a picture is not the record's

The record, docs/figures/measured.jsonl, has a line per comparison, as the benchmark printed it, with the language and the
processor. A table is between the comments "begin figures LANG (written by scripts/figures.py)" and "end figures LANG"; the
front pages have the regions "plot" and "summary".
"""
import re
import sys
from pathlib import Path

from measured import chart, record, summary, table

ROOT = Path(__file__).resolve().parent.parent
# Where the table of a language is, with the language of the text.
TABLES = [
    (f"{folder}/README{suffix}.md", folder.split("/")[1].removeprefix("token04-"), human)
    for folder in ("crates/token04-core", *(f"bindings/{name}" for name in ("c", "python", "node", "java", "go", "php", "dotnet")))
    for suffix, human in (("", "en"), (".zh-CN", "zh"))
]
FRONT_PAGES = {"README.md": "en", "README.zh-CN.md": "zh"}


def with_region(path, text, name, lines):
    """A text with other lines in a region of it."""
    begin = rf"<!-- begin {name} \(written by scripts/figures\.py\) -->\n"
    end = rf"<!-- end {name} -->\n"
    region = re.compile(f"({begin})(.*?)({end})", re.DOTALL)
    if len(region.findall(text)) != 1:
        sys.exit(f"figures.py: {path} needs one region {name}")
    return region.sub(lambda found: found[1] + "".join(line + "\n" for line in lines) + found[3], text)


def generate(comparisons):
    """Every file with its text, as it should be."""
    files = {}
    for path, language, human in TABLES:
        rows = [line for line in comparisons if line["language"] == language]
        text = (ROOT / path).read_text(encoding="utf-8")
        files[path] = with_region(path, text, f"figures {language}", table.lines(rows, human))
    for path, human in FRONT_PAGES.items():
        text = (ROOT / path).read_text(encoding="utf-8")
        text = with_region(path, text, "plot", summary.picture(human))
        files[path] = with_region(path, text, "summary", summary.lines(comparisons, human))
        for theme in chart.THEMES if comparisons else []:
            files[f"docs/pictures/speed-{human}-{theme}.svg"] = chart.svg(comparisons, human, theme)
    return files


def main():
    arguments = sys.argv[1:]
    if arguments[:1] == ["measure"]:
        record.measure(ROOT, arguments[1:])
        return
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    stale = []
    for path, text in generate(record.read(ROOT)).items():
        file = ROOT / path
        if file.exists() and file.read_text(encoding="utf-8") == text:
            continue
        stale.append(path)
        if not arguments:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    if arguments and stale:
        sys.exit(f"figures.py: not as the record has it; run scripts/figures.py: {', '.join(stale)}")
    print(f"{len(stale)} files written" if not arguments else "figures agree")


if __name__ == "__main__":
    main()
