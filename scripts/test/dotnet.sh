# The assembly as a user has it: a folder with Token04.dll and the native library, away from the checkout.
need mcs mono cargo
scripts/build.sh dotnet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp dist/dotnet/* "$work"
json=/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll
[ -f "$json" ] || { echo "MISSING: $json; scripts/setup.sh dotnet installs it" >&2; exit 77; }
cp "$json" "$work"
mcs -langversion:7 -warnaserror -r:"$work/Token04.dll" -r:"$json" -out:"$work/tests.exe" bindings/dotnet/tests/*.cs
mcs -langversion:7 -r:"$work/Token04.dll" -out:"$work/example.exe" examples/dotnet/Program.cs
export TOKEN04_VECTORS=$root/crates/token04-vectors/vectors
# From another directory, so that only files beside the program are found.
echo "-- $(mono --version | head -n 1)"
counted plain env -C / mono "$work/tests.exe"
env -C / mono "$work/example.exe" | grep '^refused    208 '

# Again on CoreCLR, the runtime of .NET Core and its successors, from PyPI: the same assembly and the same tests.
runtime=$(echo .venv/dotnet/lib/python3*/site-packages/dotnetcore2/bin)
need "$runtime/dotnet"
version=$(basename "$runtime"/shared/Microsoft.NETCore.App/*)
echo "-- .NET Core $version"
cat > "$work/tests.runtimeconfig.json" <<END
{"runtimeOptions": {"framework": {"name": "Microsoft.NETCore.App", "version": "$version"},
 "configProperties": {"System.Globalization.Invariant": true}}}
END
counted plain env -C / "$root/$runtime/dotnet" exec "$work/tests.exe"

# The first token and the API in brief.
counted plain scripts/test/snippets.py dotnet
