#!/usr/bin/env bash
# Lints the workflows of the hosting service: workflows.sh; ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
tools=.venv/channels/bin
passed=0 failed=0

check() {
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

# An action is pinned by its commit, with the version behind it for people and for the updates.
pinned() {
    ! grep -nE '^ *-? *uses:' .github/workflows/*.yml | grep -vE 'uses: (\./\S+|[^@ ]+@[0-9a-f]{40} # v[0-9.]+)$'
}

# Each step that runs something calls one script or program, so that it can be tried on any machine.
short() {
    ! grep -nE '^ *-? *run: *[|>]' .github/workflows/*.yml
}

check "$tools/actionlint"
# Offline: its online checks need a token of the hosting service.
check "$tools/zizmor" --offline --quiet --persona pedantic .github
check pinned
check short
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
