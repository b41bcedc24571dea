#!/usr/bin/env bash
# The program of a platform, from its archive: cli.sh PLATFORM. Tokens go both ways between it and a program of this machine.
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 1
source scripts/test/platforms/place.sh
export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef
unpack cli "token04-$version-$platform"
# A program for this machine: of another platform, or what scripts/build.sh cli made.
for here in "$natives/linux-$(uname -m)"-{musl,gnu}/cli/token04 dist/cli/token04; do
    case $here in "$natives/$platform"/*) continue ;; esac
    [ ! -x "$here" ] || break
done
[ -x "$here" ] || { echo "MISSING: $here; scripts/build.sh cli makes it" >&2; exit 77; }
theirs() {
    there "{}/token04-$version-$platform/token04$executable" "$@" | tr -d '\r'
}
ours() {
    "$here" "$@"
}
# A command that must report that the token is not valid: refuses COMMAND…
refuses() {
    "$@"
    [ $? -eq 1 ]
}
check "version" test "$(theirs --version)" = "token04 $version"
for mode in cbc gcm; do
    options=(--user-id 用户1 --ttl 1h --mode "$mode" --room r1 --publish)
    made=$(theirs generate "${options[@]}")
    ours=$(ours generate "${options[@]}")
    question=(--user-id 用户1 --room r1 --publish)
    check "$mode: verified there, made here" theirs verify "$ours" "${question[@]}"
    check "$mode: verified here, made there" ours verify "$made" "${question[@]}"
    check "$mode: verified there, made there" theirs verify "$made" "${question[@]}"
    check "$mode: another user" refuses theirs verify "$ours" --user-id 用户2
    check "$mode: a damaged token" refuses theirs verify "${made%????????}AAAAAAA="
    check "$mode: diagnosed the same" test "$(theirs diagnose "$made" --json)" = "$(ours diagnose "$made" --json)"
    check "$mode: inspected the same" test "$(theirs inspect "$ours" --json)" = "$(ours inspect "$ours" --json)"
done
check "explained in Chinese" test "$(theirs explain 1102016 --lang zh)" = "$(ours explain 1102016 --lang zh)"
finish
