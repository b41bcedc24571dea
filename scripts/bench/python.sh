# The package against cryptography and pycryptodome, each as well as Python can use it.
need cargo python3
environment=${CARGO_TARGET_DIR:-target}/python/bench
[ -d "$environment" ] || python3 -m venv "$environment"
scripts/build.sh python >&2
"$environment/bin/pip" install -q --disable-pip-version-check --force-reinstall --no-deps dist/python/*.whl
"$environment/bin/pip" install -q --disable-pip-version-check -r bindings/python/benches/requirements.txt
"$environment/bin/python" bindings/python/benches/bench.py "$@"
