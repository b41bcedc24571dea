#!/usr/bin/env bash
# A refused CBC token costs the same number of instructions whatever it decrypts to: counts them under Valgrind, in the
# optimised code that users run. Prints a line per size and ends with "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/../.."

cargo bench -q --locked -p token04-core --bench refusals --no-run

instructions() {
    local log
    # Counted from passing the token in to returning its refusal; the figure is on the last line.
    log=$(cargo bench -q --locked -p token04-core --bench refusals \
        --config "target.'cfg(all())'.runner = 'valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=*refuse*'" \
        -- --only "$1" --bytes "$2" 2>&1)
    sed -n 's/.*Collected : \([1-9][0-9]*\)$/\1/p' <<< "$log"
}

passed=0 failed=0
for bytes in 160 4096 49120; do
    expected=$(instructions wrong-padding $bytes)
    for kind in random-body ascii-body utf8-body; do
        count=$(instructions $kind $bytes)
        if [ -n "$expected" ] && [ "$count" = "$expected" ]; then
            passed=$((passed + 1))
        else
            echo "FAILED: $bytes bytes: $kind takes ${count:-no} instructions, wrong-padding ${expected:-none}" >&2
            failed=$((failed + 1))
        fi
    done
    echo "$bytes bytes: ${expected:-no} instructions for 100 refusals of each kind"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
