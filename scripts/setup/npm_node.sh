# Versions of Node.js for tests, from the npm package `node`. Sourced.

# One directory per version, because an install replaces what is in its directory.
install_node() {
    local folder=${CARGO_TARGET_DIR:-target}/node-versions/$1
    [ -x "$folder/node_modules/node/bin/node" ] && return
    mkdir -p "$folder"
    npm install --loglevel=error --no-package-lock --prefix "$folder" "node@$1"
}
