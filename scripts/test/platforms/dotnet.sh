#!/usr/bin/env bash
# The NuGet package with the .NET of a platform, Mono or .NET Core, and the tests of the package: dotnet.sh PLATFORM
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 1
source scripts/test/platforms/place.sh
json=/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll
[ -f "$json" ] || { echo "MISSING: $json; scripts/setup.sh dotnet installs it" >&2; exit 77; }
unzip -q "$release/dotnet/Token04.$version.nupkg" -d "$place/package"
cp "$place"/package/{lib/netstandard2.0/Token04.dll,runtimes/"$dotnet_platform"/native/*} "$json" "$place"
mcs -langversion:7 -r:"$place/Token04.dll" -r:"$json" -out:"$place/tests.exe" bindings/dotnet/tests/*.cs || exit 1
cp -r crates/token04-vectors/vectors "$place/vectors"
export TOKEN04_VECTORS=$inside/vectors
case $platform in
    windows-*)
        framework=$(basename "$base"/usr/lib/dotnetcore2/bin/shared/Microsoft.NETCore.App/*)
        cat > "$place/tests.runtimeconfig.json" <<END
{"runtimeOptions": {"framework": {"name": "Microsoft.NETCore.App", "version": "$framework"}}}
END
        check "its tests on .NET Core $framework" there /usr/lib/dotnetcore2/bin/dotnet.exe exec "{}/tests.exe" ;;
    *) check "its tests on Mono" there /usr/bin/mono "{}/tests.exe" ;;
esac
finish
