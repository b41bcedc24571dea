#!/usr/bin/env python3
"""The version, which stands in many files: version.py checks that all agree, version.py X.Y.Z sets it everywhere."""
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Each place: a file, and a pattern whose one group is the version.
PLACES = [
    ("token04.podspec", r"(?m)^  spec\.version = '([^']+)'"),
    ("bindings/c/README.md", r"GIT_TAG v(\d+\.\d+\.\d+)"),
    ("bindings/c/README.zh-CN.md", r"GIT_TAG v(\d+\.\d+\.\d+)"),
    ("bindings/c/README.md", r'requires = "token04/([^"]+)"'),
    ("bindings/c/README.zh-CN.md", r'requires = "token04/([^"]+)"'),
    ("bindings/c/packaging/vcpkg/token04/vcpkg.json", r'(?m)^  "version": "([^"]+)"'),
    ("include/token04.h", r'(?m)^#define TOKEN04_VERSION "([^"]+)"'),
    ("Cargo.toml", r'(?m)^version = "([^"]+)"'),
    ("Cargo.toml", r'(?m)^token04-(?:core|server) = \{ version = "([^"]+)"'),
    ("bindings/python/python/token04/__init__.py", r'(?m)^__version__ = "([^"]+)"'),
    ("bindings/node/package.json", r'(?m)^  "version": "([^"]+)"'),
    ("bindings/node/package-lock.json", r'(?m)^  "version": "([^"]+)"'),
    ("bindings/node/package-lock.json", r'(?m)^      "name": "token04",\n      "version": "([^"]+)"'),
    ("bindings/php/composer.json", r'(?m)^    "version": "([^"]+)"'),
    ("bindings/php/src/Internal/Library.php", r"VERSION = '([^']+)'"),
    ("bindings/java/pom.xml", r"<artifactId>token04</artifactId>\n  <version>([^<]+)</version>"),
    ("bindings/java/src/main/java/io/token04/NativeLibrary.java", r'String VERSION = "([^"]+)"'),
    ("bindings/java/README.md", r"<artifactId>token04</artifactId>\n  <version>([^<]+)</version>"),
    ("bindings/java/README.zh-CN.md", r"<artifactId>token04</artifactId>\n  <version>([^<]+)</version>"),
    ("bindings/java/README.md", r"io\.token04:token04:(\d+\.\d+\.\d+)"),
    ("bindings/java/README.zh-CN.md", r"io\.token04:token04:(\d+\.\d+\.\d+)"),
    ("bindings/java/README.md", r"token04-(\d+\.\d+\.\d+)\.jar"),
    ("bindings/java/README.zh-CN.md", r"token04-(\d+\.\d+\.\d+)\.jar"),
    ("bindings/java/README.md", r"-Dversion=(\d+\.\d+\.\d+)"),
    ("bindings/java/README.zh-CN.md", r"-Dversion=(\d+\.\d+\.\d+)"),
    ("examples/java/pom.xml", r"<artifactId>token04</artifactId>\n      <version>([^<]+)</version>"),
    ("bindings/dotnet/Token04.csproj", r"<Version>([^<]+)</Version>"),
    ("bindings/dotnet/src/AssemblyInfo.cs", r'Version\("(\d+\.\d+\.\d+)\.0"\)'),
    ("examples/java/server/pom.xml", r"<artifactId>token04</artifactId>\s*<version>([^<]+)<"),
    ("examples/deploy/kubernetes.yaml", r'(?m)image: token04:(\S+)$'),
]


def places():
    """Each file and pattern; the file must be there and the pattern must match."""
    for name, pattern in PLACES:
        path = ROOT / name
        matches = list(re.finditer(pattern, path.read_text(encoding="utf-8")))
        if not matches:
            sys.exit(f"version.py: {name} has no {pattern}")
        yield path, matches


def check():
    found = {(str(path.relative_to(ROOT)), match[1]) for path, matches in places() for match in matches}
    versions = {version for _, version in found}
    if len(versions) != 1:
        for name, version in sorted(found):
            print(f"{version:12} {name}", file=sys.stderr)
        sys.exit("version.py: the versions differ; scripts/version.py X.Y.Z sets them all")
    print(f"version {versions.pop()} in {len(PLACES)} places")


def set_to(version):
    if not re.fullmatch(r"\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?", version):
        sys.exit(f"version.py: {version} is no version, which is X.Y.Z")
    for path, matches in places():
        text = path.read_text(encoding="utf-8")
        # From the end, so that the places before stay where they are.
        for match in reversed(matches):
            text = text[: match.start(1)] + version + text[match.end(1):]
        path.write_text(text, encoding="utf-8")
    subprocess.run(["cargo", "update", "--workspace", "--quiet"], cwd=ROOT, check=True)
    # The C header is generated, and its test writes it.
    subprocess.run(["cargo", "test", "--quiet", "-p", "token04-c", "--test", "header"], cwd=ROOT, check=True,
                   env=os.environ | {"TOKEN04_WRITE_HEADER": "1"})


if __name__ == "__main__":
    if len(sys.argv) == 2:
        set_to(sys.argv[1])
    check()
