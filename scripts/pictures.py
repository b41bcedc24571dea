#!/usr/bin/env python3
"""The pictures of the documentation: pictures.py writes docs/pictures, pictures.py --check compares.

Each picture is drawn in English and Chinese, for light and dark pages. scripts/drawings has a module for each. The plot
of the benchmarks is made by scripts/figures.py.
"""
import sys
from pathlib import Path

from drawings import envelope, layers, renewal, which_token
from drawings.canvas import THEMES

ROOT = Path(__file__).resolve().parent.parent
PICTURES = {"envelope": envelope.draw, "renewal": renewal.draw, "which-token": which_token.draw, "layers": layers.draw}


def generate():
    """Every file with its text, as it should be."""
    return {
        f"docs/pictures/{name}-{human}-{theme}.svg": draw(human, theme)
        for name, draw in PICTURES.items() for human in ("en", "zh") for theme in THEMES
    }


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    check = sys.argv[1:] == ["--check"]
    files = generate()
    stale = []
    for path, text in files.items():
        file = ROOT / path
        if file.exists() and file.read_text(encoding="utf-8") == text:
            continue
        stale.append(path)
        if not check:
            file.write_text(text, encoding="utf-8")
    if check and stale:
        sys.exit(f"pictures.py: not as drawn; run scripts/pictures.py: {', '.join(stale)}")
    print(f"{len(files)} pictures{'' if check else f', {len(stale)} rewritten'}")


if __name__ == "__main__":
    main()
