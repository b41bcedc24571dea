#!/usr/bin/env bash
# dist/release/page: the page as one file.
set -euo pipefail
cd "$(dirname "$0")/../.." || exit 1
source scripts/run.sh
source scripts/release/platforms.sh
scripts/build.sh page
mkdir -p "$release/page"
cp dist/page/token04.html "$release/page/token04-$version.html"
