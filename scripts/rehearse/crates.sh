# Cargo, from the unpacked crates, which stand for crates.io: a new project with the core, and the program as
# `cargo install` builds it.
need cargo python3
echo "[patch.crates-io]" > "$work/patch.toml"
# Every crate that does not say `publish = false` is there.
for crate in $(scripts/release/public_crates.py); do
    tar -xzf "$(packages "crates/$crate-$version.crate")" -C "$work"
    echo "$crate = { path = \"$work/$crate-$version\" }" >> "$work/patch.toml"
done
# What other tests compiled is used again.
target=$(realpath "${CARGO_TARGET_DIR:-target}")
as_a_user() {
    env -C "$work" cargo "$@" --config "$work/patch.toml" --target-dir "$target"
}

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
as_a_user build -q --manifest-path "$work/project/Cargo.toml"
prints_line '^valid for user1$' "$target/debug/project"
rm "$target/debug/project"

as_a_user install -q --debug --locked --path "$work/token04-cli-$version" --root "$work/installed"
makes_a_token "$work/installed/bin/token04"
