# The Rust crates need Rust, a C linker, Valgrind to count instructions, and Node.js for the second implementation that
# makes the vectors.
command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev python3 shellcheck valgrind
command -v node >/dev/null || debian nodejs
