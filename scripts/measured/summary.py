"""The figures of all languages on the front pages: the picture with its text alternative, and a short table."""
from html import escape

from . import chart
from .table import BOUND, nanoseconds, row, unique

CASES = ["issue/plain", "verify/plain"]
WORDS = {
    "en": {
        "head": ("language", "issue", "verify", "times as fast as"),
        "bound": "Measured on {processors}. Rust's *plain way* is what one writes first. C's *evp tuned* verifies without returning claims, and its time shows whether the padding was right; token04 returns them, and takes the same time. The Rust core issues a token in {issue} times the time of its AES-256-CBC blocks alone, "
                 "each of which waits for the one before, and verifies one in {verify} times.",
        "missing": "*This version has not been measured yet.*",
        "plot": "Bar chart: how many times as fast token04 is as well-written code in each language. The section Speed has the figures.",
    },
    "zh": {
        "head": ("语言", "签发", "校验", "倍数的比较对象"),
        "bound": "测量环境：{processors}。Rust 的 *plain way* 是一般人最先写出的代码。C 的 *evp tuned* 校验时不返回声明，且耗时会暴露填充是否正确；token04 返回声明，耗时不变。AES-256-CBC 的每个分组都要等前一个分组，仅这些分组的耗时就是下限；Rust 核心签发的耗时是下限的 {issue} 倍，校验是 {verify} 倍。",
        "missing": "*此版本尚未测量。*",
        "plot": "柱状图：token04 的速度是每种语言中精心编写的代码的多少倍。数据见“性能”一节。",
    },
}


def picture(human):
    """The plot, by the reader's colour scheme."""
    return [
        "<picture>",
        f'  <source media="(prefers-color-scheme: dark)" srcset="docs/pictures/speed-{human}-dark.svg">',
        f'  <img src="docs/pictures/speed-{human}-light.svg" alt="{escape(WORDS[human]["plot"], quote=True)}">',
        "</picture>",
    ]


def lines(comparisons, human):
    """The table, and how near the core is to the bound."""
    words = WORDS[human]
    if not comparisons:
        return [words["missing"]]
    made = [row(words["head"]), "|" + "---|" * len(words["head"])]
    for language, name in chart.NAMES.items():
        if all(best := [chart.best(comparisons, language, case) for case in CASES]):
            cells = [f"{nanoseconds(line['ours_ns'])}, **{line['ratio']:.1f} ×**" for line in best]
            made.append(row((name, *cells, ", ".join(unique(line["against"] for line in best)))))
    return [*made, "", words["bound"].format(
        processors=", ".join(unique(line["processor"] for line in comparisons)),
        issue=over_bound(comparisons, "issue/plain"), verify=over_bound(comparisons, "verify/plain"),
    )]


def over_bound(comparisons, case):
    """How many times the bound the core takes."""
    ratio = next(
        line["ratio"] for line in comparisons
        if (line["language"], line["case"], line["against"]) == ("core", case, BOUND)
    )
    return f"{1 / ratio:.1f}"
