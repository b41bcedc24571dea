#!/usr/bin/env bash
# The jar with all libraries on the Java of a platform, and the jar with that platform's alone: java.sh PLATFORM
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 1
source scripts/test/platforms/place.sh
java=$(cd "$base" && find usr/lib/jvm -path "*/bin/java$executable" | sort | head -n 1)
case $platform in windows-*) separator=';' ;; *) separator=: ;; esac
cp -r bindings/java/tests "$place/tests"
cp -r crates/token04-vectors/vectors "$place/vectors"
jar=$release/java/token04-$version.jar
maven() {
    mvn -B -q -ntp -f "$place/tests/pom.xml" "-Dtoken04.version=$version" "$@"
}
mvn -B -q -ntp install:install-file "-Dfile=$jar" -DgroupId=io.token04 -DartifactId=token04 "-Dversion=$version" -Dpackaging=jar
maven test-compile dependency:copy-dependencies "-DoutputDirectory=$place/jars" || exit 1
maven dependency:copy -Dartifact=org.junit.platform:junit-platform-console-standalone:1.13.1 "-DoutputDirectory=$place"
rm "$place/jars/token04-$version.jar"
names='ArgumentsVectors|ReadingVectors|DropIn|Diagnose|Vocabulary|Values|BadInput|Lifetime'
for classifier in "" "-$java_platform"; do
    cp "$release/java/token04-$version$classifier.jar" "$place"
    classpath=$inside/token04-$version$classifier.jar$separator$inside/tests/target/test-classes
    for library in "$place"/jars/*.jar; do
        classpath+=$separator$inside/jars/$(basename "$library")
    done
    check "token04-$version$classifier.jar" there "/$java" "-Dtoken04.vectors=$inside/vectors" \
        -jar "{}/junit-platform-console-standalone-1.13.1.jar" execute --disable-banner --details=tree \
        --disable-ansi-colors -cp "$classpath" --scan-classpath "{}/tests/target/test-classes" \
        --include-classname ".*\.($names)Test"
done
finish
