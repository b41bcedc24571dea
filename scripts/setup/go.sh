# The module needs Rust, Go 1.21 or newer, and a C compiler and binutils for cgo.
command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev binutils
command -v go >/dev/null || debian golang-go
# Which of the two is older?
version=$(go env GOVERSION)
if [ "$(printf '%s\n' 1.21 "${version#go}" | sort -V | head -n 1)" != 1.21 ]; then
    echo "Go is $version, but 1.21 or newer is needed: install it from https://go.dev/dl" >&2
    exit 1
fi
