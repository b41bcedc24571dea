# The packages of other platforms, where they run: in roots of their own, or in an emulator.
#
# By default what every change must keep, x86-64 with glibc 2.17 and with musl. TOKEN04_PLATFORMS is `all`, or a list of
# platforms, for the night and before a release: they need an hour of compiling and emulating.
need cargo rustup node npm go javac mvn unzip pkg-config unshare python3
source scripts/release/platforms.sh
case ${TOKEN04_PLATFORMS:-} in
    '') tested=(linux-x86_64-gnu linux-x86_64-musl) ;;
    all) tested=("${platforms[@]}" "${test_platforms[@]}") ;;
    *) read -ra tested <<< "$TOKEN04_PLATFORMS" ;;
esac
source scripts/test/platforms/release.sh
# Again, for the folders of that release.
source scripts/release/platforms.sh

status=0
for platform in "${tested[@]}"; do
    case $platform in
        linux-x86_64-gnu) tests="symbols cli c node java go dotnet" ;;
        linux-x86_64-musl) tests="symbols cli c node go loads" ;;
        linux-aarch64-gnu) tests="symbols cli c node java go python php dotnet" ;;
        linux-aarch64-musl) tests="symbols cli c node go loads" ;;
        linux-s390x-gnu) tests="cli c" ;;
        windows-x86_64) tests="cli c node java go python dotnet" ;;
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
