#!/usr/bin/env bash
# dist/release/npm: the package token04, and one with the addon for each platform that is built. Those are published first.
set -euo pipefail
cd "$(dirname "$0")/../.." || exit 1
source scripts/run.sh
source scripts/release/platforms.sh
need node npm
scripts/build.sh wasm
[ -d bindings/node/node_modules/typescript ] || npm ci --loglevel=error --prefix bindings/node
addons=()
for platform in $(built_platforms); do
    name_platform "$platform"
    # Packages for Windows bear the name of Microsoft's compiler, but Node.js loads what any compiler makes.
    addons+=("${rust_target/%-windows-gnu/-windows-msvc}" "$natives/$platform/node/token04.node")
done
node bindings/node/pack.mjs "$release/npm" "${addons[@]}"
