#!/usr/bin/env bash
# Builds the program of a README as a new user would, from its CMake project and its first block of code, and runs it:
# readme_program.sh README LANGUAGE PREFIX; ends with "N passed, N failed".
set -euo pipefail
readme=$1 language=$2 prefix=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The first block of a kind that contains a text: block KIND TEXT
block() {
    awk -v fence="\`\`\`$1" -v text="$2" '
        $0 == fence {inside = 1; block = ""; next}
        inside && /^```/ {if (index(block, text)) {printf "%s", block; exit} inside = 0}
        inside {block = block $0 "\n"}' "$readme"
}

block cmake 'project(' > "$work/CMakeLists.txt"
# The name that the CMake file gives the source.
source_name=$(sed -n 's/^add_executable([^ ]* \(.*\))/\1/p' "$work/CMakeLists.txt")
block "$language" 'main(' > "$work/$source_name"
cmake -S "$work" -B "$work/build" -DCMAKE_PREFIX_PATH="$prefix"
cmake --build "$work/build"
"$(dirname "$0")/program.sh" '^04[A-Za-z0-9+/]+=*$' "$work/build/${source_name%.*}"
