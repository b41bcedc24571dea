# The module needs Rust, Go 1.21 or newer, and a C compiler and binutils for cgo; its tests need staticcheck.
command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev binutils
command -v go >/dev/null || debian golang-go
# Debian 12 has Go 1.19. It fetches a newer one as a module, as newer ones do by themselves; scripts/run.sh finds it.
version=$(go env GOVERSION)
if [ "$(printf '%s\n' 1.21 "${version#go}" | sort -V | head -n 1)" != 1.21 ]; then
    newer=golang.org/toolchain@v0.0.1-go1.26.8.$(go env GOOS)-$(go env GOARCH)
    (cd / && go mod download "$newer")
    mkdir -p target/go
    rm -rf target/go/toolchain
    cp -r --no-preserve=mode "$(go env GOMODCACHE)/$newer" target/go/toolchain
    # A module has no programs.
    chmod -R +x target/go/toolchain/{bin,pkg/tool}
    PATH=$root/target/go/toolchain/bin:$PATH
fi
# The linter, always of the same version. It may need a newer Go, which go itself fetches.
staticcheck=v0.8.2
go version -m target/go/staticcheck 2>/dev/null | grep -q "honnef.co/go/tools.$staticcheck" \
    || GOBIN=$root/target/go go install "honnef.co/go/tools/cmd/staticcheck@$staticcheck"
