#!/usr/bin/env bash
# What a token costs, in instructions, counted under Valgrind in the optimised code that users run: a count repeats where a
# time does not. Fails if an operation needs over 10 % more than recorded here, so that a change of the code, a crate or
# the compiler that undoes an optimisation is noticed. After a change that is meant, record the new counts.
set -euo pipefail
cd "$(dirname "$0")/../.."

recorded="
issue/plain 2400
issue-into/plain 1950
issue/room 4220
issue-room/none 3640
issue-room/rtc 3950
issue-gcm/plain 3140
verify/plain 3050
verify/room 5710
batch/plain 117300
batch/room 144600
"

cargo bench -q --locked -p token04-core --bench work --no-run

instructions() {
    local log
    log=$(cargo bench -q --locked -p token04-core --bench work \
        --config "target.'cfg(all())'.runner = 'valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=*counted*'" \
        -- "$1" 100 2>&1)
    echo $(($(sed -n 's/.*Collected : \([1-9][0-9]*\)$/\1/p' <<< "$log") / 100))
}

passed=0 failed=0
while read -r case limit; do
    [ -n "$case" ] || continue
    count=$(instructions "$case")
    if [ "$count" -gt 0 ] && [ "$count" -le $((limit * 110 / 100)) ]; then
        passed=$((passed + 1))
    else
        echo "FAILED: $case takes $count instructions, recorded are $limit" >&2
        failed=$((failed + 1))
    fi
    echo "$case: $count instructions, recorded are $limit"
done <<< "$recorded"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
