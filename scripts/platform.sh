# The platform that is built for: CARGO_BUILD_TARGET, which cargo reads too, or this machine. Sourced after run.sh.
# Gives $rust_target, $target_os (linux, macos, windows), $target_arch (x86_64, aarch64, …), $binutils and $artifacts, the
# folder of what `cargo build --release` makes.

rust_target=${CARGO_BUILD_TARGET:-$(rustc -vV | sed -n 's/^host: //p')}
# shellcheck disable=SC2034
target_arch=${rust_target%%-*}
# shellcheck disable=SC2034
case $rust_target in
    *-linux-*) target_os=linux ;;
    *-apple-darwin) target_os=macos ;;
    *-windows-*) target_os=windows ;;
    *) target_os=unknown ;;
esac
# shellcheck disable=SC2034
artifacts=${CARGO_TARGET_DIR:-target}${CARGO_BUILD_TARGET:+/$CARGO_BUILD_TARGET}/release

# What the names of the binutils for that processor begin with, as Debian has them.
# shellcheck disable=SC2034
binutils=
# shellcheck disable=SC2034
[ "$target_arch" = "$(uname -m)" ] || binutils=$target_arch-linux-gnu-

# Prints how a dynamic library of this name is called as a file.
dynamic_library() {
    case $target_os in
        macos) echo "lib$1.dylib" ;;
        windows) echo "$1.dll" ;;
        *) echo "lib$1.so" ;;
    esac
}

# Prints what a static library needs of the system, as rustc reports it, each after a space. The C library and the
# unwinder are left to the compiler that links the program: they differ between dynamic and static programs.
system_libraries() {
    local work
    work=$(mktemp -d)
    echo > "$work/empty.rs"
    # Rustc notes on standard error that it has written the file.
    rustc --target "$rust_target" --crate-type staticlib --print native-static-libs="$work/libraries" \
        -o "$work/empty.a" "$work/empty.rs" 2>/dev/null
    sed -E 's/^/ /; s/ -l(c|gcc_s|gcc_eh|unwind)\>//g; s/ *$//' "$work/libraries"
    rm -rf "$work"
}
