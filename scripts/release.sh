#!/usr/bin/env bash
# Makes every package for every platform: scripts/release.sh [PLATFORM…], by default all, into dist/release/KIND/.
#
# Builds first what is native of each platform (scripts/release/natives.sh); what is built already stays if
# TOKEN04_KEEP_NATIVES=1. Then a script per kind makes packages of it. scripts/setup.sh platforms installs the tools.
set -euo pipefail
source "$(dirname "$0")/run.sh"
source scripts/release/platforms.sh

chosen=$(platforms_of "$@")
for platform in $chosen; do
    if [ "${TOKEN04_KEEP_NATIVES:-}" = 1 ] && [ -f "$natives/$platform/complete" ]; then continue; fi
    scripts/release/natives.sh "$platform"
done
for kind in cli c python npm java go php dotnet page crates linux_packages oci; do
    echo "== release $kind"
    "scripts/release/$kind.sh"
done
scripts/release/sbom.sh
scripts/release/checksums.sh
find "$release" -type f -printf '%s %P\n' | LC_ALL=C sort -k 2
