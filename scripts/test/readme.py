#!/usr/bin/env python3
"""Runs the commands of the READMEs and of docs, so that they keep working: readme.py [PAGE…], by default all of them.

What is run:
  * every block marked ```sh of README.md and README.zh-CN.md, in order. Blocks of other kinds (```console, ```text,
    ```rust …) are for reading.
  * a block marked ```sh of bindings/*/README.md and docs/en with the line <!-- run --> above it. The code of the
    translations is the same (scripts/documents.py).
  * never a block with the line <!-- not run: REASON --> above it, which is reported.

How: in a copy of the checkout as it would be committed, outside of it, with no ZEGO_ variable set. The blocks of one
page share one shell, as a reader types them one after the other: it starts in the README's folder, for docs in the
root, and directory and variables live on from block to block. The first command that fails ends the page.

A block may contain what a reader replaces (1234567890, 0123456789abcdef0123456789abcdef): it runs unchanged.
Ends with a line "N passed, N failed", a block each.
"""
import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ALL_RUN = ["README.md", "README.zh-CN.md"]
MARKED_RUN = ["bindings/*/README*.md", "docs/en/**/*.md"]
BLOCK = re.compile(r"(?:^<!-- *(?P<mark>[^\n]*?) *-->\n+)?^```sh *\n(?P<commands>.*?)^``` *$", re.MULTILINE | re.DOTALL)
LONGEST_SECONDS = 3600


def blocks(name):
    """The blocks to run of a README: the line each begins at, and its commands."""
    text = (ROOT / name).read_text(encoding="utf-8")
    for found in BLOCK.finditer(text):
        line = text.count("\n", 0, found.start("commands")) + 1
        mark = found["mark"] or ""
        if mark.startswith("not run"):
            print(f"{name}:{line}: {mark}")
        elif name in ALL_RUN or mark == "run":
            yield line, found["commands"]


def copy_checkout(target):
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            cwd=ROOT, check=True, capture_output=True).stdout
    for name in map(os.fsdecode, filter(None, listed.split(b"\0"))):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def run_shell(script, folder, environment):
    """Runs commands, ends what they left running, and gives their exit status."""
    with subprocess.Popen(["bash", "-c", script], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          start_new_session=True) as shell:
        try:
            return shell.wait(LONGEST_SECONDS)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(shell.pid, signal.SIGKILL)


def run(name, checkout):
    """Runs a README's blocks, and gives how many passed and how many failed."""
    found = list(blocks(name))
    if not found:
        return 0, 0
    with tempfile.NamedTemporaryFile("r", prefix="token04-readme-") as begun:
        script = "set -euo pipefail\n" + "".join(
            f"echo {line} >> {begun.name}\necho '--- {name}:{line}'\n{commands}" for line, commands in found)
        environment = {key: value for key, value in os.environ.items() if not key.startswith("ZEGO_")}
        # What is built from the copy shares what is built already.
        environment.setdefault("CARGO_TARGET_DIR", str(ROOT / "target"))
        folder = checkout if name.startswith("docs/") else (checkout / name).parent
        status = run_shell(script, folder, environment)
        reached = begun.read().split()
    if status == 0:
        return len(found), 0
    print(f"FAILED: {name}:{reached[-1]} (exit status {status})", flush=True)
    return len(reached) - 1, 1


def main(names):
    marked = sorted(str(path.relative_to(ROOT)) for pattern in MARKED_RUN for path in ROOT.glob(pattern))
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="token04-readme-") as folder:
        checkout = Path(folder) / "token04"
        copy_checkout(checkout)
        for name in names or ALL_RUN + marked:
            counts = run(name, checkout)
            passed, failed = passed + counts[0], failed + counts[1]
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)
    sys.exit(main(sys.argv[1:]))
