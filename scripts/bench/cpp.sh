# The C++ classes and the drop-in against OpenSSL's EVP.
need cargo gcc g++ pkg-config
scripts/build.sh cpp >&2
source bindings/c/bench/build.sh

g++ -O2 -std=c++11 -Wall -Wextra -Werror -Ibindings/c/bench -Idist/cpp/include bindings/cpp/bench/issue.cpp \
    "$bench"/*.o -o "$bench/issue" "${libraries[@]}"
"$bench/issue" "$@"
