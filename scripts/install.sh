#!/usr/bin/env bash
# Builds the C library and installs it for C and C++: scripts/install.sh [PREFIX], by default
# /usr/local. Headers, libraries, pkg-config and CMake files find each other wherever the prefix is moved to.
set -euo pipefail
prefix=$(mkdir -p "${1:-/usr/local}" && cd "${1:-/usr/local}" && pwd)
source "$(dirname "$0")/run.sh"

target=${CARGO_TARGET_DIR:-target}
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
# The number in the soname, which bindings/c/build.rs gives the library.
abi=0
native_libs_file=$(mkdir -p "$target" && cd "$target" && pwd)/token04-native-libs.txt

build() {
    cargo rustc --release --locked -p token04-c --lib -- --print native-static-libs="$native_libs_file"
    native_libs=$(cat "$native_libs_file")
}

# Links the static library's objects into one, with what the exported functions need and no other global symbol:
# it has a tenth of the size, and two Rust libraries can be linked into one program.
install_static() {
    local work=$1 roots
    roots=$(sed 's/^/-u /' bindings/c/symbols.txt)
    # shellcheck disable=SC2086
    ld -r --gc-sections --strip-debug $roots -o "$work/token04.o" "$target/release/libtoken04.a"
    objcopy --remove-section=.llvmbc --remove-section=.llvmcmd \
        --keep-global-symbols=bindings/c/symbols.txt "$work/token04.o"
    rm -f "$prefix/lib/libtoken04.a"
    ar rcsD "$prefix/lib/libtoken04.a" "$work/token04.o"
}

install_shared() {
    install -m 755 "$target/release/libtoken04.so" "$prefix/lib/libtoken04.so.$version"
    ln -sf "libtoken04.so.$version" "$prefix/lib/libtoken04.so.$abi"
    ln -sf "libtoken04.so.$abi" "$prefix/lib/libtoken04.so"
}

# Fills in a template: instantiate NAME DIRECTORY
instantiate() {
    sed -e "s|@VERSION@|$version|g" -e "s|@MAJOR@|$(cut -d. -f1 <<< "$version")|g" \
        -e "s|@MINOR@|$(cut -d. -f2 <<< "$version")|g" -e "s|@ABI@|$abi|g" \
        -e "s|@NATIVE_LIBS@|$native_libs|g" -e "s|@NATIVE_LIBS_CMAKE@|${native_libs// /;}|g" \
        "bindings/c/install/$1.in" > "$2/$1"
}

build
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$prefix/include" "$prefix/lib/pkgconfig" "$prefix/lib/cmake/token04"
install -m 644 include/token04.h include/token04.hpp bindings/cpp/include/*.h "$prefix/include"
install_static "$work"
install_shared
instantiate token04.pc "$prefix/lib/pkgconfig"
instantiate token04-config.cmake "$prefix/lib/cmake/token04"
instantiate token04-config-version.cmake "$prefix/lib/cmake/token04"
echo "installed token04 $version into $prefix"
