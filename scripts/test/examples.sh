# One contract for the service and the server example of every language, each from what a user installs.
# First, the part of the web example that renews tokens.
need cargo python3 node npm go php g++ cmake mcs mono javac mvn
[ -x .venv/server/bin/python ] || { echo "MISSING: .venv/server; scripts/setup.sh server installs it" >&2; exit 77; }
for language in cli python node go php cpp dotnet java; do
    [ ! -f "scripts/build/$language.sh" ] || scripts/build.sh "$language"
done
counted node node --test examples/web/tokens.test.js
counted plain .venv/server/bin/python examples/contract/run.py
