"""Finds phrases that a reader has to read twice, with what to write instead."""
import re

INSTEAD = {
    r"\bunless told\b|\b(?:is|are) told\b": "by default; is given, specified, reported",
    r"\banew\b": "again",
    r"\bmend(?:s|ed)?\b": "fix",
    r"\b(?:is|are) good for\b|\bno good\b": "is valid for; is invalid",
    r"\bof no use\b": "invalid, unusable",
    r"\bwhat stands\b|\bstands in (?:the|a)\b": "is in",
    r"\bcannot rot\b": "keeps working",
    "有效时长": "有效期",
    "回绕": "溢出",
    "坏 ?Token": "无效 Token",
    "回答请求": "处理请求",
    "网页端": "Web 端",
}
PHRASES = [(re.compile(pattern), instead) for pattern, instead in INSTEAD.items()]


def phrases(page):
    """The phrases of a page, one sentence each."""
    text = "\n".join(page.prose)
    for pattern, instead in PHRASES:
        for found in pattern.finditer(text):
            yield f"'{found[0]}': write {instead}"
