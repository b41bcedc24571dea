#!/usr/bin/env bash
# The library for Java on musl, where no Java is to be had: a program loads it and finds its functions: loads.sh PLATFORM
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 1
source scripts/test/platforms/place.sh
cat > "$place/load.c" <<'END'
#include <dlfcn.h>
#include <stdio.h>
int main(int count, char **arguments) {
    void *library = dlopen(arguments[1], RTLD_NOW);
    if (!library) return fprintf(stderr, "%s\n", dlerror()), 1;
    for (int i = 2; i < count; i++)
        if (!dlsym(library, arguments[i])) return fprintf(stderr, "%s\n", dlerror()), 1;
    return 0;
}
END
check "compiles" compile -dynamic "$place/load.c" -o "$place/load"
unzip -qj "$release/java/token04-$version-$java_platform.jar" "natives/$java_platform/*" -d "$place"
mapfile -t symbols < bindings/java/symbols.txt
check "the jar's library" there "{}/load" "{}/libtoken04_java.so" "${symbols[@]}"
finish
