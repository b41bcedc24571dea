# The Objective-C sources on GNUstep, by GCC and by Clang, from dist/objc outside the checkout; and, as far as a machine
# without Apple's headers can tell, for Apple's Clang with ARC.
need cargo gcc clang make gnustep-config
scripts/build.sh objc
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -a dist/objc "$work/prefix"

read -ra flags <<< "$(gnustep-config --objc-flags)"
read -ra libraries <<< "$(gnustep-config --base-libs)"
# Clang does not know where GCC's Objective-C headers are, which GNUstep includes.
runtime=$(gcc -print-file-name=include)

# Builds and runs a test: objc_test COMPILER NAME SOURCE…
objc_test() {
    local compiler=$1 name=$2
    shift 2
    "$compiler" "${flags[@]}" -Wall -Werror -idirafter "$runtime" -I"$work/prefix" -I"$work/prefix/token04" \
        -I"$work/prefix/include" "bindings/objc/tests/$name.m" "$@" "$work/prefix/lib/libtoken04.a" \
        -o "$work/$name" "${libraries[@]}"
    counted plain "$work/$name" crates/token04-vectors/vectors
}

for compiler in gcc clang; do
    objc_test $compiler vectors "$work"/prefix/token04/*.m
    objc_test $compiler diagnose "$work"/prefix/token04/*.m
    objc_test $compiler vocabulary "$work"/prefix/token04/*.m
    objc_test $compiler api "$work"/prefix/token04/*.m
    # The drop-in works alone.
    objc_test $compiler official_names "$work/prefix/token04/ZegoToken.m"
done

# As Apple's Clang would read it: apple LANGUAGE FILE
apple() {
    clang -x "$1" -fsyntax-only -fobjc-arc -fobjc-runtime=macosx-10.15 -fblocks -Wall -Wextra \
        -Wnullability-completeness -Werror -Ibindings/objc/tests/apple -I"$work/prefix/include" "$2"
}
for source in "$work"/prefix/token04/*.m; do
    apple objective-c "$source"
done
for header in T04 ZegoToken; do
    apple objective-c++ "$work/prefix/token04/$header.h"
done

# The modules of the Swift package and of the folder, and the sources where a project has modules on.
modules=(clang -fsyntax-only -fobjc-arc -fobjc-runtime=macosx-10.15 -fblocks -fmodules -fmodules-cache-path="$work/modules"
    -Wall -Wextra -Werror -Ibindings/objc/tests/apple -I"$work/prefix/include")
"${modules[@]}" -I"$work/prefix/token04" -fmodule-map-file=bindings/objc/CToken04/module.modulemap bindings/objc/tests/modules.m
for source in "$work"/prefix/token04/*.m; do
    "${modules[@]}" -I"$work/prefix/token04" "$source"
done

# The examples, with the makefile that users copy, by either compiler.
for compiler in gcc clang; do
    rm -rf "$work/example"
    cp -R examples/objc "$work/example"
    make -C "$work/example" TOKEN04="$work/prefix" CC=$compiler
    counted plain scripts/test/program.sh '^and its room:   room1$' "$work/example/make_tokens"
    counted plain scripts/test/program.sh '^3 userID invalid$' "$work/example/moving_over"
done

# The first token and the API in brief.
counted plain scripts/test/snippets.py objc
