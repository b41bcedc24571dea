#!/usr/bin/env bash
# The npm packages of a platform, installed by npm, with the tests of the package: node.sh PLATFORM
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 1
source scripts/test/platforms/place.sh
case $platform in
    *-gnu) suffix=linux-${go_platform##*_}-gnu ;;
    *-musl) suffix=linux-$(cut -d_ -f2 <<< "$go_platform")-musl ;;
    windows-*) suffix=win32-amd64-msvc ;;
esac
# By force, because npm checks that packages are for this machine.
npm install --loglevel=error --no-audit --no-fund --force --prefix "$place" "$release/npm/token04-$version.tgz" \
    "$release/npm/token04-${suffix/amd64/x64}-$version.tgz" > /dev/null \
    || { echo "npm cannot install the packages for $platform" >&2; exit 1; }
cp -r bindings/node/test "$place/test"
cp -r crates/token04-vectors/vectors "$place/vectors"
cp -r examples/node "$place/example"
cp bindings/node/README.md "$place"
# A file of this machine, about which Node.js would warn there.
unset NODE_EXTRA_CA_CERTS
export TOKEN04_VECTORS=$inside/vectors TOKEN04_EXAMPLE=$inside/example
# The bundlers and the comparison with the program are the same on every platform.
tests="diagnose drop_in errors example issuer package readme threads vectors vocabulary"
# It makes a million tokens, and an emulator takes about twenty times as long for one: minutes, and nothing that differs.
[ "$arch" = "$(uname -m)" ] || tests=${tests/threads /}
for test in $tests; do
    check "$test.test.js on $(there "/usr/bin/node$executable" --version)" there "/usr/bin/node$executable" "{}/test/$test.test.js"
done
finish
