#!/usr/bin/env bash
# dist/release/php: the Composer package with the libraries of all platforms that are built.
set -euo pipefail
cd "$(dirname "$0")/../.." || exit 1
source scripts/run.sh
source scripts/release/platforms.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$release/php"
git ls-files -z bindings/php ':!bindings/php/tests' ':!bindings/php/bench' | xargs -0 cp --parents -t "$work"
folder=$work/bindings/php
mkdir "$folder/native"
cp LICENSE LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES.md "$folder/native"
for platform in $(built_platforms); do
    name_platform "$platform"
    mkdir "$folder/native/$php_platform"
    # Under the name that the package loads, without the number of the C library.
    cp -L "$(shared_library "$platform")" "$folder/native/$php_platform"
done
python3 scripts/release/archive.py "$release/php/token04-$version.zip" "$folder"
