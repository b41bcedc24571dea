#!/usr/bin/env bash
# Tests language by language, from what users would install: scripts/test.sh [LANG…], by default all.
#
# Prints what ran and ends with a line "N passed, N failed". A language whose toolchain is missing is reported
# and skipped; with CI=true that is a failure. A language that ran no test has failed.
set -uo pipefail
source "$(dirname "$0")/run.sh"

# Where the scripts of the languages leave what they counted, a line "passed failed" per runner.
counts=$(mktemp)
trap 'rm -f "$counts"' EXIT

# Runs a test runner and adds what it counted: counted RUNNER COMMAND…
counted() {
    local runner=$1 log status line
    shift
    log=$(mktemp)
    # A failure must not end the script before it is counted.
    status=0
    "$@" 2>&1 | tee "$log" || status=$?
    line=$(python3 "$root/scripts/count.py" "$runner" "$log")
    rm -f "$log"
    # A runner that failed without saying which test counts as one failure.
    [ "$status" -ne 0 ] && [ "${line#* }" = 0 ] && line="${line% *} 1"
    echo "$line" >> "$counts"
    return "$status"
}

# What several languages need is made once in a run.
# shellcheck disable=SC2034
test_run=$$.$(date +%s)
list=$(languages_of test "$@") || exit 2
summary=() total_passed=0 total_failed=0
for language in $list; do
    echo "== test $language"
    : > "$counts"
    (set -e; source "scripts/test/$language.sh")
    status=$?
    passed=$(awk '{sum += $1} END {print sum + 0}' "$counts")
    failed=$(awk '{sum += $2} END {print sum + 0}' "$counts")
    if [ "$status" -eq 77 ] && [ "${CI:-}" != true ]; then
        summary+=("$language: SKIPPED, its toolchain is missing (see above)")
        continue
    fi
    if [ "$failed" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$passed" -eq 0 ]; }; then
        failed=1
    fi
    summary+=("$language: $passed passed, $failed failed")
    total_passed=$((total_passed + passed)) total_failed=$((total_failed + failed))
done

echo "== summary"
printf '%s\n' "${summary[@]}"
echo "$total_passed passed, $total_failed failed"
[ "$total_failed" -eq 0 ] && [ "$total_passed" -gt 0 ]
