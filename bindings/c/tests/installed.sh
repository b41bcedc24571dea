#!/bin/sh
# What is in an installed prefix: the exported symbols, the soname, the system's libraries, the version, the licences,
# pkg-config.
set -eu
prefix=$1
list=$(dirname "$0")/../symbols.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "$*" >&2
    exit 1
}

# Exactly the committed symbols are exported, and there is a declaration of each.
nm -D --defined-only "$prefix/lib/libtoken04.so" | awk '{print $3}' | LC_ALL=C sort | diff - "$list" \
    || fail "libtoken04.so does not export what bindings/c/symbols.txt lists"
nm -g --defined-only "$prefix/lib/libtoken04.a" | awk 'NF == 3 {print $3}' | LC_ALL=C sort | diff - "$list" \
    || fail "libtoken04.a does not export what bindings/c/symbols.txt lists"
while read -r symbol; do
    grep -q "[ *]$symbol(" "$prefix/include/token04.h" || fail "token04.h does not declare $symbol"
done < "$list"

# The soname is a link to the library.
soname=$(readelf -d "$prefix/lib/libtoken04.so" | sed -n 's/.*soname: \[\(.*\)\]/\1/p')
[ "$soname" = libtoken04.so.0 ] || fail "the soname is '$soname'"
[ -e "$prefix/lib/$soname" ] || fail "there is no $soname"

# A static program needs what rustc reports, except the C library and the unwinder, which the compiler adds.
echo > "$work/empty.rs"
rustc --crate-type staticlib --print native-static-libs="$work/libs" -o "$work/empty.a" "$work/empty.rs" 2>/dev/null
export PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
private=$(sed -n 's/^Libs.private: //p' "$PKG_CONFIG_PATH/token04.pc")
[ "-lgcc_s ${private#-Wl,--gc-sections } -lc" = "$(cat "$work/libs")" ] \
    || fail "token04.pc has '$private', rustc reports '$(cat "$work/libs")'"

# The licences, of this library and of what is in it.
for file in LICENSE LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES.md; do
    [ -s "$prefix/share/doc/token04/$file" ] || fail "there is no share/doc/token04/$file"
done

# One version everywhere.
version=$(sed -n 's/^#define TOKEN04_VERSION "\(.*\)"/\1/p' "$prefix/include/token04.h")
[ "$(pkg-config --modversion token04)" = "$version" ] || fail "token04.pc has another version"
[ -f "$prefix/lib/libtoken04.so.$version" ] || fail "there is no libtoken04.so.$version"

# pkg-config's flags build a program, and the newest glibc that the library asks for is the one in the README.
cat > "$work/version.c" <<'END'
#include <stdio.h>
#include <token04.h>
int main(void) { return puts(token04_version()) == EOF; }
END
# shellcheck disable=SC2046
cc "$work/version.c" -o "$work/version" $(pkg-config --cflags --libs token04)
[ "$(LD_LIBRARY_PATH="$prefix/lib" "$work/version")" = "$version" ] || fail "the program says another version"
glibc=$(objdump -T "$prefix/lib/libtoken04.so" | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -n 1)
grep -q "${glibc#GLIBC_}" "$(dirname "$0")/../README.md" || fail "the README does not name glibc ${glibc#GLIBC_}"
