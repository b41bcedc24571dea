# One contract for the service and the server example of every language, each from what a user installs.
need cargo python3 node npm go php g++ cmake mcs mono
[ -x .venv/server/bin/python ] || { echo "MISSING: .venv/server; scripts/setup.sh server installs it" >&2; exit 77; }
for language in cli python node go php cpp dotnet java; do
    [ ! -f "scripts/build/$language.sh" ] || scripts/build.sh "$language"
done
counted plain .venv/server/bin/python examples/contract/run.py
