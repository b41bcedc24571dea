# The npm packages in dist/node, installed into a project outside the checkout, on the installed Node.js, the oldest that
# is supported and the newest.
need cargo node npm
versions=${CARGO_TARGET_DIR:-target}/node-versions
for version in 16.20.2 latest; do need "$versions/$version/node_modules/node/bin/node"; done
[ -d bindings/node/node_modules/publint ] || npm ci --loglevel=error --prefix bindings/node
scripts/build.sh node

counted cargo cargo test -q --locked -p token04-node
node bindings/node/types.mjs --check

# The program whose JSON is the shape of all languages.
cargo build -q --locked -p token04-cli
project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
export TOKEN04_VECTORS=$root/crates/token04-vectors/vectors TOKEN04_EXAMPLE=$root/examples/node
export TOKEN04_TOOLS=$root/bindings/node TOKEN04_CLI
TOKEN04_CLI=$(realpath "${CARGO_TARGET_DIR:-target}/debug/token04")
npm install --loglevel=error --prefix "$project" dist/node/*.tgz
cp -r bindings/node/test "$project/test"

status=0
for node in node "$versions"/{16.20.2,latest}/node_modules/node/bin/node; do
    node=$(realpath "$(command -v "$node")")
    echo "-- Node.js $("$node" --version)"
    counted node "$node" --test "$project"/test/*.test.js || status=1
done

echo "-- the packages as others see them"
counted plain node "$project/test/types/check.mjs" bindings/node/node_modules/typescript/bin/tsc || status=1
counted plain node bindings/node/lint.mjs dist/node || status=1

# A build that can be made to panic replaces the one that users get.
cargo build -q --locked -p token04-node --features test-panic
TOKEN04_BINDING=$(cd "$project/node_modules" && echo @token04/*)
export TOKEN04_BINDING
cp "${CARGO_TARGET_DIR:-target}/debug/libtoken04_node.so" "$project/node_modules/$TOKEN04_BINDING/"*.node
counted node node --test "$project/test/panic/panic.test.js" || status=1
counted plain scripts/test/snippets.py node || status=1
exit "$status"
