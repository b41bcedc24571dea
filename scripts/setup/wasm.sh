# The WebAssembly of the npm package needs Rust with its target, and what the Node.js package needs.
command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev
[ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] || rustup target add wasm32-unknown-unknown
command -v node >/dev/null || debian nodejs
command -v npm >/dev/null || debian npm
npm ci --silent --prefix bindings/node
