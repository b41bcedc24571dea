#!/usr/bin/env python3
"""scripts/documents.py finds each kind of mistake, and nothing in pages without one; ends with "N passed, N failed"."""
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import documents  # noqa: E402
from pages import links  # noqa: E402

# Written as DOCS, because the pages named here do not exist.
GOOD = {
    "DOCS/en/index.md": "# Start\n\n* [A](a.md)\n* [中文](../zh-CN/index.md)\n",
    "DOCS/zh-CN/index.md": "# 开始\n\n* [甲](a.md)\n* [English](../en/index.md)\n",
    "DOCS/en/a.md": "# A b: `c_d`\n\nSee [here](#a-b-c_d), [x](../../src/x.rs).\n\n| a | b |\n|---|---|\n| `\\|` | 2 |\n\n"
                    "<!-- from src/x.rs -->\n```rust\nlet a = 1; // one\n```\n\n```text\ndrawn\n```\n",
    "DOCS/zh-CN/a.md": "# 甲：乙\n\n见[此处](#甲乙)、[x](../../src/x.rs)。\n\n| 甲 | 乙 |\n|---|---|\n| `\\|` | 2 |\n\n"
                       "<!-- from src/x.rs -->\n```rust\nlet a = 1; // 一\n```\n\n```text\n图\n```\n",
    "bindings/go/go.mod": "go 1.21\n",
    "README.md": "# R\n\n| a | b |\n|---|---|\n| [Go](bindings/go) | 1.21, cgo |\n\n[docs](https://github.com/token04/token04/blob/main/DOCS/en/a.md)\n\n```sh\nx --lang en   # to see\n```\n",
    "README.zh-CN.md": "# 读\n\n| 甲 | 乙 |\n|---|---|\n| [Go](bindings/go) | 1.21、cgo |\n\n[文档](DOCS/zh-CN/a.md)\n\n```sh\nx --lang zh   # 查看\n```\n",
    "llms.txt": "# L\n\n- [A](DOCS/en/a.md)\n",
    "src/x.rs": "// DOCS/en/a.md explains it.\nfn main() {\n    let a = 1;\n}\n",
}

# What is changed, from what, to what, and a part of the problem that must be found; None deletes a file.
MISTAKES = [
    ("DOCS/zh-CN/a.md", None, None, "DOCS/zh-CN/a.md is missing"),
    ("DOCS/en/a.md", None, None, "DOCS/en/a.md is missing"),
    ("DOCS/zh-CN/a.md", "# 甲：乙", "## 甲：乙", "other headings"),
    ("DOCS/zh-CN/a.md", "| `\\|` | 2 |\n", "", "other tables"),
    ("DOCS/zh-CN/a.md", "| `\\|` | 2 |", "| `\\|` | 2 | 3 |", "other tables"),
    ("DOCS/zh-CN/a.md", "let a = 1; // 一", "let a = 2; // 一", "code block 1 (rust) differs"),
    ("DOCS/zh-CN/a.md", "```text\n图\n", "```text\n图\n图\n", "code block 2 (text) differs"),
    ("DOCS/zh-CN/a.md", "```text", "```sh", "other code blocks"),
    ("DOCS/zh-CN/a.md", "、[x](../../src/x.rs)", "", "other links: ../../src/x.rs only in English"),
    ("DOCS/zh-CN/a.md", "见[此处]", "说明\n见[此处]", "a line break shows as a blank"),
    ("DOCS/en/a.md", "(../../src/x.rs)", "(../../src/y.rs)", "../../src/y.rs does not exist"),
    ("DOCS/en/a.md", "(#a-b-c_d)", "(#a-c)", "#a-c: the page has no such heading"),
    ("DOCS/en/a.md", "let a = 1; // one", "let b = 1; // one", "the code quoted from src/x.rs is not in it"),
    ("DOCS/en/a.md", "from src/x.rs", "from src/z.rs", "code is from src/z.rs, which does not exist"),
    ("DOCS/en/index.md", "* [A](a.md)\n", "", "no link to DOCS/en/a.md"),
    ("README.md", "blob/main/DOCS/en/a.md", "blob/main/DOCS/en/b.md", "DOCS/en/b.md does not exist"),
    ("README.md", "# R\n", "# R\n\nIt is loaded anew.\n", "'anew': write again"),
    ("README.md", "1.21, cgo", "1.2, cgo", "requires Go 1.21, the table says otherwise"),
    ("bindings/go/go.mod", "go 1.21", "go", "states no oldest version of Go"),
    ("README.zh-CN.md", "x --lang zh", "x --long zh", "code block 1 (sh) differs"),
    ("llms.txt", "DOCS/en/a.md", "DOCS/en/b.md", "DOCS/en/b.md does not exist"),
    ("src/x.rs", "DOCS/en/a.md", "DOCS/a.md", "DOCS/a.md does not exist"),
]


def real(text):
    return text and text.replace("DOCS/", "docs/")


GOOD = {real(path): real(text) for path, text in GOOD.items()}
MISTAKES = [tuple(map(real, mistake)) for mistake in MISTAKES]


def problems(files):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return list(documents.problems(links.Tree(Path(folder), list(files))))


def changed(path, before, after):
    if before is None:
        return {other: text for other, text in GOOD.items() if other != path}
    if before not in GOOD[path]:
        sys.exit(f"{path} does not have {before!r}")
    return GOOD | {path: GOOD[path].replace(before, after)}


def main():
    failures = [f"pages without a mistake: {problem}" for problem in problems(GOOD)]
    passed = not failures
    for path, before, after, expected in MISTAKES:
        found = problems(changed(path, before, after))
        if any(expected in problem for problem in found):
            passed += 1
        else:
            failures.append(f"{path}, {before!r} to {after!r}: expected {expected!r}, found {found}")
    for failure in failures:
        print(f"FAILED: {failure}")
    print(f"{int(passed)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
