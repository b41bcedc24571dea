#!/usr/bin/env bash
# What can be seen of packages for macOS where there is none: links.sh PLATFORM. Every library is a Mach-O file for the
# processor, names itself by @rpath, and needs only what each macOS has; a program links with both libraries for C.
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 1
source scripts/run.sh
source scripts/release/platforms.sh
platform=$1
name_platform "$platform"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
note() {
    if [ "$2" -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $1"; fi
}
for wheel in "$natives/$platform"/wheels/*.whl; do
    unzip -qj "$wheel" 'token04/_native*' -d "$work"
done
for file in "$natives/$platform"/{cli/token04,c/lib/libtoken04.dylib,java/libtoken04_java.dylib,node/token04.node} "$work"/*.so; do
    # Only the system's own libraries, and the file's own name.
    python3 scripts/test/platforms/macho.py "$file" "${platform#*-}"
    note "$file" $?
done
tar xzf "$release/c/token04-c-$version-$platform.tar.gz" -C "$work"
prefix=$work/token04-c-$version-$platform
arch=${platform#*-}
for library in "$prefix/lib/libtoken04.a" "$prefix/lib/libtoken04.dylib"; do
    .venv/release/bin/python-zig cc -target "$arch-macos" -I"$prefix/include" examples/c/make_tokens.c "$library" -o "$work/program"
    note "linking $library" $?
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
