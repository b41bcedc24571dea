# The C ABI against OpenSSL's EVP; and, for information, the cost of a whole process.
need cargo gcc pkg-config
scripts/build.sh c >&2
source bindings/c/bench/build.sh

gcc "${flags[@]}" bindings/c/bench/issue.c "$bench"/*.o -o "$bench/issue" "${libraries[@]}"
"$bench/issue" "$@"

if [[ " $* " != *" --json "* && " $* " != *" --brief "* ]]; then
    gcc "${flags[@]}" bindings/c/bench/one_token.c -o "$bench/one_token" "${libraries[@]}"
    gcc "${flags[@]}" bindings/c/bench/process.c -o "$bench/process"
    "$bench/process" "$bench/one_token"
fi
