#!/usr/bin/env bash
# Measures one language against the best code its users could write: scripts/bench.sh LANG [--json] [--brief].
# --json prints a line per comparison, with ratio = theirs / ours; --brief only shows that the benchmark works.
set -euo pipefail
source "$(dirname "$0")/run.sh"

language=${1:?usage: scripts/bench.sh LANG [--json] [--brief]}
shift
[ -f "scripts/bench/$language.sh" ] || { echo "scripts/bench.sh: no benchmark for '$language'" >&2; exit 2; }
source "scripts/bench/$language.sh"
