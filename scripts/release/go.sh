#!/usr/bin/env bash
# dist/release/go: the module with the static libraries of all platforms that are built, laid out as a module proxy, so
# that GOPROXY=file://… serves it. A program that uses it needs a C compiler, but no Rust.
set -euo pipefail
cd "$(dirname "$0")/../.." || exit 1
source scripts/run.sh
source scripts/release/platforms.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$release/go"
module=$(sed -n 's/^module //p' bindings/go/go.mod)
git ls-files -z bindings/go | xargs -0 cp --parents -t "$work"
folder=$work/bindings/go
cp LICENSE LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES.md "$folder"
for platform in $(built_platforms); do
    name_platform "$platform"
    scripts/release/go_library.sh "$natives/$platform/c/lib/libtoken04.a" "$folder/lib/$go_platform"
done
proxy=$release/go/$module/@v
mkdir -p "$proxy"
echo "v$version" > "$proxy/list"
echo "{\"Version\":\"v$version\",\"Time\":\"$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)\"}" > "$proxy/v$version.info"
cp bindings/go/go.mod "$proxy/v$version.mod"
python3 scripts/release/archive.py "$proxy/v$version.zip" "$folder" "$module@v$version/"
