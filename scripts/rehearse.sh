#!/usr/bin/env bash
# Rehearses how a user installs each package: scripts/rehearse.sh [--from DIR] [CHANNEL…], by default every channel.
#
#   --from DIR  where scripts/release.sh left the packages: dist/release by default
#
# Each channel is scripts/rehearse/CHANNEL.sh. It fills a local registry, starts with an empty project outside the
# checkout, installs from that registry, and makes and verifies a token. Nothing is published. Ends with
# "N passed, N failed".
set -uo pipefail
source "$(dirname "$0")/run.sh"

channels=(pip npm maven go composer nuget crates deb rpm oci)

# shellcheck disable=SC2034
language=channels
release=$root/dist/release
if [ "${1:-}" = --from ]; then
    release=$(realpath "$2")
    shift 2
fi
for channel in "$@"; do
    [ -f "scripts/rehearse/$channel.sh" ] && continue
    echo "scripts/rehearse.sh: unknown channel '$channel'; known: ${channels[*]}" >&2
    exit 2
done

# shellcheck disable=SC2034
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)

# Prints the packages that match a pattern below dist/release; at least one must be there.
packages() {
    local found
    found=$(find "$release" -path "$release/$1" | LC_ALL=C sort)
    [ -n "$found" ] || { echo "MISSING: $release/$1; scripts/release.sh makes it" >&2; exit 1; }
    echo "$found"
}

# Runs a program and looks for a line in what it prints: prints_line PATTERN COMMAND…
prints_line() {
    scripts/test/program.sh "$@" > "$work/program.log" || { cat "$work/program.log"; return 1; }
}

# Makes a token with a program that was installed, and verifies it: makes_a_token PROGRAM
makes_a_token() {
    local token
    export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef
    token=$("$@" generate --user-id user1 --ttl 1h)
    "$@" verify --user-id user1 "$token" > "$work/verified"
}

passed=0 failed=0
for channel in "${@:-${channels[@]}}"; do
    echo "== rehearse $channel"
    work=$(mktemp -d)
    start=$SECONDS
    (set -e; source "scripts/rehearse/$channel.sh")
    status=$?
    # Some package managers protect their caches.
    chmod -R u+w "$work"
    rm -rf "$work"
    if [ "$status" -eq 0 ]; then
        passed=$((passed + 1))
        echo "-- $channel: $((SECONDS - start)) s"
    elif [ "$status" -eq 77 ] && [ "${CI:-}" != true ]; then
        echo "-- $channel: SKIPPED, a tool is missing (see above)"
    else
        failed=$((failed + 1))
        echo "-- $channel: FAILED"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
