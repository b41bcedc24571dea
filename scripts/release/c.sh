#!/usr/bin/env bash
# dist/release/c: for each platform that is built an archive with headers, static and shared library, pkg-config and CMake
# files, and licences. It works wherever it is unpacked.
set -euo pipefail
cd "$(dirname "$0")/../.." || exit 1
source scripts/run.sh
source scripts/release/platforms.sh
rm -rf "$release/c"
for platform in $(built_platforms); do
    case $platform in windows-*) suffix=zip ;; *) suffix=tar.gz ;; esac
    name=token04-c-$version-$platform
    python3 scripts/release/archive.py "$release/c/$name.$suffix" "$natives/$platform/c" "$name/"
done
