# The service behind its router; then dist/cli as a process, its contract, behind nginx, and flooded.
need cargo curl nginx openssl
[ -x .venv/server/bin/python ] || { echo "MISSING: .venv/server; scripts/setup.sh server installs it" >&2; exit 77; }
scripts/build.sh cli
export TOKEN04_PROGRAM=$root/dist/cli/token04
counted cargo cargo test --locked -p token04-server --features jwks-url
counted cargo cargo test --locked -p token04-cli --test serve
# dist/cli does not fetch keys, whose code could also show secrets.
counted cargo env -u TOKEN04_PROGRAM cargo test --locked -p token04-cli --features jwks-url --test serve planted
counted plain .venv/server/bin/python crates/token04-server/tests/schema/test_schema.py
counted plain .venv/server/bin/python crates/token04-server/tests/deploy/test_deploy.py
counted plain python3 scripts/test/flood.py dist/cli/token04 --brief
