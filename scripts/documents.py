#!/usr/bin/env python3
"""Checks the documentation: documents.py --check.

* A page and its translation, docs/en/X and docs/zh-CN/X or X.md and X.zh-CN.md, have the same headings, tables, code
  (comments aside) and links.
* Links lead to files and headings that exist, and so do the pages of docs that code and comments mention.
* A block of code below `<!-- from PATH -->` is in that file.
* The start page of docs links every page.
* No line of the Chinese pages of docs is broken within Chinese text.
"""
import posixpath
import subprocess
import sys
from pathlib import Path

from pages import breaks, links, pairs, quotes

ROOT = Path(__file__).resolve().parent.parent
ENGLISH, CHINESE, SUFFIX = "docs/en/", "docs/zh-CN/", ".zh-CN.md"


def translation(path):
    """The path of a page's translation, if the page should or may have one; and whether it must."""
    if path.startswith(ENGLISH):
        return CHINESE + path.removeprefix(ENGLISH), True
    if path.startswith(CHINESE) or path.endswith(SUFFIX):
        return None, False
    return path.removesuffix(".md") + SUFFIX, False


def problems(tree):
    """Everything that is wrong, one line each."""
    pages = sorted(path for path in tree.paths if path.endswith(".md"))
    for path in pages:
        chinese, required = translation(path)
        if chinese in tree.paths:
            for text in pairs.differences(tree.page(path), tree.page(chinese)):
                yield f"{path}, {chinese}: {text}"
        elif required:
            yield f"{path}: {chinese} is missing"
        for text in [*links.broken(tree, path), *quotes.false_quotes(tree, path)]:
            yield f"{path}: {text}"
    for path in pages:
        english = ENGLISH + path.removeprefix(CHINESE) if path.startswith(CHINESE) else path.replace(SUFFIX, ".md")
        if english not in tree.paths:
            yield f"{path}: {english} is missing"
        if path.startswith(CHINESE):
            for text in breaks.blanks(tree.page(path)):
                yield f"{path}: {text}"
    for folder in (ENGLISH, CHINESE):
        yield from unlinked(tree, folder)
    for path in sorted(tree.paths):
        for text in links.missing_mentions(tree, path):
            yield f"{path}: {text}"


def unlinked(tree, folder):
    start = folder + "index.md"
    if start not in tree.paths:
        return
    linked = {posixpath.normpath(folder + link.partition("#")[0]) for link in tree.page(start).links}
    for path in sorted(tree.paths):
        if path.startswith(folder) and path.endswith(".md") and path != start and path not in linked:
            yield f"{start}: no link to {path}"


def main():
    if sys.argv[1:] != ["--check"]:
        sys.exit(__doc__)
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                            check=True, stdout=subprocess.PIPE).stdout.decode()
    paths = [path for path in listed.split("\0") if path and (ROOT / path).is_file()]
    tree = links.Tree(ROOT, paths)
    found = list(problems(tree))
    for problem in found:
        print(problem)
    count = sum(path.endswith(".md") for path in paths)
    print(f"{count} pages, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
