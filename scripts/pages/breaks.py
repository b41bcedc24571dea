"""Finds lines of Chinese prose that are broken between two characters: a page shows a blank there."""
import re

WIDE = "[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef“”…]"
BREAK = re.compile(f"{WIDE}$")
BEGIN = re.compile(f" *{WIDE}")


def blanks(page):
    """The breaks of a page, one sentence each."""
    for line, following in zip(page.prose, page.prose[1:]):
        if BREAK.search(line) and BEGIN.match(following) and not line.startswith("#"):
            yield f"a line break shows as a blank: {line[-12:]} / {following.strip()[:12]}"
