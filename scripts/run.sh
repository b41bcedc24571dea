# What setup.sh, build.sh, test.sh and bench.sh share. Sourced, not run: each runs `scripts/<job>/<language>.sh`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
# What scripts/setup/go.sh puts there if the system's Go is too old.
[ ! -d target/go/toolchain ] || PATH=$root/target/go/toolchain/bin:$PATH

# Every language, in the order in which they build on each other.
languages=(core cli c cpp objc python wasm node java go php dotnet server page platforms channels examples docs)

# The languages given as arguments, or all, that have a script for the job.
languages_of() {
    local job=$1 language
    shift
    for language in "${@:-${languages[@]}}"; do
        if [ -f "scripts/$job/$language.sh" ]; then
            echo "$language"
        elif [ $# -gt 0 ] && ! printf '%s\n' "${languages[@]}" | grep -qx -- "$language"; then
            echo "scripts/$job.sh: unknown language '$language'; known: ${languages[*]}" >&2
            return 2
        fi
    done
}

# Installs those Debian packages that are missing. Needs root or sudo.
debian() {
    local package missing=() sudo=()
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    [ "$(id -u)" -eq 0 ] || sudo=(sudo)
    # The lists may be missing or old: they are fetched at most once per hour.
    if [ -z "$(find /var/lib/apt/lists -maxdepth 1 -name '*Packages*' -mmin -60 2>/dev/null | head -n 1)" ]; then
        "${sudo[@]}" apt-get update -q
    fi
    DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# Installs packages that Debian 13 no longer has. Without them the tests that need them are skipped, and fail in CI.
debian_12() {
    debian "$@" || echo "scripts/setup.sh: this system has no $*: the tests that need it will be skipped" >&2
}

# Exits this language's script with the status for "skipped" if a command is missing.
need() {
    local command
    for command in "$@"; do
        command -v "$command" >/dev/null && continue
        echo "MISSING: $command; scripts/setup.sh ${language:-} installs it" >&2
        exit 77
    done
}
