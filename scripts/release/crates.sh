#!/usr/bin/env bash
# dist/release/crates: the crates for crates.io. They are published in this order: token04-core, token04-page,
# token04-server, token04-cli.
set -euo pipefail
cd "$(dirname "$0")/../.." || exit 1
source scripts/run.sh
source scripts/release/platforms.sh
need cargo
rm -rf "$release/crates"
mkdir -p "$release/crates"
# Compiled by the tests already, and from the packages when they are published.
cargo package -q --locked --no-verify -p token04-core -p token04-page -p token04-server -p token04-cli
for crate in core page server cli; do
    cp "${CARGO_TARGET_DIR:-target}/package/token04-$crate-$version.crate" "$release/crates"
done
