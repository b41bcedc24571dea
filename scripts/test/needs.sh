#!/usr/bin/env bash
# Checks the shared libraries that a program asks for: needs.sh PATTERN PROGRAM, where the pattern matches the names that
# are allowed; ends with "N passed, N failed".
set -euo pipefail
other=$(readelf -d "$2" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | grep -vxE -- "$1" || true)
if [ -z "$other" ]; then
    echo "1 passed, 0 failed"
else
    printf '%s\n' "$2 needs" "$other" "0 passed, 1 failed"
    exit 1
fi
