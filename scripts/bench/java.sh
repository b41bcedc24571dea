# The jar against javax.crypto. JAVA selects another Java than the one on the path.
need cargo javac mvn
scripts/build.sh java >&2
version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' bindings/java/pom.xml)
mvn -B -q install:install-file "-Dfile=dist/java/token04-$version.jar" \
    -DgroupId=io.token04 -DartifactId=token04 "-Dversion=$version" -Dpackaging=jar >&2
mvn -B -q -f bindings/java/bench/pom.xml "-Dtoken04.version=$version" compile \
    dependency:build-classpath -Dmdep.outputFile=target/classpath >&2
# A heap whose pages have been used before, as that of a server that has run for a while.
"${JAVA:-java}" -Xms256m -Xmx256m -XX:+AlwaysPreTouch -cp "bindings/java/bench/target/classes:$(cat bindings/java/bench/target/classpath)" bench.Main "$@"
