#!/usr/bin/env bash
# Removes what scripts/install.sh installed: scripts/uninstall.sh [PREFIX], by default /usr/local. It reads DESTDIR too.
set -euo pipefail
prefix=${1:-/usr/local}
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
root=${DESTDIR:-}$prefix
list=$root/share/token04/files.txt
[ -f "$list" ] || { echo "uninstall.sh: token04 is not installed in $root" >&2; exit 1; }
mapfile -t files < "$list"
for file in "${files[@]}"; do
    rm -f "$root/$file"
done
# The folders that only this library uses.
printf '%s\n' "${files[@]}" | sed -n 's|/[^/]*$||; /\/token04$/p' | sort -u | while read -r folder; do
    rmdir --ignore-fail-on-non-empty "$root/$folder"
done
