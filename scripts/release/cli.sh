#!/usr/bin/env bash
# dist/release/cli: for each platform that is built an archive with the program, completions for every shell, manual pages
# and licences.
set -euo pipefail
cd "$(dirname "$0")/../.." || exit 1
source scripts/run.sh
source scripts/release/platforms.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$release/cli"
# A program that runs here, static or not, prints what is the same for all.
printer=
for libc in musl gnu; do
    candidate=$natives/linux-$(uname -m)-$libc/cli/token04
    [ ! -x "$candidate" ] || printer=$candidate
done
[ -n "$printer" ] || { echo "cli.sh: build linux-$(uname -m)-musl first" >&2; exit 1; }
mkdir -p "$work/same/completions" "$work/same/man"
# Under the names that the shells look for.
while read -r shell file; do
    "$printer" completions "$shell" > "$work/same/completions/$file"
done <<'END'
bash token04.bash
elvish token04.elv
fish token04.fish
powershell _token04.ps1
zsh _token04
END
"$printer" man --directory "$work/same/man"
cp LICENSE LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES.md README.md README.zh-CN.md CHANGELOG.md "$work/same"

for platform in $(built_platforms); do
    [ -d "$natives/$platform/cli" ] || continue
    case $platform in windows-*) suffix=zip ;; *) suffix=tar.gz ;; esac
    name=token04-$version-$platform
    cp -r "$work/same" "$work/$name"
    cp "$natives/$platform"/cli/* "$work/$name"
    python3 scripts/release/archive.py "$release/cli/$name.$suffix" "$work/$name" "$name/"
done
