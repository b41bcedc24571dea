#!/usr/bin/env python3
"""Counts passed and failed tests in the output of a test runner: count.py RUNNER LOG prints "passed failed"."""
import re
import sys

# Per runner: a pattern for each summary line, and how its groups make (passed, failed).
RUNNERS = {
    "cargo": (r"test result: \w+\. (\d+) passed; (\d+) failed", lambda p, f: (p, f)),
    "plain": (r"^(\d+) passed, (\d+) failed$", lambda p, f: (p, f)),
    "ctest": (r"tests passed, (\d+) tests failed out of (\d+)", lambda f, n: (n - f, f)),
    "surefire": (r"^(?:\[\w+\] )?Tests run: (\d+), Failures: (\d+), Errors: (\d+), Skipped: (\d+)$",
                 lambda n, f, e, s: (n - f - e - s, f + e)),
}
# Per runner: a pattern whose matches are counted, for passed and for failed.
COUNTED = {
    "pytest": (r"(\d+) passed", r"(\d+) (?:failed|error)"),
    "node": (r"^(?:# |ℹ )pass (\d+)", r"^(?:# |ℹ )fail (\d+)"),
    "phpunit": (r"^OK \((\d+) tests?|^Tests: (\d+)", r"(?:Failures|Errors): (\d+)"),
}


def strip_colour(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def count(runner, text):
    if runner in RUNNERS:
        pattern, meaning = RUNNERS[runner]
        lines = [meaning(*map(int, found.groups())) for found in re.finditer(pattern, text, re.MULTILINE)]
        # Maven prints a line per class and then the sum, which alone stands without a class behind it.
        return (sum(passed for passed, _ in lines), sum(failed for _, failed in lines))
    if runner == "go":
        return (len(re.findall(r"^\s*--- PASS: ", text, re.MULTILINE)),
                len(re.findall(r"^\s*--- FAIL: |^FAIL\t.*\[build failed\]", text, re.MULTILINE)))
    passed, failed = (sum(int(next(filter(None, found.groups()), 0)) for found in re.finditer(pattern, text, re.MULTILINE))
                      for pattern in COUNTED[runner])
    if runner == "phpunit" and not text.count("OK ("):
        passed -= failed
    return passed, failed


if __name__ == "__main__":
    runner, log = sys.argv[1:]
    with open(log, encoding="utf-8", errors="replace") as file:
        print(*count(runner, strip_colour(file.read())))
