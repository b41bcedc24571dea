# The C library needs Rust and binutils; its tests GCC, Clang, three linkers, musl, CMake, pkg-config, Valgrind, a JSON
# parser, and Node.js to scan a process.
command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev binutils clang lld musl-tools cmake make pkg-config valgrind libjansson-dev libssl-dev
command -v node >/dev/null || debian nodejs
if command -v rustup >/dev/null; then
    source scripts/platform.sh
    rustup target add "$target_arch-unknown-linux-musl" || echo "musl will not be tested" >&2
fi
