# The C++ headers, from an installed prefix that was moved away from where it was made.
need cargo g++ clang++ cmake ctest
scripts/build.sh cpp
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -a dist/cpp "$work/prefix"
cmake -S bindings/cpp/tests -B "$work/tests" -DCMAKE_PREFIX_PATH="$work/prefix"
cmake --build "$work/tests" -j2
counted ctest ctest --test-dir "$work/tests" --output-on-failure -j2
