#!/usr/bin/env bash
# dist/release/java: the jar with the libraries of all platforms that are built, its sources and documentation, the POM,
# and for each platform a jar with its library alone, whose classifier is the platform.
set -euo pipefail
cd "$(dirname "$0")/../.." || exit 1
source scripts/run.sh
source scripts/release/platforms.sh
need javac mvn unzip python3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$release/java"
mkdir -p "$release/java" "$work/bindings" "$work/libraries/natives"
# A copy, because Maven builds beside its sources, where scripts/build.sh java builds too.
cp LICENSE LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES.md "$work"
mkdir "$work/bindings/java"
cp -r bindings/java/pom.xml bindings/java/src "$work/bindings/java"
for platform in $(built_platforms); do
    name_platform "$platform"
    mkdir "$work/libraries/natives/$java_platform"
    cp "$natives/$platform"/java/* "$work/libraries/natives/$java_platform"
done
time=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
mvn -B -q -ntp -f "$work/bindings/java/pom.xml" "-Dnative.libraries=$work/libraries" \
    "-Dproject.build.outputTimestamp=$time" package
cp "$work"/bindings/java/target/token04-"$version"*.jar "$release/java"
cp bindings/java/pom.xml "$release/java/token04-$version.pom"

for platform in $(built_platforms); do
    name_platform "$platform"
    rm -rf "$work/one"
    unzip -q "$release/java/token04-$version.jar" -d "$work/one"
    find "$work/one/natives" -mindepth 1 -maxdepth 1 ! -name "$java_platform" -exec rm -r {} +
    python3 scripts/release/archive.py "$release/java/token04-$version-$java_platform.jar" "$work/one"
done
