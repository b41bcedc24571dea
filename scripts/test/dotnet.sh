# The assembly as a user has it: a folder with Token04.dll and the native library, away from the checkout.
need mcs mono cargo
scripts/build.sh dotnet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp dist/dotnet/* "$work"
mcs -langversion:7 -warnaserror -r:"$work/Token04.dll" -r:System.Web.Extensions.dll -out:"$work/tests.exe" \
    bindings/dotnet/tests/*.cs
mcs -langversion:7 -r:"$work/Token04.dll" -out:"$work/example.exe" examples/dotnet/Program.cs
# From another directory, so that only files beside the program are found.
counted plain env -C / TOKEN04_VECTORS="$root/crates/token04-vectors/vectors" mono "$work/tests.exe"
env -C / mono "$work/example.exe" | grep '^refused    208 '
