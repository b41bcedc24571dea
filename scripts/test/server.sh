# The service behind its router, then as the process that dist/cli has.
need cargo curl openssl
scripts/build.sh cli
counted cargo cargo test --locked -p token04-server --features jwks-url
TOKEN04_PROGRAM=$root/dist/cli/token04 counted cargo cargo test --locked -p token04-cli --test serve
