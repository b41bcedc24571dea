# Token04.dll with its documentation, and the native library beside it; the same library for the NuGet package.
need mcs cargo
scripts/build.sh c
rm -rf dist/dotnet bindings/dotnet/runtimes
mkdir -p dist/dotnet
source scripts/platform.sh
case $rust_target in
    *-linux-musl) rid=linux-musl ;;
    *-apple-darwin) rid=osx ;;
    *) rid=linux ;;
esac
case $target_arch in aarch64) rid+=-arm64 ;; *) rid+=-x64 ;; esac
library=$(dynamic_library token04)
mkdir -p "bindings/dotnet/runtimes/$rid/native"
cp -L "dist/c/lib/$library" dist/dotnet/
cp -L "dist/c/lib/$library" "bindings/dotnet/runtimes/$rid/native/"
mcs -langversion:7 -warnaserror -unsafe -optimize -target:library -doc:dist/dotnet/Token04.xml \
    -out:dist/dotnet/Token04.dll bindings/dotnet/src/*.cs bindings/dotnet/dropin/*.cs
