# Fills bindings/php/native, which git does not hold: the library for this platform, and the licences of what is in it.
# With it, bindings/php is complete for a user.
need cargo ld objcopy ar
scripts/build.sh c
source scripts/platform.sh
# As Platform.php names them.
platform=$target_os-$target_arch
case $rust_target in
    *-musl) platform+=-musl ;;
    *-apple-darwin) platform=darwin-$target_arch ;;
esac
library=$(dynamic_library token04)
rm -rf bindings/php/native
install -D -m 755 "dist/c/lib/$library" "bindings/php/native/$platform/$library"
install -m 644 LICENSE LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES.md bindings/php/native
echo "filled bindings/php/native/$platform"
