# The C ABI against OpenSSL's EVP.
need cargo gcc pkg-config
scripts/build.sh c >&2
mkdir -p target/bench
prefix=dist/c
# shellcheck disable=SC2046
gcc -O2 -D_POSIX_C_SOURCE=200809L -std=c99 -Wall -Wextra -Werror bindings/c/bench/*.c -o target/bench/c \
    $(PKG_CONFIG_PATH=$prefix/lib/pkgconfig pkg-config --cflags token04 jansson libcrypto) "$prefix/lib/libtoken04.a" \
    $(PKG_CONFIG_PATH=$prefix/lib/pkgconfig pkg-config --static --libs-only-l token04 | sed 's/-ltoken04//') \
    $(pkg-config --libs jansson libcrypto)
target/bench/c "$@"
