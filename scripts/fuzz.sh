#!/usr/bin/env bash
# Fuzzes the parsers: scripts/fuzz.sh [RUNS [TARGET…]], by default ten million inputs per target.
# Requires cargo-fuzz (cargo install cargo-fuzz) and clang; a stable compiler works, with RUSTC_BOOTSTRAP.
set -euo pipefail
cd "$(dirname "$0")/../crates/token04-core"

runs=${1:-10000000}
shift || true
export RUSTC_BOOTSTRAP=1
mapfile -t targets < <(if [ $# -gt 0 ]; then printf '%s\n' "$@"; else cargo fuzz list; fi)
for target in "${targets[@]}"; do
    echo "== fuzz $target: $runs inputs"
    cargo fuzz run --release "$target" -- -runs="$runs" -max_len=2048 -timeout=5 -print_final_stats=1 -verbosity=0
done
