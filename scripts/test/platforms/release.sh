# The release that the tests of platforms and channels install. Sourced after run.sh; gives $TOKEN04_RELEASE and
# $TOKEN04_NATIVES.
#
# They may be the folders that scripts/release.sh filled (dist/release, target/release-natives). By default the release of
# x86-64 with glibc and with musl, or of $TOKEN04_PLATFORMS, is made here, once for each run of scripts/test.sh, and without the
# optimisation at link time, which takes most of the time and changes no behaviour. The wheels for free-threaded CPython are
# made only for $TOKEN04_PLATFORMS, because there is no such interpreter here.
if [ -z "${TOKEN04_RELEASE:-}" ]; then
    export TOKEN04_NATIVES=$root/target/platforms/natives TOKEN04_RELEASE=$root/target/platforms/release
    made=$root/target/platforms/made
    if [ "$(cat "$made" 2>/dev/null)" != "${test_run:-}" ]; then
        rm -rf "$TOKEN04_NATIVES" "$TOKEN04_RELEASE"
        [ -n "${TOKEN04_PLATFORMS:-}" ] || export TOKEN04_PARTS="c node java wheels cli"
        CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 scripts/release.sh "${tested[@]}"
        echo "${test_run:-}" > "$made"
    fi
fi
