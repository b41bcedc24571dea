#!/usr/bin/env bash
# The Go module of the release: its tests are compiled here for a platform, with zig as the C compiler, and run there:
# go.sh PLATFORM
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 1
source scripts/test/platforms/place.sh
module=$(sed -n 's/^module //p' bindings/go/go.mod)
unzip -q "$release/go/$module/@v/v$version.zip" -d "$place/source"
cp -r crates/token04-vectors/vectors "$place/vectors"
folder=$place/source/$module@v$version
tags=() flags=()
case $platform in *-musl) tags=(-tags musl) flags=(-ldflags "-linkmode external -extldflags -static") ;; esac
go_arch=$(cut -d_ -f2 <<< "$go_platform")
build() {
    # Zig has its own unwinder for what Rust leaves to the compiler.
    CGO_ENABLED=1 CGO_LDFLAGS=-lunwind GOOS=${go_platform%%_*} GOARCH=$go_arch CC="$root/.venv/release/bin/python-zig cc -target $(zig_name)" \
        go -C "$folder" test -c "${tags[@]}" "${flags[@]}" -o "$place/go.test$executable" .
}
check "compiles without Rust" build
export TOKEN04_VECTORS=$inside/vectors
# There is no Go in the root, with which that one compiles a program.
folder=$inside/source/$module@v$version check "its tests" there "{}/go.test$executable" -test.count=1 -test.skip=TestFromOutside
finish
