# dist/page/token04.html: the page as one file, with the library inside as WebAssembly.
need cargo gzip
target=${CARGO_TARGET_DIR:-target}
cargo build -q --locked --manifest-path bindings/wasm/glue/Cargo.toml --target-dir "$target/wasm-glue"
cargo rustc -q --locked --profile wasm --target wasm32-unknown-unknown -p token04-page --crate-type cdylib
"$target/wasm-glue/debug/token04-wasm-glue" "$target/wasm32-unknown-unknown/wasm/token04_page.wasm" "$target/wasm-glue/page" page
gzip -9 -n -f "$target/wasm-glue/page/token04_bg.wasm"
mkdir -p dist/page
cargo run -q --locked -p token04-page --example file -- \
    "$target/wasm-glue/page/token04.js" "$target/wasm-glue/page/token04_bg.wasm.gz" > dist/page/token04.html
