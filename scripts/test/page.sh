# The page in a browser: dist/page as a file, and the page of dist/cli's service.
need cargo chromium gzip
[ -x .venv/server/bin/python ] || { echo "MISSING: .venv/server; scripts/setup.sh page installs it" >&2; exit 77; }
scripts/build.sh cli page
export TOKEN04_PROGRAM=$root/dist/cli/token04
counted cargo cargo test --locked -p token04-page
counted plain .venv/server/bin/python crates/token04-page/tests/browser/test_file.py
counted plain .venv/server/bin/python crates/token04-page/tests/browser/test_service.py
