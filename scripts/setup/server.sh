# The service is built as the core is. Its tests speak TLS to it, open its page in a browser, put it behind nginx and
# send it what its contract allows; its benchmark loads it with wrk.
source scripts/setup/core.sh
debian chromium curl nginx openssl python3-venv wrk
[ -d .venv/server ] || python3 -m venv .venv/server
.venv/server/bin/pip install -q -r crates/token04-server/tests/requirements.txt
