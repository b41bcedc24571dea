# The jar in a Maven project outside the checkout, on this Java and on the newest Java here.
need cargo javac mvn nm unzip
scripts/build.sh java
version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' bindings/java/pom.xml)
jar=dist/java/token04-$version.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

counted cargo cargo test --locked -p token04-java

# A list holds the library's exports, so that a change is noticed.
unzip -q -j "$jar" 'natives/*' -d "$work"
nm -D --defined-only --format=just-symbols "$work"/libtoken04_java.so | LC_ALL=C sort | diff bindings/java/symbols.txt -

# Every Java here, as "version path" by version.
javas() {
    local java
    for java in "$(command -v java)" /usr/lib/jvm/*/bin/java; do
        java=$(readlink -f "$java")
        echo "$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p') $java"
    done | sort -u | sort -s -n -k 1,1
}
this=$(readlink -f "$(command -v java)")
newest=$(javas | tail -n 1 | cut -d ' ' -f 2)
# The same Java may be in two directories.
[ "$(javas | grep -F " $this" | cut -d ' ' -f 1)" = "$(javas | tail -n 1 | cut -d ' ' -f 1)" ] && newest=

maven() {
    mvn -B -ntp -Dstyle.color=never "-Dtoken04.version=$version" "$@"
}
# As the README says.
maven -q install:install-file "-Dfile=$jar" -DgroupId=io.token04 -DartifactId=token04 "-Dversion=$version" -Dpackaging=jar
cp -r bindings/java/tests examples/java bindings/java/README.md crates/token04-vectors/vectors "$work"
# The JSON of the package is compared with that of the program.
cargo build -q --locked -p token04-cli
cli=$(realpath "${CARGO_TARGET_DIR:-target}/debug/token04")
tests() {
    maven -f "$work/tests/pom.xml" test "-Dtoken04.vectors=$work/vectors" "-Dtoken04.readme=$work/README.md" \
        "-Dtoken04.examples=$work/java/src" "-Dtoken04.cli=$cli" "$@"
}

# Again, with a library that panics for one user id.
cargo build -q --locked -p token04-java --features inject-panic
cp "${CARGO_TARGET_DIR:-target}/debug/libtoken04_java.so" "$work/panicking.so"
failed=0
for java in "$this" $newest; do
    echo "-- $("$java" -version 2>&1 | head -n 1)"
    counted surefire tests "-Djvm=$java" || failed=1
    counted surefire tests "-Djvm=$java" -Dtest=PanicTest -Dtoken04.test.panics=true \
        "-Dtoken04.library=$work/panicking.so" || failed=1
done
counted plain scripts/test/snippets.py java || failed=1
[ "$failed" -eq 0 ]
