# Go, from a module proxy in a folder, and from a repository with the tag that scripts/publish.sh makes. The module holds the
# compiled library: only Go and a C compiler are on the path.
need go gcc git unzip
module=github.com/token04/token04/bindings/go
packages "go/$module/@v/v$version.zip" > "$work/zip"
mkdir "$work/bin" "$work/clone"
ln -s "$(command -v go)" "$work/bin"

# In a new project: installs NAME VARIABLE…
installs() {
    local name=$1
    shift
    echo "-- $name"
    cp -r examples/go "$work/$name"
    go=(env -C "$work/$name" GOFLAGS=-modcacherw GONOSUMDB=github.com/token04 GOMODCACHE="$work/modules-$name"
        PATH="$work/bin:/usr/bin:/bin" "$@" go)
    "${go[@]}" mod edit -dropreplace "$module" -droprequire "$module"
    "${go[@]}" get "$module@v$version"
    "${go[@]}" test -count=1 ./...
}
installs proxy GOPROXY="file://$release/go"

git clone -q --shared "$root" "$work/clone"
mkdir "$work/clone/dist"
ln -s "$release" "$work/clone/dist/release"
"$work/clone/scripts/publish.sh" go > "$work/published"
# Git finds the clone where Go looks for the project.
printf '[url "file://%s"]\ninsteadOf = https://github.com/token04/token04\n' "$work/clone" > "$work/gitconfig"
installs tag GOPROXY=direct GIT_CONFIG_GLOBAL="$work/gitconfig"
