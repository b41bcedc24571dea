# Go, from a module proxy in a folder. The module holds the compiled library: only Go and a C compiler are on the path.
need go gcc
module=github.com/token04/token04/bindings/go
packages "go/$module/@v/v$version.zip" > "$work/zip"
cp -r examples/go "$work/project"
mkdir "$work/bin"
ln -s "$(command -v go)" "$work/bin"
go_without_rust() {
    env -C "$work/project" GOFLAGS=-modcacherw GOPROXY="file://$release/go" GONOSUMDB=github.com/token04 \
        GOMODCACHE="$work/modules" PATH="$work/bin:/usr/bin:/bin" go "$@"
}
go_without_rust mod edit -dropreplace "$module" -droprequire "$module"
go_without_rust get "$module@v$version"
go_without_rust test -count=1 ./...
