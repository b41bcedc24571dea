# dist/node/*.tgz: the npm package, which has WebAssembly too, and the package with the native library for this platform.
need cargo node npm
scripts/build.sh wasm
[ -d bindings/node/node_modules/typescript ] || npm ci --loglevel=error --prefix bindings/node
cargo build -q --release --locked -p token04-node
source scripts/platform.sh
library=$artifacts/$(dynamic_library token04_node)
node bindings/node/pack.mjs "$root/dist/node" "$rust_target" "$library"
