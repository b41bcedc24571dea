# pip, from a folder of wheels that is its only index.
need python3
packages "python/token04-$version-*.whl" > "$work/wheels"
cp examples/python/make_tokens.py "$work"
python3 -m venv "$work/environment"
"$work/environment/bin/pip" install -q --disable-pip-version-check --no-index --find-links "$release/python" "token04==$version"
prints_line '^refused for room1: +208 ' env -C "$work" environment/bin/python make_tokens.py
