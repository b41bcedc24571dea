"""The figures of all languages on the front page: the picture with its text alternative, and a table of two cases."""
from html import escape

from . import chart
from .table import BOUND, nanoseconds, row

CASES = {"issue/plain": {"en": "issue", "zh": "签发"}, "verify/plain": {"en": "verify", "zh": "校验"}}
WORDS = {
    "en": {
        "head": ("language", "case", "token04", "fastest other code", "token04 is faster by"),
        "bound": "Measured on {processors}. The Rust core issues a token in {issue} times the time of its AES-256-CBC blocks alone, "
                 "each of which waits for the one before, and verifies one in {verify} times.",
        "missing": "*This version has not been measured yet.*",
        "plot": "Bar chart: how many times faster token04 is than the fastest other code of each language. The table below has the figures.",
    },
    "zh": {
        "head": ("语言", "操作", "token04", "其他最快的代码", "token04 快"),
        "bound": "测量环境：{processors}。AES-256-CBC 的每个分组都要等前一个分组，仅这些分组的耗时就是下限；Rust 核心签发的耗时是下限的 {issue} 倍，校验是 {verify} 倍。",
        "missing": "*此版本尚未测量。*",
        "plot": "柱状图：token04 比每种语言中其他最快的代码快多少倍，数据见下表。",
    },
}


def picture(human):
    """The plot, by the reader's colour scheme."""
    return [
        "<picture>",
        '  <source media="(prefers-color-scheme: dark)" srcset="docs/pictures/speed-dark.svg">',
        f'  <img src="docs/pictures/speed-light.svg" alt="{escape(WORDS[human]["plot"], quote=True)}">',
        "</picture>",
    ]


def lines(comparisons, human):
    """The table, and how near the core is to the bound."""
    words = WORDS[human]
    if not comparisons:
        return [words["missing"]]
    made = [row(words["head"]), "|" + "---|" * len(words["head"])]
    for language, name in chart.NAMES.items():
        for case, title in CASES.items():
            if line := chart.best(comparisons, language, case):
                theirs = f"{nanoseconds(line['theirs_ns'])} ({line['against']})"
                made.append(row((name, title[human], nanoseconds(line["ours_ns"]), theirs, f"**{line['ratio']:.1f} ×**")))
    return [*made, "", words["bound"].format(
        processors=", ".join(dict.fromkeys(line["processor"] for line in comparisons)),
        issue=over_bound(comparisons, "issue/plain"), verify=over_bound(comparisons, "verify/plain"),
    )]


def over_bound(comparisons, case):
    """How many times the bound the core takes."""
    ratio = next(
        line["ratio"] for line in comparisons
        if (line["language"], line["case"], line["against"]) == ("core", case, BOUND)
    )
    return f"{1 / ratio:.1f}"
