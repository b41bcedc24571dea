"""What the checks see of a Markdown page: headings, tables, code, links and the anchors that links can point to."""
import re
from dataclasses import dataclass, field
from functools import cached_property

FENCE = re.compile(r"^( *)(```+|~~~+) *([^\n`]*)$")
HEADING = re.compile(r"^(#{1,6}) +(.*?) *#*$")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
INLINE_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
REFERENCE = re.compile(r"^ *\[[^\]]+\]: +<?(\S+?)>?(?: +\".*\")?$", re.MULTILINE)
HTML_LINK = re.compile(r"<(?:a|img|source)\b[^>]*?\b(?:href|src|srcset)=\"([^\"]+)\"")
HTML_ANCHOR = re.compile(r"\b(?:id|name)=\"([^\"]+)\"")
# A comment in a code block: a whole line, or what follows blanks.
CODE_COMMENT = re.compile(r"(?:^|(?<=\s))(?://|#|--|/\*|<!--)(?=\s).*$", re.MULTILINE)


@dataclass
class Code:
    """A fenced block."""

    language: str
    lines: list = field(default_factory=list)

    @cached_property
    def without_comments(self):
        """The lines that a translation has too; it may ask the program for its own language."""
        text = CODE_COMMENT.sub("", "\n".join(self.lines)).replace("--lang zh", "--lang en")
        return [line.rstrip() for line in text.splitlines() if line.strip()]


class Page:
    """A page, read from its text."""

    def __init__(self, text):
        self.blocks, prose, block, fence = [], [], None, ""
        for line in COMMENT.sub("", text).splitlines():
            found = FENCE.match(line)
            if block is None and found:
                block, fence = Code(found[3].strip()), found[2]
            elif block is not None and line.strip() == fence:
                self.blocks.append(block)
                block = None
            elif block is not None:
                block.lines.append(line)
            else:
                prose.append(line)
        if block is not None:
            self.blocks.append(block)
        self.prose = prose

    @cached_property
    def headings(self):
        """Level and text of each heading."""
        found = filter(None, map(HEADING.match, self.prose))
        return [(len(heading[1]), heading[2]) for heading in found]

    @cached_property
    def tables(self):
        """Of each table, the number of cells of each of its rows."""
        tables, rows = [], []
        for line in [*self.prose, ""]:
            if line.lstrip().startswith("|"):
                cells = INLINE_CODE.sub("`", line.strip()).replace(r"\|", "").strip("|")
                rows.append(cells.count("|") + 1)
            elif rows:
                tables.append(rows)
                rows = []
        return tables

    @cached_property
    def links(self):
        """The targets of all links and pictures."""
        text = INLINE_CODE.sub("", "\n".join(self.prose))
        sets = (candidate.split(",") for candidate in HTML_LINK.findall(text))
        pictures = [part.split()[0] for parts in sets for part in parts if part.split()]
        return LINK.findall(text) + REFERENCE.findall(text) + pictures

    @cached_property
    def anchors(self):
        """What may follow the # of a link to this page, as hosting services and the site make it from headings."""
        anchors, seen = set(HTML_ANCHOR.findall("\n".join(self.prose))), {}
        for _, text in self.headings:
            name = anchor(text)
            count = seen.get(name, 0)
            seen[name] = count + 1
            anchors.add(f"{name}-{count}" if count else name)
        return anchors


def anchor(heading):
    """The anchor of a heading. The site has the same rule; scripts/test/site.py compares."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
    return re.sub(r"[^\w\- ]", "", text).strip().replace(" ", "-")
