# npm, pnpm and Yarn, from a local registry to which the packages are published as they would be to npm's: those of the
# platforms before the main one, which asks for them. Most platforms are absent from this machine.
tools=scripts/rehearse/npm/node_modules
need node npm tar curl "$tools/.bin/verdaccio"

# Prints a port that is free.
free_port() {
    node -e 'const server = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close(); })'
}
registry=http://127.0.0.1:$(free_port)
cp scripts/rehearse/npm/verdaccio.yaml "$work"
env -C "$work" node "$root/$tools/verdaccio/bin/verdaccio" --config verdaccio.yaml --listen "${registry#http://}" > "$work/server.log" 2>&1 &
server=$!
trap 'kill "$server"' EXIT
export npm_config_registry=$registry npm_config_userconfig=$work/npmrc npm_config_cache=$work/npm-cache
# npm publishes only with a token; this registry asks nobody who they are.
echo "${registry#http:}/:_authToken=nobody" > "$npm_config_userconfig"
curl --silent --fail --retry 20 --retry-connrefused --retry-delay 1 --retry-all-errors "$registry/-/ping" > "$work/ping"

main=$(packages "npm/token04-$version.tgz")
mapfile -t natives < <(packages "npm/token04-*-*-$version.tgz")
mkdir "$work/main" "$work/absent"
tar -xzf "$main" -C "$work/main" package/package.json
node scripts/rehearse/npm/absent_platforms.mjs "$work/main/package/package.json" "$work/absent" "${natives[@]}"
for package in "$work"/absent/* "${natives[@]}" "$main"; do
    [ -e "$package" ] && npm publish --silent --access public "$package" > "$work/published"
done

# In a new project: installs NAME COMMAND…
installs() {
    local name=$1
    shift
    echo "-- $name"
    mkdir "$work/$name"
    cp scripts/rehearse/npm/make_token.mjs "$work/$name"
    echo '{"name": "project", "private": true, "type": "module"}' > "$work/$name/package.json"
    env -C "$work/$name" "$@" > "$work/$name.log" 2>&1 || { cat "$work/$name.log"; return 1; }
}

installs npm npm install "token04@$version"
prints_line '^valid for user1$' env -C "$work/npm" node make_token.mjs
# The package of this platform alone was installed.
installed=("$work"/npm/node_modules/@token04/*)
[ "${#installed[@]}" -eq 1 ]

installs pnpm node "$root/$tools/pnpm/bin/pnpm.cjs" --store-dir "$work/pnpm-store" add "token04@$version"
prints_line '^valid for user1$' env -C "$work/pnpm" node make_token.mjs

yarn=(env YARN_NPM_REGISTRY_SERVER="$registry" YARN_UNSAFE_HTTP_WHITELIST=127.0.0.1 YARN_GLOBAL_FOLDER="$work/yarn-global"
    YARN_ENABLE_TELEMETRY=0 YARN_NPM_MINIMAL_AGE_GATE=0 node "$root/$tools/@yarnpkg/cli-dist/bin/yarn.js")
installs yarn "${yarn[@]}" add "token04@$version"
prints_line '^valid for user1$' env -C "$work/yarn" "${yarn[@]}" node make_token.mjs

# Without the package of its platform, it runs as WebAssembly.
installs incomplete npm install --omit=optional "token04@$version"
prints_line '^valid for user1$' env -C "$work/incomplete" node make_token.mjs
[ "$(env -C "$work/npm" node -p 'require("token04").backend')" = addon ]
[ "$(env -C "$work/incomplete" node -p 'require("token04").backend')" = wasm ]
