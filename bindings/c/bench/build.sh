# What the benchmarks of C, C++ and Objective-C share: OpenSSL's EVP in two manners, and the interleaved run. Sourced,
# with the language set and dist/LANGUAGE built; gives $bench, with the objects in it, ${flags[@]} and ${libraries[@]}.
bench=target/bench/$language
rm -rf "$bench"
mkdir -p "$bench"
read -ra flags <<< "-O2 -std=c99 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Werror -Ibindings/c/bench -Idist/$language/include"
# The static library, what it needs of the system, and what the EVP code needs.
# shellcheck disable=SC2034
read -ra libraries <<< "dist/$language/lib/libtoken04.a \
    $(sed -n 's/^Libs.private: //p' "dist/$language/lib/pkgconfig/token04.pc") $(pkg-config --libs jansson libcrypto)"

for source in bindings/c/bench/contest.c bindings/c/bench/evp/*.c; do
    gcc "${flags[@]}" -c "$source" -o "$bench/$(basename "$source" .c).o"
done
