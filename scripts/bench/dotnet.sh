# .NET under Mono against its own Aes and RandomNumberGenerator, with key and generator kept.
scripts/build.sh dotnet >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp dist/dotnet/* "$work"
mcs -langversion:7 -optimize -r:"$work/Token04.dll" -out:"$work/bench.exe" bindings/dotnet/bench/Bench.cs
mono "$work/bench.exe" "$@"
