# Cargo, from the unpacked crates, which stand for crates.io: a new project with the core, and the program as
# `cargo install` builds it.
need cargo python3
# A crate is for crates.io, or it says that it is not.
cargo metadata --locked --no-deps --format-version 1 | python3 -c '
import json, sys
public = {package["name"] for package in json.load(sys.stdin)["packages"] if package["publish"] is None}
sys.exit(public != {"token04-core", "token04-server", "token04-cli"} and f"for crates.io: {sorted(public)}")'
for crate in core server cli; do
    tar -xzf "$(packages "crates/token04-$crate-$version.crate")" -C "$work"
done
cat > "$work/patch.toml" <<END
[patch.crates-io]
token04-core = { path = "$work/token04-core-$version" }
token04-server = { path = "$work/token04-server-$version" }
END
# What other tests compiled is used again.
target=$(realpath "${CARGO_TARGET_DIR:-target}")

cargo new -q --vcs none "$work/project"
cp Cargo.lock "$work/project"
echo "token04-core = \"$version\"" >> "$work/project/Cargo.toml"
cat > "$work/project/src/main.rs" <<'END'
use std::time::Duration;
use token04_core::{Issuer, Verifier};

fn main() -> Result<(), token04_core::Error> {
    let secret = "0123456789abcdef0123456789abcdef";
    let token = Issuer::new(1234567890, secret)?.issue("user1", Duration::from_secs(3600))?;
    println!("valid for {}", Verifier::new(1234567890, secret)?.verify(&token)?.user_id);
    Ok(())
}
END
prints_line '^valid for user1$' cargo run -q --config "$work/patch.toml" --manifest-path "$work/project/Cargo.toml" --target-dir "$target"

cargo install -q --debug --locked --config "$work/patch.toml" --path "$work/token04-cli-$version" --root "$work/installed" \
    --target-dir "$target"
makes_a_token "$work/installed/bin/token04"
