#!/usr/bin/env python3
"""Checks the documentation: documents.py --check.

* A page and its translation, docs/en/X and docs/zh-CN/X or X.md and X.zh-CN.md, have the same headings, tables, code
  (comments aside) and links.
* Links, those of llms.txt too, lead to files and headings that exist, and so do the pages of docs that code and comments
  mention.
* A block of code below `<!-- from PATH -->` is in that file. Tables of languages state the versions that packages require.
* The start page of docs links every page.
* No line of the Chinese pages is broken within Chinese text, and no page has a phrase of scripts/pages/words.py.
"""
import posixpath
import subprocess
import sys
from pathlib import Path

from pages import breaks, floors, links, pairs, quotes, words

ROOT = Path(__file__).resolve().parent.parent
LIST = "llms.txt"
ENGLISH, CHINESE, SUFFIX = "docs/en/", "docs/zh-CN/", ".zh-CN.md"


def problems(tree):
    """Everything that is wrong, one line each."""
    for path in sorted(tree.paths):
        if path.endswith(".md"):
            yield from in_pair(tree, path)
        for text in in_file(tree, path):
            yield f"{path}: {text}"
    for folder in (ENGLISH, CHINESE):
        yield from not_linked(tree, folder)


def in_pair(tree, path):
    """What differs between a page and its translation, or which of the two is missing."""
    if path.startswith(CHINESE) or path.endswith(SUFFIX):
        english = ENGLISH + path.removeprefix(CHINESE) if path.startswith(CHINESE) else path.replace(SUFFIX, ".md")
        if english not in tree.paths:
            yield f"{path}: {english} is missing"
        return
    of_docs = path.startswith(ENGLISH)
    chinese = CHINESE + path.removeprefix(ENGLISH) if of_docs else path.removesuffix(".md") + SUFFIX
    if chinese in tree.paths:
        for text in pairs.differences(tree.page(path), tree.page(chinese)):
            yield f"{path}, {chinese}: {text}"
    elif of_docs:
        yield f"{path}: {chinese} is missing"


def in_file(tree, path):
    """What is wrong in one file, without its path."""
    if path.endswith(".md") or path == LIST:
        yield from links.broken(tree, path)
        yield from quotes.false_quotes(tree, path)
        yield from words.phrases(tree.page(path))
        yield from floors.differences(tree, path)
    if path.endswith(SUFFIX) or path.startswith(CHINESE) and path.endswith(".md"):
        yield from breaks.blanks(tree.page(path))
    yield from links.missing_mentions(tree, path)


def not_linked(tree, folder):
    """The pages of a language that its start page does not link."""
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
