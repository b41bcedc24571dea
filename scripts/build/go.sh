# The native library and its header in bindings/go, which a user takes unchanged.
need cargo ld objcopy ar go
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
scripts/install.sh "$prefix"
source scripts/platform.sh
# As Go names them.
case $target_os in macos) platform=darwin ;; *) platform=$target_os ;; esac
case $target_arch in
    x86_64) platform+=_amd64 ;;
    aarch64) platform+=_arm64 ;;
    *) platform+=_$target_arch ;;
esac
case $rust_target in *-musl) platform+=_musl ;; esac
install -m 644 "$prefix/include/token04.h" bindings/go/token04.h
scripts/release/go_library.sh "$prefix/lib/libtoken04.a" "bindings/go/lib/$platform"
echo "bindings/go/lib/$platform"
