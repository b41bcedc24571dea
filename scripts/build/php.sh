# Fills bindings/php/native, which git does not hold: the library for this platform, and the licences of what is in it.
# With it, bindings/php is complete for a user.
need cargo ld objcopy ar
scripts/build.sh c
source scripts/platform.sh
# As PHP names them: strtolower(PHP_OS_FAMILY . '-' . php_uname('m')).
platform=$target_os-$target_arch
rm -rf bindings/php/native
install -D -m 755 dist/c/lib/libtoken04.so "bindings/php/native/$platform/libtoken04.so"
install -m 644 LICENSE LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES.md bindings/php/native
echo "filled bindings/php/native/$platform"
