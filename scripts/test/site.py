#!/usr/bin/env python3
"""dist/docs has every page of docs, with the anchors that its links use, and a search index for each language; ends with
"N passed, N failed"."""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SITE = ROOT / "dist/docs"
sys.path.insert(0, str(ROOT / "scripts"))

from pages.markdown import Page  # noqa: E402


def mistakes(path):
    """What is wrong with the page of the site that comes from a page of docs."""
    made = SITE / path.relative_to(ROOT / "docs").with_suffix(".html")
    if not made.is_file():
        return [f"{made} is missing"]
    ids = set(re.findall(r' id="([^"]+)"', made.read_text(encoding="utf-8")))
    missing = Page(path.read_text(encoding="utf-8")).anchors - ids
    return [f"{made} has no anchor {anchor}" for anchor in sorted(missing)]


def main():
    folders = [ROOT / "docs" / language for language in ("en", "zh-CN")]
    results = [mistakes(path) for folder in folders for path in sorted(folder.rglob("*.md"))]
    for folder in folders:
        index = list((SITE / "assets").rglob(f"*localSearchIndex{folder.name}.*.js"))
        results.append([] if index else [f"no search index for {folder.name}"])
    results.append([] if (SITE / "index.html").is_file() else ["index.html is missing"])
    for text in (text for result in results for text in result):
        print(f"FAILED: {text}")
    failed = sum(map(bool, results))
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
