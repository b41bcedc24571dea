#!/usr/bin/env bash
# dist/release/python: the wheels of all platforms that are built, and the source distribution.
set -euo pipefail
cd "$(dirname "$0")/../.." || exit 1
source scripts/run.sh
source scripts/release/platforms.sh
rm -rf "$release/python"
mkdir -p "$release/python"
for platform in $(built_platforms); do
    [ ! -d "$natives/$platform/wheels" ] || cp "$natives/$platform"/wheels/*.whl "$release/python"
done
"$root/.venv/release/bin/maturin" sdist --manifest-path bindings/python/Cargo.toml --out "$release/python" 2>/dev/null
