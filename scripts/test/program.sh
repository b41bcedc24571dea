#!/usr/bin/env bash
# Runs a program and looks for a line in what it prints: program.sh PATTERN COMMAND…; ends with "N passed, N failed".
set -uo pipefail
pattern=$1
shift

export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef
if output=$("$@" 2>&1) && grep -Eq -- "$pattern" <<< "$output"; then
    echo "1 passed, 0 failed"
else
    printf '%s\n' "$output" "failed, or printed no line that matches: $pattern" "0 passed, 1 failed"
    exit 1
fi
