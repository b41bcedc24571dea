# NuGet, from a feed in a folder; the assembly runs beside its library. Debian's client is older than .NET Standard: the
# package's claim to a newer one is removed from a copy, and the project is compiled by hand.
need nuget mcs mono unzip zip
package=$(packages "dotnet/Token04.$version.nupkg")
mkdir "$work/feed" "$work/program"
cp "$package" "$work/feed"
unzip -q "$package" Token04.nuspec -d "$work"
sed -i 's/ minClientVersion="[^"]*"//' "$work/Token04.nuspec"
(cd "$work" && zip -q "feed/$(basename "$package")" Token04.nuspec)
nuget install Token04 -Source "$work/feed" -OutputDirectory "$work/packages" -Version "$version" -Verbosity quiet
installed=$work/packages/Token04.$version
case $(uname -m) in aarch64) rid=linux-arm64 ;; *) rid=linux-x64 ;; esac
cp "$installed/lib/netstandard2.0/Token04.dll" "$installed/runtimes/$rid/native/libtoken04.so" "$work/program"
mcs -langversion:7 -r:"$work/program/Token04.dll" -out:"$work/program/make_tokens.exe" examples/dotnet/Program.cs
prints_line '^refused +208 ' env -C / mono "$work/program/make_tokens.exe"
