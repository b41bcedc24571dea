# The service against the bare axum hello; with --soak also 10 000 connections and the memory of millions of requests.
need cargo python3 wrk
cargo build -q --release --locked -p token04-cli
cargo build -q --release --locked -p token04-server --example hello
python3 scripts/bench/server.py "${CARGO_TARGET_DIR:-target}/release" "$@"
