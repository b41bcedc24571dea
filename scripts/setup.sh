#!/usr/bin/env bash
# Installs what building and testing needs and is missing: scripts/setup.sh [LANG…], all languages unless told.
set -euo pipefail
source "$(dirname "$0")/run.sh"

list=$(languages_of setup "$@")
for language in $list; do
    echo "== setup $language"
    (source "scripts/setup/$language.sh")
done
