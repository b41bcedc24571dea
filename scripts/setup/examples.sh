# The server examples need what their languages do, and the contract test what the service's tests do.
for language in server python wasm node go php cpp dotnet java; do
    [ ! -f "scripts/setup/$language.sh" ] || (source "scripts/setup/$language.sh")
done
# ZEGO's packages, which the clients' tests run and read; none of their code is in this repository.
npm ci --loglevel=error --ignore-scripts --prefix examples/mini-program
npm ci --loglevel=error --ignore-scripts --prefix scripts/test/clients
debian libmono-system-web-extensions4.0-cil cmake libcpp-httplib-dev nlohmann-json3-dev libssl-dev python3-venv
