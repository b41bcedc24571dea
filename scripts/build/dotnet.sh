# Token04.dll with its documentation, and the native library beside it; the same library for the NuGet package.
need mcs cargo
scripts/build.sh c
rm -rf dist/dotnet bindings/dotnet/runtimes
mkdir -p dist/dotnet
source scripts/platform.sh
case $target_arch in aarch64) rid=linux-arm64 ;; *) rid=linux-x64 ;; esac
mkdir -p "bindings/dotnet/runtimes/$rid/native"
cp -L dist/c/lib/libtoken04.so dist/dotnet/
cp -L dist/c/lib/libtoken04.so "bindings/dotnet/runtimes/$rid/native/"
mcs -langversion:7 -warnaserror -unsafe -optimize -target:library -doc:dist/dotnet/Token04.xml \
    -out:dist/dotnet/Token04.dll bindings/dotnet/src/*.cs bindings/dotnet/dropin/*.cs
