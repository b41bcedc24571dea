# The C library, from an installed prefix that was moved away from where it was made.
need cargo gcc clang cmake ctest pkg-config valgrind node ld.gold ld.lld
scripts/build.sh c
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -a dist/c "$work/prefix"
counted cargo cargo test --locked -p token04-c
cargo build --locked -q -p token04-c --features inject-panic
cp "${CARGO_TARGET_DIR:-target}/debug/libtoken04.a" "$work/libtoken04-panic.a"
cargo build --locked -q -p token04-c --features inject-field
cp "${CARGO_TARGET_DIR:-target}/debug/libtoken04.a" "$work/libtoken04-later.a"
cmake -S bindings/c/tests -B "$work/tests" -DCMAKE_PREFIX_PATH="$work/prefix" \
    -DTOKEN04_PANIC_LIBRARY="$work/libtoken04-panic.a" -DTOKEN04_LATER_LIBRARY="$work/libtoken04-later.a"
cmake --build "$work/tests" -j2
counted ctest ctest --test-dir "$work/tests" --output-on-failure -j2
counted plain node scripts/test/memory.mjs "$work/tests/memory"

# How users link it, also against musl, and how packages install it.
source scripts/platform.sh
musl=$target_arch-unknown-linux-musl
if command -v musl-gcc >/dev/null && [ -d "$(rustc --print sysroot)/lib/rustlib/$musl" ]; then
    CARGO_BUILD_TARGET=$musl scripts/install.sh "$work/musl"
    counted plain bindings/c/tests/links.sh "$work/prefix" "$work/musl"
elif [ "${CI:-}" = true ]; then
    echo "musl-gcc, or Rust's library for $musl, is missing" >&2
    exit 1
else
    echo "not tested: musl, whose compiler or Rust library is missing" >&2
    counted plain bindings/c/tests/links.sh "$work/prefix"
fi
counted plain bindings/c/tests/packaging.sh "$work/prefix"

# The getting-started steps of the README, and the example.
counted plain scripts/test/readme_program.sh bindings/c/README.md c "$work/prefix"
cp -R examples/c "$work/example"
cmake -S "$work/example" -B "$work/example/build" -DCMAKE_PREFIX_PATH="$work/prefix"
cmake --build "$work/example/build"
counted plain scripts/test/program.sh '^room room1: login 1, publish 1, streams camera1 screen1$' "$work/example/build/make_tokens"
counted plain scripts/test/program.sh '206, token was made for another user_id$' "$work/example/build/make_tokens"

# The first token and the API in brief.
counted plain scripts/test/snippets.py c
