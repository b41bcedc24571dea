# The WebAssembly of the npm package needs Rust with its target, and what the Node.js package needs; its tests need the
# runtimes and the bundlers: npm packages, and Debian's Chromium.
command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev chromium
[ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] || rustup target add wasm32-unknown-unknown
command -v node >/dev/null || debian nodejs
command -v npm >/dev/null || debian npm
npm ci --loglevel=error --prefix bindings/node
npm ci --loglevel=error --prefix bindings/wasm

# The oldest Node.js that runs WebAssembly with reference types; with all runtimes, also the later ones.
source scripts/setup/npm_node.sh
install_node 18.20.8
[ -z "${TOKEN04_ALL_RUNTIMES:-}" ] || { install_node 22; install_node 24; install_node latest; }
