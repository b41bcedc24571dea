#!/usr/bin/env bash
# Checks what the libraries and programs of a platform need of the system: symbols.sh PLATFORM
# With glibc no symbol newer than 2.17, with musl nothing but its library; a program for musl needs nothing at all. And
# nothing that is built names a path of this machine.
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 1
source scripts/run.sh
source scripts/release/platforms.sh
platform=$1
name_platform "$platform"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# The newest version of glibc that a file asks for.
newest_glibc() {
    readelf -VW "$1" | grep -o 'GLIBC_[0-9.]*' | sed 's/GLIBC_//' | sort -V | tail -n 1
}

# The names of the libraries that a file needs, but those in the pattern.
needed_but() {
    readelf -dW "$2" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | grep -vxE -- "$1"
}

examine() {
    local reason
    case $platform in
        *-gnu)
            reason=$(newest_glibc "$1")
            [ "$(printf '%s\n' "$reason" 2.17 | sort -V | tail -n 1)" != 2.17 ] || reason=
            reason+=$(needed_but 'lib(c|m|dl|rt|pthread|gcc_s)\.so\.[0-9]|ld-linux.*' "$1") ;;
        *) reason=$(needed_but "$([ "$(basename "$1")" = token04 ] || echo 'libc\.so')" "$1") ;;
    esac
    if [ -z "$reason" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1 needs $reason"
    fi
}

for wheel in "$natives/$platform"/wheels/*.whl; do
    [ ! -f "$wheel" ] || unzip -q "$wheel" -d "$work/$(basename "$wheel")"
done
while read -r file; do
    examine "$file"
done < <(find "$natives/$platform" "$work" -type f \( -name '*.so*' -o -name '*.node' -o -name token04 \))
# Nor the path of the checkout, in which a build would not give the same bytes elsewhere.
if named=$(grep -rlaF --exclude='*.whl' -e "$root/bindings" -e "$root/crates" -e "$root/target" "$natives/$platform" "$work"); then
    failed=$((failed + 1))
    echo "FAILED: the path of this checkout is in $named"
else
    passed=$((passed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -ge 4 ]
