# Where the packages of a platform are tested. Sourced by the tests in this folder, with the platform as their argument.
# Gives $place, a folder that programs of that platform see as /work, there, which runs one of them, and check, which counts.

source scripts/run.sh
source scripts/release/platforms.sh
platform=$1
name_platform "$platform"
[ -x .venv/release/bin/cargo-zigbuild ] || { echo "MISSING: zig; scripts/setup.sh platforms installs it" >&2; exit 77; }
roots=$root/target/platforms/roots
scripts/test/platforms/roots.sh "$platform"
arch=${platform#*-}
arch=${arch%%-*}
# What runs its programs, if the root does not, and how they are called.
runner=() executable=
# shellcheck disable=SC2034
case $platform in windows-*) runner=(windows) executable=.exe ;; esac
base=$roots/$platform
place=$(mktemp -d -p "$base/work")
chmod 755 "$place"
trap 'rm -rf "$place"' EXIT
inside=/work/$(basename "$place")

# Runs a program of the platform, in $folder: there PROGRAM ARGUMENT…, where {} in an argument is $place as the program sees
# it. It writes to files, because Node.js cannot write to a pipe of Wine.
there() {
    local status=0
    # shellcheck disable=SC2016
    timeout "${seconds:-600}" scripts/test/platforms/enter.sh "$base" "$arch" /bin/sh -c 'cd "$0" && exec "$@"' \
        "${folder:-/}" "${runner[@]}" "${@//\{\}/$inside}" < /dev/null > "$place/output" 2> "$place/errors" || status=$?
    cat "$place/output"
    cat "$place/errors" >&2
    return "$status"
}

passed=0 failed=0
# A command that must succeed: check NAME COMMAND…
check() {
    local name=$1 output
    shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED on %s: %s: %s\n%s\n' "$platform" "$name" "$*" "$output"
    fi
}

# The last line of a test, and its status.
finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}

# Unpacks an archive into $place/NAME: unpack KIND NAME. Platforms that are only for tests have none.
unpack() {
    local archive=$release/$1/$2
    case $platform in
        windows-*) unzip -q "$archive.zip" -d "$place" ;;
        linux-s390x-*) cp -r "$natives/$platform/$1" "$place/$2" ;;
        *) tar xzf "$archive.tar.gz" -C "$place" ;;
    esac
}

# A compiler for the platform: compile ARGUMENT…
compile() {
    .venv/release/bin/python-zig cc -target "$(zig_name)" "$@"
}

# What zig calls the platform.
zig_name() {
    case $platform in
        macos-*) echo "$arch-macos" ;;
        windows-*) echo "$arch-windows-gnu" ;;
        *-gnu) echo "$arch-linux-gnu.2.17" ;;
        *-musl) echo "$arch-linux-musl" ;;
    esac
}
