#!/usr/bin/env bash
# Links the installed static library as users do: beside another Rust library, in both orders and with each linker;
# without shared libraries; small; and, if a prefix for musl is given, fully static against musl.
# links.sh PREFIX [MUSL_PREFIX]; ends with "N passed, N failed".
set -uo pipefail
prefix=$1 musl_prefix=${2:-}
tests=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export PKG_CONFIG_PATH=$prefix/lib/pkgconfig
passed=0 failed=0
version=$(pkg-config --modversion token04)

# A command that must succeed: check NAME COMMAND…
check() {
    local name=$1 output
    shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED %s: %s\n%s\n' "$name" "$*" "$output"
    fi
}

# Links version.c and runs it: links NAME COMPILER ARGUMENT…
links() {
    local name=$1
    shift
    rm -f program
    check "$name" "$@" -o program
    [ "$(./program)" = "04 $version" ]
    check "$name, run" test $? -eq 0
}

# The shared libraries that a program needs.
needed() {
    readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'
}

read -ra flags <<< "$(pkg-config --cflags --static --libs token04)"
gcc -c -I"$prefix/include" "$tests/version.c" -o version.o

# Another library in Rust, which catches panics of its own.
cat > other.rs <<'END'
#[unsafe(no_mangle)]
pub extern "C" fn other_length(number: u32) -> usize {
    std::panic::catch_unwind(|| number.checked_ilog10().map(|_| format!("{number}").len()).unwrap()).unwrap_or(99)
}
END
cat > both.c <<'END'
#include <stddef.h>
#include <stdio.h>
#include <token04.h>
size_t other_length(unsigned);
int main(void) { return printf("%zu %zu %s\n", other_length(1000), other_length(0), token04_version()) < 0; }
END
check "another Rust library" rustc --edition 2024 -O --crate-type staticlib other.rs
for linker in bfd gold lld; do
    for order in "$prefix/lib/libtoken04.a libother.a" "libother.a $prefix/lib/libtoken04.a"; do
        rm -f both
        # shellcheck disable=SC2086
        check "beside another Rust library, $linker" gcc -fuse-ld=$linker -I"$prefix/include" both.c $order -o both
        [ "$(./both 2>/dev/null)" = "4 99 $version" ]
        check "beside another Rust library, $linker, run" test $? -eq 0
    done
    for compiler in gcc clang; do
        links "static, $compiler, $linker" $compiler -static -fuse-ld=$linker version.o "${flags[@]}"
        check "static, $compiler, $linker: no shared library" test -z "$(needed program)"
    done
done
links "static, position-independent" gcc -static-pie version.o "${flags[@]}"
cmake_list=(-DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_EXE_LINKER_FLAGS=-static)
check "static, CMake" cmake -S "$tests/installed" -B static "${cmake_list[@]}"
check "static, CMake, built" cmake --build static --target with_static
check "static, CMake, run" static/with_static

# What a program needs beside it, and how large it is without symbols.
links "without libgcc_s" gcc -static-libgcc version.o "$prefix/lib/libtoken04.a"
check "without libgcc_s: only the C library" test "$(needed program | grep -v '^ld-linux')" = libc.so.6
for linker in bfd lld; do
    links "small, $linker" gcc -fuse-ld=$linker version.o "$prefix/lib/libtoken04.a" -Wl,--gc-sections
    strip program
    size=$(stat -c %s program)
    echo "a stripped program that issues tokens, linked with --gc-sections by $linker: $size bytes"
    check "small, $linker: $size bytes" test "$size" -lt 550000
done
check "the package drops unused functions" grep -q -- '^Libs.private: .*--gc-sections' "$PKG_CONFIG_PATH/token04.pc"

if [ -n "$musl_prefix" ]; then
    read -ra flags <<< "$(PKG_CONFIG_PATH=$musl_prefix/lib/pkgconfig pkg-config --cflags --libs token04)"
    links "musl" musl-gcc -static "$tests/version.c" "${flags[@]}"
    check "musl: no shared library" test -z "$(needed program)"
    # Without it a panic inside could not be caught.
    readelf -lW program | grep -q GNU_EH_FRAME
    check "musl: the unwinder finds its tables" test $? -eq 0
    check "musl, CMake" cmake -S "$tests/installed" -B musl -DCMAKE_PREFIX_PATH="$musl_prefix" -DCMAKE_C_COMPILER=musl-gcc
    check "musl, CMake, built" cmake --build musl
    check "musl, CMake, run" musl/with_package_default
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
