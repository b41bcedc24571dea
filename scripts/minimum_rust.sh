#!/usr/bin/env bash
# Compiles every crate with the oldest Rust that Cargo.toml declares. If rustup cannot install that Rust, the script
# reports it and checks only that no dependency requires a newer one.
set -euo pipefail
cd "$(dirname "$0")/.."

minimum=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
echo "minimum Rust: $minimum"
cargo metadata --format-version 1 --locked | python3 -c '
import json, sys
version = lambda text: [int(part) for part in text.split(".")]
minimum = version(sys.argv[1])
newer = [f"""{package["name"]} {package["version"]} needs Rust {package["rust_version"]}""" for package in json.load(sys.stdin)["packages"]
         if package["rust_version"] and version(package["rust_version"])[:2] > minimum[:2]]
sys.exit("\n".join(newer) or 0)' "$minimum"
if command -v rustup >/dev/null && rustup toolchain install "$minimum" --profile minimal --no-self-update >/dev/null 2>&1; then
    CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/rust-$minimum cargo "+$minimum" check --workspace --locked -q
    echo "every crate compiles"
else
    echo "NOT COMPILED: rustup cannot install Rust $minimum here" >&2
fi
