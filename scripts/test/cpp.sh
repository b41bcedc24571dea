# The C++ headers, from an installed prefix that was moved away from where it was made.
need cargo g++ clang++ cmake ctest
scripts/build.sh cpp
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -a dist/cpp "$work/prefix"
cmake -S bindings/cpp/tests -B "$work/tests" -DCMAKE_PREFIX_PATH="$work/prefix"
cmake --build "$work/tests" -j2
counted ctest ctest --test-dir "$work/tests" --output-on-failure -j2

# The getting-started steps of the README, and the examples.
counted plain scripts/test/readme_program.sh bindings/cpp/README.md cpp "$work/prefix"
cp -R examples/cpp "$work/example"
cmake -S "$work/example" -B "$work/example/build" -DCMAKE_PREFIX_PATH="$work/prefix"
cmake --build "$work/example/build"
counted plain scripts/test/program.sh '^it is for user1 in room1' "$work/example/build/make_tokens"
counted plain scripts/test/program.sh '^3 userID invalid$' "$work/example/build/moving_over"

# The first token and the API in brief.
counted plain scripts/test/snippets.py cpp
