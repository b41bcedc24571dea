# dist/wasm: the part of the npm package that runs without native code. scripts/build.sh node packs it.
need cargo node npm
[ -d bindings/node/node_modules/esbuild ] || npm ci --loglevel=error --prefix bindings/node
target=${CARGO_TARGET_DIR:-target}
cargo build -q --locked --manifest-path bindings/wasm/glue/Cargo.toml --target-dir "$target/wasm-glue"

# One module for issuing and reading, and one for diagnosing.
for module in issuing diagnosing; do
    features=(); [ "$module" = issuing ] || features=(--features diagnose)
    cargo build -q --locked --profile wasm --target wasm32-unknown-unknown -p token04-wasm "${features[@]}"
    "$target/wasm-glue/debug/token04-wasm-glue" "$target/wasm32-unknown-unknown/wasm/token04_wasm.wasm" "$target/wasm-glue/$module"
done
node bindings/wasm/build.mjs "$target/wasm-glue" "$root/dist/wasm"
