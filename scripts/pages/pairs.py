"""Compares a page with its translation: the same headings, tables, code and links."""
import re

# What is drawn or quoted is translated, so only its size is compared.
TRANSLATED = ("text", "mermaid")
REPOSITORY = re.compile(r"https://github\.com/token04/token04/(?:blob|tree)/(?:main|HEAD)/|(?:\.\./)+(?=docs/)")


def differences(english, chinese):
    """What differs between two pages, one sentence each."""
    levels = [[level for level, _ in page.headings] for page in (english, chinese)]
    if levels[0] != levels[1]:
        yield f"other headings: {outline(english)} / {outline(chinese)}"
    if english.tables != chinese.tables:
        yield f"other tables (cells of each row): {shape(english)} / {shape(chinese)}"
    yield from code_differences(english.blocks, chinese.blocks)
    ours, theirs = (set(map(neutral, page.links)) for page in (english, chinese))
    if ours != theirs:
        only = [f"{target} only in {where}" for targets, where in ((ours - theirs, "English"), (theirs - ours, "Chinese"))
                for target in sorted(targets)]
        yield f"other links: {', '.join(only)}"


def outline(page):
    return " ".join("#" * level + text for level, text in page.headings)


def shape(page):
    return " ".join(f"{rows[0]}x{len(rows)}" for rows in page.tables)


def code_differences(english, chinese):
    languages = [[block.language for block in blocks] for blocks in (english, chinese)]
    if languages[0] != languages[1]:
        yield f"other code blocks: {languages[0]} / {languages[1]}"
        return
    for number, (ours, theirs) in enumerate(zip(english, chinese), 1):
        if ours.language in TRANSLATED:
            same = len(ours.lines) == len(theirs.lines)
        else:
            same = ours.without_comments == theirs.without_comments
        if not same:
            yield f"code block {number} ({ours.language}) differs"


def neutral(link):
    """A link without its language and its anchor, which is made from a translated heading."""
    path = REPOSITORY.sub("", link.partition("#")[0]).replace(".zh-CN.", ".")
    return re.sub(r"(?<=[/-])(?:zh-CN|zh|en)(?=[/-])", "", path)
