# The page needs the WebAssembly module, and its tests the browser of the service's tests.
for language in wasm server; do
    (source "scripts/setup/$language.sh")
done
