# The PHP package needs the C library's toolchain and PHP's command line with FFI; its tests PHPUnit and Composer.
command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev binutils php-cli phpunit composer
