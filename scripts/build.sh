#!/usr/bin/env bash
# Builds what a user would install into dist/LANG/: scripts/build.sh [LANG…], by default all languages.
set -euo pipefail
source "$(dirname "$0")/run.sh"

list=$(languages_of build "$@")
for language in $list; do
    echo "== build $language"
    (source "scripts/build/$language.sh")
done
