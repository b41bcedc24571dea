# The jar with this platform's native library in it, and its sources and documentation, in dist/java.
# TOKEN04_JAVA_NATIVES may be a directory with libraries built on other platforms, as
# natives/<os>-<arch>/, or natives/linux-<arch>-musl/ for Alpine.
need cargo javac mvn
source scripts/platform.sh
library=$(dynamic_library token04_java)
# As NativeLibrary.java names them.
platform=$target_os-$target_arch
case $rust_target in *-musl) platform+=-musl ;; esac
cargo build -q --release --locked -p token04-java
libraries=bindings/java/target/native-libraries
rm -rf bindings/java/target dist/java
mkdir -p "$libraries/natives/$platform" dist/java
if [ -n "${TOKEN04_JAVA_NATIVES:-}" ]; then
    cp -r "$TOKEN04_JAVA_NATIVES"/. "$libraries"
fi
cp "$artifacts/$library" "$libraries/natives/$platform"
mvn -B -q -f bindings/java/pom.xml package
cp bindings/java/target/token04-*.jar dist/java
ls dist/java/*.jar
