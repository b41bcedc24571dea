# The module as a user takes it, in a folder outside the checkout, and the example beside it.
need cargo go gcc target/go/staticcheck
cmp include/token04.h bindings/go/token04.h || { echo "commit what scripts/build.sh go makes of it" >&2; exit 1; }
scripts/build.sh go
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bindings" "$work/examples"
cp -r bindings/go "$work/bindings"
cp -r examples/go "$work/examples"
export TOKEN04_VECTORS=$root/crates/token04-vectors/vectors

in_folder() {
    (cd "$work/$1" && shift && "$@")
}

unformatted=$(gofmt -l bindings/go examples/go)
[ -z "$unformatted" ] || { echo "gofmt would change $unformatted" >&2; exit 1; }
in_folder bindings/go go vet ./...
in_folder examples/go go vet ./...
# All but names, which the official function and the platforms of Go determine.
for folder in bindings/go examples/go; do
    in_folder "$folder" "$root/target/go/staticcheck" -checks all,-ST1003 ./...
done
counted go in_folder bindings/go go test -race -count=1 -v ./...
# The race detector allocates: what the package allocates is seen without it.
counted go in_folder bindings/go go test -count=1 -v -run Allocates .
counted go in_folder examples/go go test -count=1 -v ./...

# A program needs nothing but the C library beside it, and not even that if it is linked statically.
in_folder examples/go go build -o "$work/example" .
in_folder examples/go go build -ldflags '-extldflags "-static -Wl,--gc-sections"' -o "$work/example-static" .
counted plain scripts/test/needs.sh 'ld-linux.*|libc\.so\.6' "$work/example"
counted plain scripts/test/needs.sh '' "$work/example-static"

# The oldest Go that go.mod allows, which go itself fetches.
oldest=go$(sed -n 's/^go //p' bindings/go/go.mod).0
if [ "${CI:-}" = true ] || GOTOOLCHAIN=$oldest go version >/dev/null; then
    counted go in_folder bindings/go env GOTOOLCHAIN="$oldest" go test -count=1 -v .
else
    echo "not tested: $oldest could not be fetched" >&2
fi

# Again, with a library that has a function that makes it panic.
cargo build -q --locked -p token04-c --features inject-panic
platform=$(go env GOHOSTOS)_$(go env GOHOSTARCH)
cp "${CARGO_TARGET_DIR:-target}/debug/libtoken04.a" "$work/bindings/go/lib/$platform"
counted go in_folder bindings/go env TOKEN04_PANICKING=1 go test -count=1 -v -run Panic .

# The first token and the API in brief.
counted plain scripts/test/snippets.py go
