"""Finds links to files and headings that do not exist, and paths of documentation in code that do not."""
import posixpath
import re
from urllib.parse import unquote

from .markdown import Page

REPOSITORY = re.compile(r"https://github\.com/token04/token04/(?:blob|tree)/(?:main|HEAD)/([^#]*)")
MENTION = re.compile(r"(?<![\w./-])docs/[\w./-]*?\.md\b")


class Tree:
    """The files of a checkout: their paths, and the text of those that are asked for."""

    def __init__(self, root, paths):
        self.root, self.paths, self.pages = root, set(paths), {}
        self.folders = {folder for path in paths for folder in parents(path)}

    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def page(self, path):
        if path not in self.pages:
            self.pages[path] = Page(self.text(path))
        return self.pages[path]

    def has(self, path):
        return path in self.paths or path in self.folders


def parents(path):
    while path:
        path = posixpath.dirname(path)
        yield path or "."


def broken(tree, path):
    """The links of a page that lead nowhere, one sentence each."""
    for link in tree.page(path).links:
        target, _, name = link.partition("#")
        of_repository = REPOSITORY.match(link)
        if of_repository:
            target = "/" + of_repository[1]
        elif re.match(r"[a-z][a-z0-9+.-]*:|//", link):
            continue
        target = unquote(target)
        if target.startswith("/"):
            target = target.lstrip("/")
        elif target:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        else:
            target = path
        if not tree.has(target.rstrip("/")):
            yield f"{link} does not exist"
        elif name and target.endswith(".md") and unquote(name) not in tree.page(target).anchors:
            yield f"{link}: the page has no such heading"


def missing_mentions(tree, path):
    """Pages of docs that a file mentions and that do not exist."""
    try:
        text = tree.text(path)
    except UnicodeDecodeError:
        return
    linked = tree.page(path).links if path.endswith(".md") else []
    for mention in sorted(set(MENTION.findall(text))):
        if mention not in tree.paths and not any(mention in link for link in linked):
            yield f"{mention} does not exist"
