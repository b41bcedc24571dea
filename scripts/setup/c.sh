# The C library needs Rust and binutils; its tests GCC, Clang, CMake, pkg-config, Valgrind, a JSON reader, and Node.js
# to scan a process.
command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev binutils clang cmake make pkg-config valgrind libjansson-dev libssl-dev
command -v node >/dev/null || debian nodejs
