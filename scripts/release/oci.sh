#!/usr/bin/env bash
# dist/release/oci: a container image with the static program of dist/release/cli and nothing else, for each CPU, as an archive
# of an OCI image layout. It runs `token04 serve` as no user in particular. The same commit gives the same bytes.
set -euo pipefail
source "$(dirname "$0")/../run.sh"
source scripts/release/platforms.sh
mapfile -t archives < <(compgen -G "$release/cli/token04-$version-linux-*-musl.tar.gz")
[ ${#archives[@]} -gt 0 ] || { echo "skipped: no static program is built"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$release/oci"
mkdir -p "$release/oci"
images=()
for archive in "${archives[@]}"; do
    case $archive in *-aarch64-*) cpu=arm64 ;; *) cpu=amd64 ;; esac
    tar -xzf "$archive" -C "$work"
    files=$work/$(basename "$archive" .tar.gz)
    image=$work/$cpu
    install -D -m 755 "$files/token04" "$image/usr/local/bin/token04"
    mkdir -p "$image/usr/share/doc/token04"
    install -m 644 "$files"/LICENSE* "$files/THIRD-PARTY-NOTICES.md" "$image/usr/share/doc/token04"
    python3 scripts/release/archive.py "$work/$cpu.tar.gz" "$image"
    images+=("$cpu=$work/$cpu.tar.gz")
done
python3 scripts/release/oci.py "$release/oci/token04-$version.oci.tar" "$version" "${images[@]}"
