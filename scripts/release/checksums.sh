#!/usr/bin/env bash
# dist/release/SHA256SUMS: of every file of dist/release; `sha256sum --check SHA256SUMS` verifies them. Run it last.
set -euo pipefail
source "$(dirname "$0")/../run.sh"
source scripts/release/platforms.sh
cd "$release"
# shellcheck disable=SC2094
find . -type f ! -name SHA256SUMS -printf '%P\0' | LC_ALL=C sort -z | xargs -0 sha256sum > SHA256SUMS
sha256sum --check --quiet SHA256SUMS
