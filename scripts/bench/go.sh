# The module against the best that a Go program can do with the standard library.
need cargo go gcc
scripts/build.sh go >&2
(cd bindings/go && go run ./internal/benchmark "$@")
