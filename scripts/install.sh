#!/usr/bin/env bash
# Builds the C library and installs it for C and C++: scripts/install.sh [--libdir DIR] [PREFIX]
#
#   PREFIX    /usr/local by default
#   --libdir  the folder of the libraries below PREFIX: lib by default, lib64 or lib/x86_64-linux-gnu on some systems
#   DESTDIR   in the environment: a folder that stands for the root of the file system, to make a package from
#   TOKEN04_LIBRARIES  in the environment: a folder with libtoken04.a and the shared library, which are then not built
#
# Headers, libraries, pkg-config and CMake files find each other wherever PREFIX is moved to.
# scripts/uninstall.sh PREFIX removes them.
set -euo pipefail
prefix=/usr/local libdir=lib
while [ $# -gt 0 ]; do
    case $1 in
        --libdir) libdir=${2%/}; shift 2 ;;
        -*) echo "usage: scripts/install.sh [--libdir DIR] [PREFIX]" >&2; exit 2 ;;
        *) prefix=$1; shift ;;
    esac
done
case $libdir in /* | *..*) echo "install.sh: --libdir is a folder below PREFIX, got $libdir" >&2; exit 2 ;; esac
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
source "$(dirname "$0")/run.sh"
source scripts/platform.sh
case $target_os in
    linux | macos | windows) ;;
    *) echo "install.sh: $rust_target is not supported" >&2; exit 1 ;;
esac

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
# The number in the name of the shared library, which bindings/c/build.rs gives it.
abi=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# What will be in PREFIX.
stage=$work/stage
# The way from the folder of the libraries back to the prefix.
up=$(tr -s / '\n' <<< "$libdir" | sed 's|.*|..|' | paste -sd /)
# What a program links with the static library: the linker leaves out what the program does not call.
case $target_os in
    macos) libraries=-Wl,-dead_strip ;;
    *) libraries=-Wl,--gc-sections ;;
esac
libraries+=$(system_libraries)
# The static library for musl has Rust's own unwinder, which finds its way by a header that compilers leave out of static
# programs.
case $rust_target in *-musl) libraries+=" -Wl,--eh-frame-hdr" ;; esac

# Where the shared library is below PREFIX, and what CMake is told besides.
case $target_os in
    linux) shared_file=$libdir/libtoken04.so.$version shared_property="IMPORTED_SONAME \"libtoken04.so.$abi\"" ;;
    macos) shared_file=$libdir/libtoken04.$version.dylib shared_property="IMPORTED_SONAME \"@rpath/libtoken04.$abi.dylib\"" ;;
    windows) shared_file=bin/token04.dll shared_property="IMPORTED_IMPLIB \"\${_token04_prefix}/$libdir/libtoken04.dll.a\"" ;;
esac

# Links the static library's objects into one, with what the exported functions need and no other global symbol.
# Without section groups: a linker keeps one group of a name, and every Rust library has groups of the same names.
stage_static_elf() {
    local object=$work/token04.o inputs=("$artifacts/libtoken04.a") symbol
    case $rust_target in
        *-musl) inputs+=("$(rustc --print sysroot)/lib/rustlib/$rust_target/lib/self-contained/libunwind.a") ;;
    esac
    while read -r symbol; do
        inputs+=(-u "$symbol")
    done < bindings/c/symbols.txt
    "${binutils}ld" -r --gc-sections --force-group-allocation --strip-debug -o "$object" "${inputs[@]}"
    "${binutils}objcopy" --remove-section=.llvmbc --remove-section=.llvmcmd \
        --keep-global-symbols=bindings/c/symbols.txt --strip-unneeded "$object"
    "${binutils}ar" rcsD "$stage/$libdir/libtoken04.a" "$object"
}

stage_libraries() {
    case $target_os in
        linux)
            stage_static_elf
            # A plain build for musl gives no shared library.
            [ -f "$artifacts/libtoken04.so" ] || return 0
            install -m 755 "$artifacts/libtoken04.so" "$stage/$shared_file"
            ln -s "$(basename "$shared_file")" "$stage/$libdir/libtoken04.so.$abi"
            ln -s "libtoken04.so.$abi" "$stage/$libdir/libtoken04.so" ;;
        macos)
            install -m 644 "$artifacts/libtoken04.a" "$stage/$libdir"
            install -m 755 "$artifacts/libtoken04.dylib" "$stage/$shared_file"
            ln -s "$(basename "$shared_file")" "$stage/$libdir/libtoken04.$abi.dylib"
            ln -s "libtoken04.$abi.dylib" "$stage/$libdir/libtoken04.dylib" ;;
        windows)
            install -m 644 "$artifacts/libtoken04.a" "$artifacts/libtoken04.dll.a" "$stage/$libdir"
            install -D -m 755 "$artifacts/token04.dll" "$stage/$shared_file" ;;
    esac
}

# Fills in a template: instantiate NAME DIRECTORY
instantiate() {
    sed -e "s|@VERSION@|$version|g" -e "s|@MAJOR@|$(cut -d. -f1 <<< "$version")|g" \
        -e "s|@MINOR@|$(cut -d. -f2 <<< "$version")|g" \
        -e "s|@LIBDIR@|$libdir|g" -e "s|@UP@|$up|g" -e "s|@SHARED_FILE@|$shared_file|g" \
        -e "s|@SHARED_PROPERTY@|$shared_property|g" \
        -e "s|@LIBRARIES@|$libraries|g" -e "s|@LIBRARIES_CMAKE@|${libraries// /;}|g" \
        "bindings/c/install/$1.in" > "$2/$1"
    chmod 644 "$2/$1"
}

if [ -n "${TOKEN04_LIBRARIES:-}" ]; then
    artifacts=$TOKEN04_LIBRARIES
else
    cargo build --release --locked -p token04-c --lib
fi
mkdir -p "$stage/include/token04" "$stage/$libdir/pkgconfig" "$stage/$libdir/cmake/token04" \
    "$stage/share/doc/token04" "$stage/share/token04"
install -m 644 include/token04.h include/token04.hpp bindings/cpp/include/*.h "$stage/include"
install -m 644 bindings/c/install/module.modulemap "$stage/include/token04"
install -m 644 LICENSE LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES.md "$stage/share/doc/token04"
stage_libraries
instantiate token04.pc "$stage/$libdir/pkgconfig"
# Alone, the static library is what a program links that asks for no static one.
[ -f "$stage/$shared_file" ] || sed -i 's/^\(Libs:.*\)/\1 '"$libraries"'/; /^Libs.private/d' "$stage/$libdir/pkgconfig/token04.pc"
instantiate token04-config.cmake "$stage/$libdir/cmake/token04"
instantiate token04-config-version.cmake "$stage/$libdir/cmake/token04"
touch "$stage/share/token04/files.txt"
(cd "$stage" && find . ! -type d | sed 's|^\./||' | LC_ALL=C sort) > "$work/files.txt"
install -m 644 "$work/files.txt" "$stage/share/token04/files.txt"

# An earlier version may have had other files.
root=${DESTDIR:-}$prefix
[ ! -f "$root/share/token04/files.txt" ] || scripts/uninstall.sh "$prefix"
while read -r file; do
    mkdir -p "$root/$(dirname "$file")"
    rm -f "$root/$file"
    cp -pP "$stage/$file" "$root/$file"
done < "$work/files.txt"
echo "installed token04 $version into $root"
