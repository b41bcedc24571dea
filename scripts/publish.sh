#!/usr/bin/env bash
# Publishes dist/release: scripts/publish.sh CHANNEL [--dry-run]. The release workflow calls it;
# docs/en/contributing/releasing.md has the order.
#
#   tag TAG  publishes nothing: checks that a tag and all files have the same version
#   crates   crates.io, with CARGO_REGISTRY_TOKEN
#   npm      npm's registry: the platforms' packages, then the main one, which asks for them
#   nuget    nuget.org, with NUGET_API_KEY
#   go       a commit with the libraries, and its tag bindings/go/vX.Y.Z, in this clone: a person pushes the tag
#   maven    dist/maven-central.zip, signed by gpg: a person uploads it
#   image    the image, to REGISTRY_IMAGE, after `skopeo login`
#   github   a draft of a release on GitHub with all files, with GH_TOKEN
#
# What a registry has already is left alone, so a failed run can be repeated. A dry run uploads nothing.
set -euo pipefail
source "$(dirname "$0")/run.sh"
channel=${1:-} argument=${2:-}
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
release=$root/dist/release
dry=()
[ "$argument" != --dry-run ] || dry=(--dry-run)

publish_crates() {
    local crate crates=()
    for crate in $(scripts/release/public_crates.py); do
        if [ "$argument" != --dry-run ] && cargo info -q "$crate@$version" >/dev/null 2>&1; then
            echo "$crate $version is published"
        else
            crates+=(-p "$crate")
        fi
    done
    # Cargo puts them into the order in which they need each other.
    [ ${#crates[@]} -eq 0 ] || cargo publish --locked "${dry[@]}" "${crates[@]}"
}

publish_npm() {
    local package name
    for package in "$release"/npm/token04-*-*-"$version".tgz "$release/npm/token04-$version.tgz"; do
        name=$(tar -xzOf "$package" package/package.json | python3 -c 'import json, sys; print(json.load(sys.stdin)["name"])')
        if [ "$argument" != --dry-run ] && [ "$(npm view "$name@$version" version 2>/dev/null)" = "$version" ]; then
            echo "$name $version is published"
        else
            npm publish --access public "${dry[@]}" "$package"
        fi
    done
}

publish_nuget() {
    if [ "$argument" = --dry-run ]; then
        unzip -l "$release/dotnet/Token04.$version.nupkg"
    else
        dotnet nuget push "$release/dotnet/Token04.$version.nupkg" --source nuget.org --api-key "$NUGET_API_KEY" --skip-duplicate
    fi
}

# Go reads modules from the repository, in which main has no libraries: they are in a commit of their own beside main.
publish_go() {
    local module base tree file tag=bindings/go/v$version
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    module=$(sed -n 's/^module //p' bindings/go/go.mod)
    unzip -q "$release/go/$module/@v/v$version.zip" -d "$work"
    export GIT_INDEX_FILE=$work/index
    base=$(git rev-parse --verify --quiet "v$version^{commit}" || git rev-parse HEAD)
    git read-tree "$base"
    (cd "$work/$module@v$version" && find lib -type f) | LC_ALL=C sort | while read -r file; do
        git update-index --add --cacheinfo "100644,$(git hash-object -w "$work/$module@v$version/$file"),bindings/go/$file"
    done
    tree=$(git write-tree)
    if [ "$argument" = --dry-run ]; then
        git ls-tree -r --long "$tree" bindings/go/lib
    else
        git tag "$tag" "$(git commit-tree "$tree" -p "$base" -m "Add the libraries of token04 $version for Go")"
        echo "git push origin $tag"
    fi
}

# Maven Central takes a zip of a repository in which each file has a signature and checksums.
publish_maven() {
    local folder file
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    folder=$work/io/token04/token04/$version
    mkdir -p "$folder"
    cp "$release/java/token04-$version"*.jar "$release/java/token04-$version.pom" "$folder"
    for file in "$folder"/*; do
        [ "$argument" = --dry-run ] || gpg --batch --armor --detach-sign "$file"
        md5sum < "$file" | cut -d ' ' -f 1 > "$file.md5"
        sha1sum < "$file" | cut -d ' ' -f 1 > "$file.sha1"
    done
    rm -f dist/maven-central.zip
    (cd "$work" && python3 -m zipfile -c "$root/dist/maven-central.zip" io)
    echo "dist/maven-central.zip"
}

publish_image() {
    local image=oci-archive:$release/oci/token04-$version.oci.tar:$version
    if [ "$argument" = --dry-run ]; then
        skopeo inspect --raw "$image"
    else
        skopeo copy --all "$image" "docker://$REGISTRY_IMAGE:$version"
    fi
}

publish_github() {
    local files sums
    mapfile -t files < <(find "$release" -mindepth 2 -type f ! -path "$release/go/*" | LC_ALL=C sort)
    # A release has no folders.
    sums=$(mktemp -d)/SHA256SUMS
    sed '/  go\//d; s|  .*/|  |' "$release/SHA256SUMS" > "$sums"
    files+=("$sums")
    if [ "$argument" = --dry-run ]; then
        printf '%s\n' "${files[@]}"
    else
        gh release create "v$version" --verify-tag --draft --title "token04 $version" --notes-file CHANGELOG.md "${files[@]}"
    fi
}

check_tag() {
    scripts/version.py
    [ "$argument" = "v$version" ] || { echo "the tag is $argument, but the version is $version" >&2; exit 1; }
}

case $channel in
    tag) check_tag ;;
    crates | npm | nuget | go | maven | image | github) "publish_$channel" ;;
    *) sed -n '2,/^set/{/^# \{0,1\}/!d; s/^# \{0,1\}//p}' "$0" >&2; exit 2 ;;
esac
