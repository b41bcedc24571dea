# The packages of other platforms, where they run: in roots of their own, in an emulator, in Wine.
#
# TOKEN04_PLATFORMS is `all` or a list of platforms. By default it is what every change must keep: x86-64 with glibc 2.17 and
# with musl. The others need an hour of compiling and emulating: they are for the night and for a release.
# TOKEN04_NATIVES and TOKEN04_RELEASE may be folders with what scripts/release.sh made; else it is made here, without the
# optimisation at link time, which takes most of the time and changes no behaviour.
build=no
need cargo rustup node npm go javac mvn mcs unzip pkg-config unshare python3
if [ -z "${TOKEN04_RELEASE:-}" ]; then
    export TOKEN04_NATIVES=$root/target/platforms/natives TOKEN04_RELEASE=$root/target/platforms/release
    export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
    build=yes
fi
source scripts/release/platforms.sh
case ${TOKEN04_PLATFORMS:-} in
    '') tested=(linux-x86_64-gnu linux-x86_64-musl) ;;
    all) tested=("${platforms[@]}" "${test_platforms[@]}") ;;
    *) read -ra tested <<< "$TOKEN04_PLATFORMS" ;;
esac
[ "$build" = no ] || scripts/release.sh "${tested[@]}"

status=0
# Runs a test of a platform: try TEST PLATFORM
try() {
    echo "-- $2: $1"
    counted plain "scripts/test/platforms/$1.sh" "$2" || status=1
}
for platform in "${tested[@]}"; do
    case $platform in
        linux-x86_64-gnu) tests="symbols cli c node java go" ;;
        linux-x86_64-musl) tests="symbols cli c node go loads" ;;
        linux-aarch64-gnu) tests="symbols cli c node java go python php" ;;
        linux-aarch64-musl) tests="symbols cli c node go" ;;
        linux-s390x-gnu) tests="cli c node java" ;;
        windows-*) tests="cli c node" ;;
        # Nothing here runs what is for macOS.
        macos-*) tests="links" ;;
    esac
    for test in $tests; do
        try "$test" "$platform"
    done
done
[ "$status" -eq 0 ]
