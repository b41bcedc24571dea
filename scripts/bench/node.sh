# The npm package, as built and installed, against the best on node:crypto.
need cargo node npm
scripts/build.sh node >&2
project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
cp bindings/node/bench/*.mjs "$project"
npm install --loglevel=error --prefix "$project" dist/node/*.tgz >&2
node "$project/bench.mjs" "$@"
