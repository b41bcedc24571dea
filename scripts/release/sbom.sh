#!/usr/bin/env bash
# dist/release/sbom: a bill of materials in CycloneDX for each package of dist/release. Run it after all others.
set -euo pipefail
source "$(dirname "$0")/../run.sh"
source scripts/release/platforms.sh
need cargo python3
rm -rf "$release/sbom"
scripts/release/sbom.py "$release" "$version"
