# The Python package needs Rust, a C linker, and a Python with venv; maturin and the test tools come from PyPI. Node.js
# scans a process of it.
command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev
command -v node >/dev/null || debian nodejs
# The user's own Python works as well as Debian's.
python3 -c 'import sys, ensurepip; assert sys.version_info >= (3, 10)' 2>/dev/null || debian python3 python3-venv
