# The packages of other platforms, where they run: in roots of their own, in an emulator, in Wine.
#
# By default what every change must keep, x86-64 with glibc 2.17 and with musl: their C library, addon, jar and Go module,
# and the static program. TOKEN04_PLATFORMS is `all`, or a list of platforms, for the night and before a release: they need an
# hour of compiling and emulating. Then TOKEN04_RELEASE and TOKEN04_NATIVES may be the folders that scripts/release.sh filled
# (dist/release, target/release-natives); else everything is made here, without the optimisation at link time, which takes
# most of the time and changes no behaviour.
need cargo rustup node npm go javac mvn unzip pkg-config unshare python3
build=no
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
if [ "$build" = yes ] && [ -n "${TOKEN04_PLATFORMS:-}" ]; then
    scripts/release.sh "${tested[@]}"
elif [ "$build" = yes ]; then
    rm -rf "$natives"
    TOKEN04_PARTS="c node java" scripts/release/natives.sh linux-x86_64-gnu
    TOKEN04_PARTS="c node java cli" scripts/release/natives.sh linux-x86_64-musl
    for kind in c npm java go cli; do
        "scripts/release/$kind.sh"
    done
fi

status=0
for platform in "${tested[@]}"; do
    case $platform in
        linux-x86_64-gnu) tests="symbols cli c node java go" ;;
        linux-x86_64-musl) tests="symbols cli c node go loads" ;;
        linux-aarch64-gnu) tests="symbols cli c node java go python php" ;;
        linux-aarch64-musl) tests="symbols cli c node go loads" ;;
        linux-s390x-gnu) tests="cli c" ;;
        windows-*) tests="cli c node" ;;
        # Nothing here runs what is for macOS.
        macos-*) tests="links" ;;
    esac
    for test in $tests; do
        [ "$test" != cli ] || [ -d "$natives/$platform/cli" ] || continue
        echo "-- $platform: $test"
        counted plain "scripts/test/platforms/$test.sh" "$platform" || status=1
    done
done
[ "$status" -eq 0 ]
