# One contract for the service and the server example of every language, each from what a user installs.
# First, what renews tokens in the clients: the token keeper, the mini-program's page over the published kit, and docs/en/clients/renewal.md.
need cargo python3 node npm go php g++ cmake mcs mono javac mvn
[ -x .venv/server/bin/python ] || { echo "MISSING: .venv/server; scripts/setup.sh server installs it" >&2; exit 77; }
for language in cli python node go php cpp dotnet java; do
    [ ! -f "scripts/build/$language.sh" ] || scripts/build.sh "$language"
done
for folder in examples/mini-program scripts/test/clients bindings/wasm; do
    [ -d "$folder/node_modules" ] || { echo "MISSING: $folder/node_modules; scripts/setup.sh examples installs it" >&2; exit 77; }
done
counted node node --test examples/web/tokens.test.js
counted node node --test examples/mini-program/test/*.test.js
counted node node --test scripts/test/clients/clients.test.js
counted plain .venv/server/bin/python examples/contract/run.py
