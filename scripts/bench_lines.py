#!/usr/bin/env python3
"""Checks what a benchmark prints with --json, from standard input: each line one comparison, ratio = theirs / ours."""
import json
import sys

FIELDS = ["case", "against", "ours_ns", "theirs_ns", "ratio"]
MINIMA = ["ours_min_ns", "theirs_min_ns"]


def check(line):
    comparison = json.loads(line)
    if list(comparison) not in (FIELDS, FIELDS + MINIMA):
        raise ValueError(f"its fields are not {', '.join(FIELDS)}, perhaps with {' and '.join(MINIMA)}")
    expected = comparison["theirs_ns"] / comparison["ours_ns"]
    # The times are printed with fewer digits than the ratio was made from.
    if not abs(comparison["ratio"] / expected - 1) < 0.02:
        raise ValueError(f"its ratio is not theirs / ours, {expected:.3f}")


def main():
    lines = sys.stdin.read().splitlines()
    for line in lines:
        try:
            check(line)
        except (ValueError, ArithmeticError, TypeError) as error:
            sys.exit(f"bench_lines.py: {error}: {line}")
    if not lines:
        sys.exit("bench_lines.py: no comparison was printed")
    print(f"{len(lines)} comparisons")


if __name__ == "__main__":
    main()
