#!/usr/bin/env bash
# dist/release/dotnet: the NuGet package with the libraries of all platforms that are built. Its assembly is the one that
# Mono's compiler makes: .NET's own SDK is in none of the registries that this uses.
set -euo pipefail
cd "$(dirname "$0")/../.." || exit 1
source scripts/run.sh
source scripts/release/platforms.sh
need mcs python3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$release/dotnet"
library=$work/lib/netstandard2.0
mkdir -p "$library" "$work/_rels"
mcs -langversion:7 -warnaserror -unsafe -optimize -target:library -doc:"$library/Token04.xml" \
    -out:"$library/Token04.dll" bindings/dotnet/src/*.cs bindings/dotnet/dropin/*.cs
python3 scripts/release/fix_assembly.py "$library/Token04.dll"
for platform in $(built_platforms); do
    name_platform "$platform"
    mkdir -p "$work/runtimes/$dotnet_platform/native"
    # Under one name everywhere: on Windows token04.dll would be the assembly's.
    cp -L "$(shared_library "$platform")" "$work/runtimes/$dotnet_platform/native/libtoken04$shared_suffix"
done
cp bindings/dotnet/README.md LICENSE LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES.md "$work"

# What the project file declares.
property() {
    sed -n "s|^ *<$1>\(.*\)</$1>|\1|p" bindings/dotnet/Token04.csproj
}
cat > "$work/Token04.nuspec" <<END
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata minClientVersion="2.12">
    <id>$(property PackageId)</id>
    <version>$version</version>
    <authors>$(property Authors)</authors>
    <license type="expression">$(property PackageLicenseExpression)</license>
    <licenseUrl>https://licenses.nuget.org/$(property PackageLicenseExpression | sed 's/ /%20/g')</licenseUrl>
    <readme>$(property PackageReadmeFile)</readme>
    <description>$(property Description)</description>
    <repository type="git" url="$(property RepositoryUrl)" />
    <dependencies>
      <group targetFramework=".NETStandard2.0" />
    </dependencies>
  </metadata>
</package>
END
cat > "$work/[Content_Types].xml" <<'END'
<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />
END
(cd "$work" && find . -type f | sed -n 's|.*/[^/]*\.\([a-z]*\)$|\1|p' | grep -vx rels | LC_ALL=C sort -u) | while read -r extension; do
    echo "  <Default Extension=\"$extension\" ContentType=\"application/octet\" />"
done >> "$work/[Content_Types].xml"
cat >> "$work/[Content_Types].xml" <<'END'
  <Override PartName="/LICENSE" ContentType="application/octet" />
  <Override PartName="/LICENSE-APACHE" ContentType="application/octet" />
  <Override PartName="/LICENSE-MIT" ContentType="application/octet" />
</Types>
END
cat > "$work/_rels/.rels" <<'END'
<?xml version="1.0" encoding="utf-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/Token04.nuspec" Id="R1" />
</Relationships>
END
python3 scripts/release/archive.py "$release/dotnet/Token04.$version.nupkg" "$work"
