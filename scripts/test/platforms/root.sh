#!/usr/bin/env bash
# Makes a folder with Debian packages of any processor, with all that they depend on: root.sh ROOT SUITE ARCH PACKAGE…
#
# The packages are unpacked, not configured. apt keeps a state of its own, so that the machine's is not touched. A root that
# is there already with the same packages stays.
set -euo pipefail
root=$1 suite=$2 arch=$3
shift 3
[ "$(cat "$root/packages" 2>/dev/null)" != "$suite $arch $*" ] || exit 0
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
rm -rf "$root"
mkdir -p "$state"/{lists/partial,cache/archives/partial,etc/preferences.d} "$root"/{dev,proc,tmp,work,etc}
touch "$state/status"
# From where this machine's apt has Debian itself.
mirror=$(apt-get indextargets --format "\$(REPO_URI)" "Created-By: Packages" "Origin: Debian" "Label: Debian" | sed -n 1p)
[ -n "$mirror" ] || { echo "root.sh: apt has no packages of Debian here: run apt-get update" >&2; exit 1; }
keys=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [arch=$arch signed-by=$keys] $mirror $suite main" > "$state/sources.list"
separate_apt() {
    apt-get -qq -o APT::Architecture="$arch" -o APT::Architectures::="$arch" -o APT::Architectures="$arch" \
        -o Dir::State="$state" -o Dir::State::lists="$state/lists" -o Dir::State::status="$state/status" \
        -o Dir::Cache="$state/cache" -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts="$state/etc/preferences.d" \
        -o Dir::Etc::preferencesparts="$state/etc/preferences.d" -o APT::Install-Recommends=false -o APT::Sandbox::User=root "$@"
}
separate_apt update
separate_apt install -y --download-only "$@" > /dev/null
for package in "$state"/cache/archives/*.deb; do
    dpkg-deb -x "$package" "$root"
done
# Debian's folders, in which older packages unpack files of their own.
for folder in bin sbin lib lib64; do
    if [ -d "$root/$folder" ] && [ ! -L "$root/$folder" ]; then
        mkdir -p "$root/usr/$folder"
        cp -a "$root/$folder/." "$root/usr/$folder"
        rm -r "${root:?}/$folder"
    fi
    mkdir -p "$root/usr/$folder"
    [ -e "$root/$folder" ] || ln -s "usr/$folder" "$root/$folder"
done
[ -e "$root/usr/bin/sh" ] || ln -s dash "$root/usr/bin/sh"
cp /etc/hosts /etc/passwd "$root/etc"
echo "$suite $arch $*" > "$root/packages"
