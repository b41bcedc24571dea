# The npm package in dist/node where no addon fits: on Node.js, in other runtimes, and in the output of bundlers. With
# TOKEN04_ALL_RUNTIMES=1 also on the later versions of Node.js.
need cargo node npm chromium
versions=${CARGO_TARGET_DIR:-target}/node-versions
nodes=(node "$versions/18.20.8/node_modules/node/bin/node")
[ -z "${TOKEN04_ALL_RUNTIMES:-}" ] || nodes+=("$versions"/{22,24,latest}/node_modules/node/bin/node)
for node in "${nodes[@]}"; do need "$node"; done
[ -d bindings/wasm/node_modules ] || { echo "MISSING: bindings/wasm/node_modules; scripts/setup.sh wasm installs it" >&2; exit 77; }
scripts/build.sh node
cargo build -q --locked -p token04-cli

project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
export TOKEN04_VECTORS=$root/crates/token04-vectors/vectors TOKEN04_EXAMPLE=$root/examples/node
export TOKEN04_TOOLS=$root/bindings/node TOKEN04_CLI
TOKEN04_CLI=$(realpath "${CARGO_TARGET_DIR:-target}/debug/token04")
npm install --loglevel=error --omit=optional --prefix "$project" dist/node/token04-[0-9]*.tgz
cp -r bindings/node/test "$project/test"

status=0
counted node env TOKEN04_WASM="$project/node_modules/token04/wasm" node --test bindings/wasm/test/connect.test.mjs || status=1
node bindings/node/node_modules/typescript/bin/tsc -p bindings/wasm
for node in "${nodes[@]}"; do
    node=$(realpath "$(command -v "$node")")
    echo "-- Node.js $("$node" --version), without an addon"
    counted node "$node" --test "$project"/test/*.test.js || status=1
done
echo "-- other runtimes"
counted plain node bindings/wasm/test/runtimes.mjs "$project" || status=1
echo "-- bundlers"
counted plain node bindings/wasm/test/bundlers.mjs "$project" || status=1
exit "$status"
