#!/usr/bin/env bash
# The C archive of a platform: c.sh PLATFORM. The example is linked with the static and with the shared library, and runs.
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 1
source scripts/test/platforms/place.sh
export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef
unpack c "token04-c-$version-$platform"
prefix=$place/token04-c-$version-$platform
export PKG_CONFIG_PATH=$prefix/lib/pkgconfig
check "pkg-config finds it" test "$(pkg-config --modversion token04)" = "$version"
# With what pkg-config says the static library needs. Zig has its own unwinder for what Rust leaves to the compiler.
read -ra needed <<< "$(pkg-config --static --libs-only-l token04 | sed 's/-ltoken04//')"
static=() shared=(-L"$prefix/lib" -ltoken04 "-Wl,-rpath,$inside/token04-c-$version-$platform/lib")
case $platform in
    *-musl) static=(-static) ;;
    windows-*)
        shared=("$prefix/lib/libtoken04.dll.a")
        cp "$prefix/bin/token04.dll" "$place" ;;
esac
check "links the static library" compile -O1 -I"$prefix/include" examples/c/make_tokens.c "${static[@]}" \
    "$prefix/lib/libtoken04.a" "${needed[@]}" -lunwind -o "$place/static$executable"
check "links the shared library" compile -O1 -I"$prefix/include" examples/c/make_tokens.c "${shared[@]}" \
    -o "$place/shared$executable"
for program in static shared; do
    output=$(there "{}/$program$executable" | tr -d '\r')
    check "$program: a token that this machine verifies" grep -q '^room room1: login 1, publish 1, streams camera1 screen1$' <<< "$output"
    check "$program: refusing" grep -q '206, token was made for another user_id$' <<< "$output"
done
finish
