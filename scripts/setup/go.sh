# The module needs Rust, Go 1.21 or newer, and a C compiler and binutils for cgo; its tests need staticcheck.
command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev binutils
command -v go >/dev/null || debian golang-go
# Which of the two is older?
version=$(go env GOVERSION)
if [ "$(printf '%s\n' 1.21 "${version#go}" | sort -V | head -n 1)" != 1.21 ]; then
    echo "Go is $version, but 1.21 or newer is needed: install it from https://go.dev/dl" >&2
    exit 1
fi
# The linter, always of the same version. It may need a newer Go, which go itself fetches.
staticcheck=v0.8.2
go version -m target/go/staticcheck 2>/dev/null | grep -q "honnef.co/go/tools.$staticcheck" \
    || GOBIN=$root/target/go go install "honnef.co/go/tools/cmd/staticcheck@$staticcheck"
