# The platforms of a release: what Rust, zig and each language call them. Sourced after run.sh.

# Whose setup installs what a release needs.
# shellcheck disable=SC2034
language=${language:-platforms}

# Every platform, in the order in which it is built. Those of a release that users install, then one for tests alone.
platforms=(linux-x86_64-gnu linux-x86_64-musl linux-aarch64-gnu linux-aarch64-musl
    macos-aarch64 macos-x86_64 windows-x86_64)
test_platforms=(linux-s390x-gnu)

# Where scripts/release/natives.sh leaves what it builds, a folder per platform.
natives=${TOKEN04_NATIVES:-$root/target/release-natives}
# What a release consists of.
# shellcheck disable=SC2034
release=${TOKEN04_RELEASE:-$root/dist/release}

# The platforms given as arguments, or all that users install.
platforms_of() {
    local platform
    for platform in "${@:-${platforms[@]}}"; do
        if ! printf '%s\n' "${platforms[@]}" "${test_platforms[@]}" | grep -qx -- "$platform"; then
            echo "unknown platform '$platform'; known: ${platforms[*]} ${test_platforms[*]}" >&2
            return 2
        fi
        echo "$platform"
    done
}

# The platforms that are built already.
built_platforms() {
    local platform
    for platform in "${platforms[@]}"; do
        [ ! -f "$natives/$platform/complete" ] || echo "$platform"
    done
}

# Sets the names of one platform: $rust_target, $zig_target (with the oldest glibc), $wheel_tag, $java_platform,
# $go_platform, $php_platform, $dotnet_platform, $shared_suffix.
# shellcheck disable=SC2034
name_platform() {
    local platform=$1
    local arch=${platform#*-} libc
    arch=${arch%%-*}
    case $platform in
        linux-*)
            libc=${platform##*-}
            rust_target=$arch-unknown-linux-$libc
            shared_suffix=.so
            java_platform=linux-$arch php_platform=linux-$arch
            if [ "$libc" = gnu ]; then
                zig_target=$rust_target.2.17 wheel_tag=manylinux2014
                dotnet_platform=linux
            else
                zig_target=$rust_target wheel_tag=musllinux_1_2
                java_platform+=-musl php_platform+=-musl dotnet_platform=linux-musl
            fi ;;
        macos-*)
            rust_target=$arch-apple-darwin zig_target=$rust_target wheel_tag=
            java_platform=$platform php_platform=darwin-$arch dotnet_platform=osx
            shared_suffix=.dylib ;;
        windows-*)
            rust_target=$arch-pc-windows-gnu zig_target=$rust_target wheel_tag=
            java_platform=$platform php_platform=$platform dotnet_platform=win
            shared_suffix=.dll ;;
    esac
    case $arch in
        x86_64) go_platform=amd64 dotnet_platform+=-x64 ;;
        aarch64) go_platform=arm64 dotnet_platform+=-arm64 ;;
        *) go_platform=$arch dotnet_platform+=-$arch ;;
    esac
    case $platform in
        *-musl) go_platform=linux_${go_platform}_musl ;;
        macos-*) go_platform=darwin_$go_platform ;;
        *) go_platform=${platform%%-*}_$go_platform ;;
    esac
}

# The time of the commit, for what must not depend on when it is built.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 1704067200)}
export SOURCE_DATE_EPOCH

# The version of the release.
# shellcheck disable=SC2034
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/Cargo.toml" | head -n 1)

# The shared library for C of a platform, under the name without a version: shared_library PLATFORM
shared_library() {
    case $1 in
        windows-*) echo "$natives/$1/c/bin/token04.dll" ;;
        macos-*) echo "$natives/$1/c/lib/libtoken04.dylib" ;;
        *) echo "$natives/$1/c/lib/libtoken04.so" ;;
    esac
}
