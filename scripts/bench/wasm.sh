# The npm package's WebAssembly, as built and installed, against WebCrypto by hand.
need cargo node npm
scripts/build.sh node >&2
project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
cp bindings/wasm/bench/*.mjs "$project"
npm install --loglevel=error --omit=optional --prefix "$project" dist/node/token04-[0-9]*.tgz >&2
(cd "$project" && node --conditions=module bench.mjs "$@")
