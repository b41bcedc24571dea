# A wheel for every CPython from 3.10 on, in dist/python.
need cargo python3
tools=${CARGO_TARGET_DIR:-target}/python/build
[ -x "$tools/bin/maturin" ] || { python3 -m venv "$tools" && "$tools/bin/pip" install -q --disable-pip-version-check "maturin>=1.9,<2"; }
rm -rf dist/python
"$tools/bin/maturin" build -q --release --locked --manifest-path bindings/python/Cargo.toml --out dist/python
ls dist/python/*.whl
