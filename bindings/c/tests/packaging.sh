#!/usr/bin/env bash
# How packages install and find the library: DESTDIR, another folder for libraries, uninstalling, CMake projects that
# build it from its sources, and the Clang module. packaging.sh PREFIX; ends with "N passed, N failed".
set -uo pipefail
prefix=$1
tests=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$tests/../../.." && pwd)
cargo_target=$(cd "$repository" && mkdir -p "${CARGO_TARGET_DIR:-target}" && cd "${CARGO_TARGET_DIR:-target}" && pwd)
export CARGO_TARGET_DIR=$cargo_target
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
passed=0 failed=0
answer="04 $(sed -n 's/^#define TOKEN04_VERSION "\(.*\)"/\1/p' "$prefix/include/token04.h")"

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

# A program must print what version.c prints: answers NAME COMMAND…
answers() {
    local name=$1
    shift
    check "$name" test "$("$@" 2>&1)" = "$answer"
}

# Into a package's root, with Debian's folder for libraries; then the package is unpacked elsewhere.
check "DESTDIR" env DESTDIR="$work/root" "$repository/scripts/install.sh" --libdir lib/x86_64-linux-gnu /usr
check "DESTDIR: all below it" test -f root/usr/lib/x86_64-linux-gnu/libtoken04.a -a -f root/usr/include/token04.h
mv root/usr moved
libraries=$work/moved/lib/x86_64-linux-gnu
# shellcheck disable=SC2046
check "libdir, pkg-config" gcc "$tests/version.c" -o program \
    $(PKG_CONFIG_PATH=$libraries/pkgconfig pkg-config --cflags --libs token04)
answers "libdir, pkg-config, run" env LD_LIBRARY_PATH="$libraries" ./program
check "libdir, CMake" cmake -S "$tests/installed" -B installed -Dtoken04_DIR="$libraries/cmake/token04"
check "libdir, CMake, built" cmake --build installed
answers "libdir, CMake, static" installed/with_static
answers "libdir, CMake, shared" installed/with_package_default
# Where /lib is a link to /usr/lib, CMake may find the package through the link.
ln -s moved/lib lib
check "through a link" cmake -S "$tests/installed" -B linked -Dtoken04_DIR="$work/lib/x86_64-linux-gnu/cmake/token04"
check "through a link, built" cmake --build linked

# Uninstalling leaves other files alone, and installing again removes what an earlier version had.
touch moved/include/other.h moved/lib/old.so
echo lib/old.so >> moved/share/token04/files.txt
check "install again" "$repository/scripts/install.sh" --libdir lib64 "$work/moved"
check "install again: old files are gone" test ! -e moved/lib/old.so -a ! -e "$libraries/libtoken04.a" \
    -a -e moved/lib64/libtoken04.a
check "uninstall" "$repository/scripts/uninstall.sh" "$work/moved"
check "uninstall: only other files stay" test "$(find moved -type f -o -type l)" = moved/include/other.h
check "uninstall: no folder of its own stays" test -z "$(find moved -name 'token04*')"

# Built as a part of another project, and installed by CMake.
for way in OFF ON; do
    check "FETCH=$way" cmake -S "$tests/subdirectory" -B "part_$way" -DFETCH=$way -DTOKEN04_CARGO_TARGET_DIR="$cargo_target"
    check "FETCH=$way, built" cmake --build "part_$way"
    answers "FETCH=$way, static" "part_$way/with_static"
    answers "FETCH=$way, shared" "part_$way/with_shared"
done
check "cmake --install" cmake -S "$repository/bindings/c" -B alone -DTOKEN04_CARGO_TARGET_DIR="$cargo_target" \
    -DCMAKE_INSTALL_LIBDIR=lib
check "cmake --install, built" cmake --build alone
check "cmake --install, installed" cmake --install alone --prefix "$work/by_cmake"
check "cmake --install: the same files" diff -r "$prefix" by_cmake

# The Clang module.
printf '@import CToken04;\nint main(void) { return token04_version() == 0; }\n' > module.m
check "module" clang -fmodules -fmodules-cache-path=cache -Werror -fsyntax-only -I"$prefix/include/token04" module.m
printf '#include <token04.h>\nint main(void) { return token04_version() == 0; }\n' > module.c
check "module, by include" clang -fmodules -fmodules-cache-path=cache -Rmodule-build -fsyntax-only -I"$prefix/include" \
    -fmodule-map-file="$prefix/include/token04/module.modulemap" module.c

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
