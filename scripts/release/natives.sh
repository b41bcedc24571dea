#!/usr/bin/env bash
# Builds what is native of one or more platforms with zig as the linker: scripts/release/natives.sh [PLATFORM…]
#
# Leaves in target/release-natives/PLATFORM/:
#   cli/token04              the program; static on musl
#   c/                       an install prefix: headers, libraries, pkg-config and CMake files
#   node/token04.node        the addon for Node.js
#   java/libtoken04_java.*   the library for Java
#   wheels/*.whl             the Python packages, one of them for free-threaded CPython
#   complete                 written last
#
# TOKEN04_PARTS chooses among c node java wheels free_threaded cli; by default it builds all, and begins with an empty folder.
# The same commit gives the same bytes, whatever the folder. CARGO_PROFILE_RELEASE_LTO=off makes it faster, and bigger.
set -euo pipefail
cd "$(dirname "$0")/../.." || exit 1
source scripts/run.sh
source scripts/release/platforms.sh
tools=$root/.venv/release/bin
[ -x "$tools/cargo-zigbuild" ] || { echo "MISSING: cargo-zigbuild; scripts/setup.sh platforms installs it" >&2; exit 77; }
need cargo rustup
export PATH=$tools:$PATH
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}/release-build
export MACOSX_DEPLOYMENT_TARGET=11.0

# No path of this machine in what is built.
sources=$(rustc --print sysroot)
base_flags="--remap-path-prefix=$root=token04 --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$sources=rust"

# Builds a crate with additional flags for rustc: zigbuild FLAGS ARGUMENT…
zigbuild() {
    local flags=$1
    shift
    RUSTFLAGS="$base_flags $flags" cargo zigbuild -q --release --locked --target "$zig_target" "$@"
}

# A library that a program loads is linked with the program's C library, for musl too.
dynamic_flags() {
    case $rust_target in *-musl) echo "-C target-feature=-crt-static" ;; esac
}

# The name of a library that crates give: artifact NAME
artifact() {
    case $shared_suffix in
        .dll) echo "$CARGO_TARGET_DIR/$rust_target/release/$1.dll" ;;
        *) echo "$CARGO_TARGET_DIR/$rust_target/release/lib$1$shared_suffix" ;;
    esac
}

build_cli() {
    local suffix=
    [ "$shared_suffix" != .dll ] || suffix=.exe
    zigbuild "" -p token04-cli
    install -D -m 755 "$CARGO_TARGET_DIR/$rust_target/release/token04$suffix" "$out/cli/token04$suffix"
}

build_c() {
    local libraries=$work/libraries
    mkdir -p "$libraries"
    # Alone first: a static library for musl carries its own unwinder if it is built for static programs.
    zigbuild "" -p token04-c --lib
    cp "$CARGO_TARGET_DIR/$rust_target/release/libtoken04.a" "$libraries"
    zigbuild "$(dynamic_flags)" -p token04-c --lib
    cp "$(artifact token04)" "$libraries"
    case $shared_suffix in .dll) cp "$CARGO_TARGET_DIR/$rust_target/release/libtoken04.dll.a" "$libraries" ;; esac
    CARGO_BUILD_TARGET=$rust_target TOKEN04_LIBRARIES=$libraries scripts/install.sh "$out/c" >/dev/null
}

build_node() {
    zigbuild "$(dynamic_flags)" -p token04-node
    install -D -m 644 "$(artifact token04_node)" "$out/node/token04.node"
}

build_java() {
    zigbuild "$(dynamic_flags)" -p token04-java
    install -D -m 644 "$(artifact token04_java)" "$out/java/$(basename "$(artifact token04_java)")"
}

# Builds a wheel with maturin and zig: wheel ARGUMENT…
wheel() {
    RUSTFLAGS="$base_flags $(dynamic_flags)" maturin build -q --release --locked --zig \
        ${wheel_tag:+--compatibility "$wheel_tag"} --target "$rust_target" --manifest-path bindings/python/Cargo.toml \
        --out "$out/wheels" "$@"
}

# A wheel for every CPython from 3.10 on. Maturin cannot link for Windows with zig: there it is the Linux wheel with another
# module in it.
build_wheels() {
    mkdir -p "$out/wheels"
    case $platform in
        # Only for tests, and no such platform has a name among the wheels.
        linux-s390x-*) return ;;
        windows-*)
            local linux
            linux=$(compgen -G "$natives/linux-x86_64-gnu/wheels/*abi3*.whl") || { echo "build linux-x86_64-gnu first" >&2; return 1; }
            PYO3_BUILD_EXTENSION_MODULE=1 PYO3_CROSS=1 zigbuild "" -p token04-python
            python3 scripts/release/wheel_of.py "$linux" "$(artifact _native)" cp310-abi3-win_amd64 "$out/wheels" ;;
        *) wheel ;;
    esac
}

# A wheel for CPython without the global interpreter lock, which has no stable ABI before 3.15. On Windows pip builds it from
# source.
build_free_threaded() {
    case $platform in windows-* | linux-s390x-*) return ;; esac
    wheel --interpreter python3.14t
}

for platform in $(platforms_of "$@"); do
    start=$SECONDS
    name_platform "$platform"
    out=$natives/$platform
    [ -n "${TOKEN04_PARTS:-}" ] || rm -rf "$out"
    mkdir -p "$out"
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    [ -d "$sources/lib/rustlib/$rust_target" ] || rustup target add "$rust_target"
    for part in ${TOKEN04_PARTS:-c node java wheels free_threaded cli}; do
        part_start=$SECONDS
        "build_$part"
        echo "$platform: $part in $((SECONDS - part_start)) s"
    done
    rm -rf "$work"
    touch "$out/complete"
    echo "built $platform in $((SECONDS - start)) s: $out"
done
