# The wheel in new environments, outside the checkout: on python3, and on the oldest and the newest Python here.
need cargo python3 node
scripts/build.sh python

# Every CPython from 3.10 on that is on the path or in pyenv, as "version path", sorted by version.
pythons() {
    local python
    { compgen -c python3 || true
      if command -v pyenv >/dev/null; then printf '%s\n' "$(pyenv root)"/versions/*/bin/python3; fi
    } | grep -E '(^|/)python3(\.[0-9]+)?$' | sort -u | while read -r python; do
        "$python" -c 'import sys, ensurepip
if sys.version_info >= (3, 10) and sys.implementation.name == "cpython":
    print("%d.%d" % sys.version_info[:2], sys.executable)' 2>/dev/null || true
    done | sort -t . -k 2n -u
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r bindings/python/tests bindings/python/pyproject.toml bindings/python/README.md examples/python "$work"
cp -r crates/token04-vectors/vectors "$work"
export TOKEN04_VECTORS=$work/vectors TOKEN04_README=$work/README.md TOKEN04_EXAMPLES=$work/python

# The program, whose JSON is that of the package.
cargo build -q --locked -p token04-cli --no-default-features
TOKEN04_PROGRAM=$(realpath "${CARGO_TARGET_DIR:-target}/debug/token04")
export TOKEN04_PROGRAM

# A second module, with a function that makes it panic, placed over a copy of the package.
PYO3_BUILD_EXTENSION_MODULE=1 cargo build -q --locked -p token04-python --features inject-panic

in_tests() {
    (cd "$work/tests" && "$@")
}

{ pythons | sed -n '1p;$p'
  python3 -c 'import sys; print("%d.%d" % sys.version_info[:2], sys.executable)'
} | sort -t . -k 2n -u > "$work/chosen"
failed=0
while read -r version python; do
    echo "-- Python $version"
    environment=$work/environment-$version panicking=$work/panicking-$version
    "$python" -m venv "$environment"
    "$environment/bin/pip" install -q --disable-pip-version-check dist/python/*.whl -r "$work/tests/requirements.txt"
    mkdir "$panicking"
    cp -r "$environment"/lib/python*/site-packages/token04 "$panicking"
    cp "${CARGO_TARGET_DIR:-target}/debug/lib_native.so" "$panicking/token04/_native.abi3.so"
    TOKEN04_PANICKING=$panicking counted pytest in_tests "$environment/bin/python" -m pytest -q -p no:cacheprovider || failed=1
    counted plain node scripts/test/memory.mjs --keeps-texts "$environment/bin/python" "$work/tests/memory_program.py" || failed=1
done < "$work/chosen"
counted plain scripts/test/snippets.py python || failed=1
[ "$failed" -eq 0 ]
