# dist/node/*.tgz: the npm package, and the package with the native library for this platform.
need cargo node npm
[ -d bindings/node/node_modules/typescript ] || npm ci --silent --prefix bindings/node
cargo build -q --release --locked -p token04-node
target=$(rustc -vV | sed -n 's/^host: //p')
case $target in
    *-apple-*) library=libtoken04_node.dylib ;;
    *-windows-*) library=token04_node.dll ;;
    *) library=libtoken04_node.so ;;
esac
node bindings/node/pack.mjs "$target" "${CARGO_TARGET_DIR:-target}/release/$library" "$root/dist/node"
