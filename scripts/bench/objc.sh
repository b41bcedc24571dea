# The Objective-C classes and the drop-in on GNUstep, against OpenSSL's EVP.
need cargo gcc pkg-config gnustep-config
scripts/build.sh objc >&2
source bindings/c/bench/build.sh

read -ra objc_flags <<< "$(gnustep-config --objc-flags)"
read -ra objc_libraries <<< "$(gnustep-config --base-libs)"
gcc "${objc_flags[@]}" -MF "$bench/issue.d" -Wall -Werror -Ibindings/c/bench -Idist/objc/token04 -Idist/objc/include \
    bindings/objc/bench/issue.m dist/objc/token04/*.m "$bench"/*.o -o "$bench/issue" "${libraries[@]}" "${objc_libraries[@]}"
"$bench/issue" "$@"
