"""Checks code that a page takes from a file: the block below `<!-- from PATH -->` is in that file, comments aside."""
import re

from .markdown import Code

QUOTE = re.compile(r"^<!-- from (?P<path>\S+) -->\n+^```(?P<language>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


def false_quotes(tree, path):
    """The blocks that are not in the file that they name, one sentence each."""
    for quote in QUOTE.finditer(tree.text(path)):
        source = quote["path"]
        if source not in tree.paths:
            yield f"code is from {source}, which does not exist"
        elif bare(quote["code"]) not in bare(tree.text(source)):
            yield f"the code quoted from {source} is not in it"


def bare(text):
    """The lines without comments, blank lines and indentation."""
    lines = (line.strip().lstrip("* ").rstrip(",") for line in Code("", text.splitlines()).without_comments)
    return "\n".join(["", *filter(None, lines), ""])
