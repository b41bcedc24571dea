# The Node.js package needs Rust, a C linker and Node.js with npm. Its tests also run on the oldest Node.js that is
# supported and on the newest, which the npm package `node` brings.
command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev
command -v node >/dev/null || debian nodejs
command -v npm >/dev/null || debian npm
npm ci --loglevel=error --prefix bindings/node
# Its WebAssembly.
[ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] || rustup target add wasm32-unknown-unknown

source scripts/setup/npm_node.sh
install_node 16.20.2
install_node latest
