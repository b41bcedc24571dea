#!/usr/bin/env bash
# Builds the C library and installs it for C and C++: scripts/install.sh [--libdir DIR] [PREFIX]
#
#   PREFIX    /usr/local by default
#   --libdir  the folder of the libraries below PREFIX: lib by default, lib64 or lib/x86_64-linux-gnu on some systems
#   DESTDIR   in the environment: a folder that stands for the root of the file system, to make a package from
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
[ "$target_os" = linux ] || { echo "install.sh: only Linux is supported, not $rust_target" >&2; exit 1; }

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
# The number in the soname, which bindings/c/build.rs gives the library.
abi=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# What will be in PREFIX.
stage=$work/stage
# The way from the folder of the libraries back to the prefix.
up=$(tr -s / '\n' <<< "$libdir" | sed 's|.*|..|' | paste -sd /)
# What a program links with the static library: the linker leaves out what the program does not call.
libraries=-Wl,--gc-sections$(system_libraries)
case $rust_target in
    # Rust programs for musl are static: there is no shared library, and the static one has Rust's own unwinder, which
    # finds its way by a header that compilers leave out of static programs.
    *-musl) shared=no libraries+=" -Wl,--eh-frame-hdr" ;;
    *) shared=yes ;;
esac

# Links the static library's objects into one, with what the exported functions need and no other global symbol.
# Without section groups: a linker keeps one group of a name, and every Rust library has groups of the same names.
stage_static() {
    local object=$work/token04.o inputs=("$artifacts/libtoken04.a") symbol
    [ "$shared" = yes ] || inputs+=("$(rustc --print sysroot)/lib/rustlib/$rust_target/lib/self-contained/libunwind.a")
    while read -r symbol; do
        inputs+=(-u "$symbol")
    done < bindings/c/symbols.txt
    ld -r --gc-sections --force-group-allocation --strip-debug -o "$object" "${inputs[@]}"
    objcopy --remove-section=.llvmbc --remove-section=.llvmcmd \
        --keep-global-symbols=bindings/c/symbols.txt --strip-unneeded "$object"
    ar rcsD "$stage/$libdir/libtoken04.a" "$object"
}

stage_shared() {
    install -m 755 "$artifacts/libtoken04.so" "$stage/$libdir/libtoken04.so.$version"
    ln -s "libtoken04.so.$version" "$stage/$libdir/libtoken04.so.$abi"
    ln -s "libtoken04.so.$abi" "$stage/$libdir/libtoken04.so"
}

# Fills in a template: instantiate NAME DIRECTORY
instantiate() {
    sed -e "s|@VERSION@|$version|g" -e "s|@MAJOR@|$(cut -d. -f1 <<< "$version")|g" \
        -e "s|@MINOR@|$(cut -d. -f2 <<< "$version")|g" -e "s|@ABI@|$abi|g" \
        -e "s|@LIBDIR@|$libdir|g" -e "s|@UP@|$up|g" \
        -e "s|@LIBRARIES@|$libraries|g" -e "s|@LIBRARIES_CMAKE@|${libraries// /;}|g" \
        "bindings/c/install/$1.in" > "$2/$1"
    chmod 644 "$2/$1"
}

cargo build --release --locked -p token04-c --lib
mkdir -p "$stage/include/token04" "$stage/$libdir/pkgconfig" "$stage/$libdir/cmake/token04" \
    "$stage/share/doc/token04" "$stage/share/token04"
install -m 644 include/token04.h include/token04.hpp bindings/cpp/include/*.h "$stage/include"
install -m 644 bindings/c/install/module.modulemap "$stage/include/token04"
install -m 644 LICENSE LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES.md "$stage/share/doc/token04"
stage_static
[ "$shared" = no ] || stage_shared
instantiate token04.pc "$stage/$libdir/pkgconfig"
# Alone, the static library is what a program links that asks for no static one.
[ "$shared" = yes ] || sed -i 's/^\(Libs:.*\)/\1 '"$libraries"'/; /^Libs.private/d' "$stage/$libdir/pkgconfig/token04.pc"
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
