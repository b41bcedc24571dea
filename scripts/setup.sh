#!/usr/bin/env bash
# Installs missing requirements for building and testing: scripts/setup.sh [LANG…], by default for all languages.
set -euo pipefail
source "$(dirname "$0")/run.sh"

list=$(languages_of setup "$@")
for language in $list; do
    echo "== setup $language"
    (source "scripts/setup/$language.sh")
done
