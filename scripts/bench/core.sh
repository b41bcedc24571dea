# The core against the bare AES chain and the plain way of writing it.
cargo bench -q --locked -p token04-core --bench token -- "$@"
