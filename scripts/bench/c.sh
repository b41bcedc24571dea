# The C ABI against OpenSSL's EVP; and what a whole process takes, where a reader asks.
need cargo gcc pkg-config
scripts/build.sh c >&2
bench=target/bench/c
mkdir -p "$bench"
export PKG_CONFIG_PATH=$root/dist/c/lib/pkgconfig
read -ra flags <<< "-O2 -std=c99 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Werror $(pkg-config --cflags token04)"
# The static library, and what it needs of the system.
read -ra token04 <<< "dist/c/lib/libtoken04.a $(sed -n 's/^Libs.private: //p' dist/c/lib/pkgconfig/token04.pc)"
read -ra others <<< "$(pkg-config --cflags --libs jansson libcrypto)"

gcc "${flags[@]}" bindings/c/bench/issue/*.c -o "$bench/issue" "${token04[@]}" "${others[@]}"
"$bench/issue" "$@"

if [[ " $* " != *" --json "* && " $* " != *" --brief "* ]]; then
    gcc "${flags[@]}" bindings/c/bench/one_token.c -o "$bench/one_token" "${token04[@]}"
    gcc "${flags[@]}" bindings/c/bench/process.c -o "$bench/process"
    "$bench/process" "$bench/one_token"
fi
