# The Java package needs Rust for its native library, a JDK of 17 or newer, Maven, and binutils for its tests.
command -v cargo >/dev/null || { echo "Rust is missing: install it with rustup from https://rustup.rs" >&2; exit 1; }
debian gcc libc6-dev binutils unzip
command -v javac >/dev/null || debian default-jdk-headless
command -v mvn >/dev/null || debian maven
