#!/usr/bin/env python3
"""Writes a bill of materials in CycloneDX for each package of a release, from Cargo's own resolution: sbom.py RELEASE VERSION

RELEASE/sbom gets FILE.cdx.json for each file that users install. The bytes depend on nothing but the packages, Cargo.lock
and SOURCE_DATE_EPOCH.
"""
import fnmatch
import hashlib
import json
import os
import sys
import time
import tomllib
import uuid
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import notices  # noqa: E402

# The main npm package holds WebAssembly.
WASM = "token04-wasm" if (ROOT / "bindings/wasm").is_dir() else None
# Per kind of package: the crate that is compiled into it, and its address in its registry. The first match counts.
KINDS = [
    ("cli/*", "token04-cli", "pkg:github/token04/token04@v{version}"),
    ("deb/*.deb", "token04-cli", "pkg:generic/token04@{version}"),
    ("rpm/*.rpm", "token04-cli", "pkg:generic/token04@{version}"),
    ("oci/*.tar", "token04-cli", "pkg:oci/token04?repository_url=ghcr.io/token04/token04&tag={version}"),
    ("c/*", "token04-c", "pkg:github/token04/token04@v{version}"),
    ("go/*.zip", "token04-c", "pkg:golang/github.com/token04/token04/bindings/go@v{version}"),
    ("php/*.zip", "token04-c", "pkg:composer/token04/token04@{version}"),
    ("dotnet/*.nupkg", "token04-c", "pkg:nuget/Token04@{version}"),
    ("npm/token04-{version}.tgz", WASM, "pkg:npm/token04@{version}"),
    ("npm/*.tgz", "token04-node", "pkg:npm/%40token04/{platform}@{version}"),
    ("python/*", "token04-python", "pkg:pypi/token04@{version}"),
    ("java/*.jar", "token04-java", "pkg:maven/io.token04/token04@{version}"),
    ("page/*.html", "token04-page", "pkg:github/token04/token04@v{version}"),
    ("crates/*.crate", "{name}", "pkg:cargo/{name}@{version}"),
]
# What tells a platform in the name of a file. A file that names none is for all of them.
PLATFORMS = {
    "x86_64-unknown-linux-gnu": ("linux-x86_64-gnu", "linux-x64-gnu", "manylinux*x86_64", "linux-x86_64.jar"),
    "x86_64-unknown-linux-musl": ("linux-x86_64-musl", "linux-x64-musl", "musllinux*x86_64", "amd64.deb", "x86_64.rpm"),
    "aarch64-unknown-linux-gnu": ("linux-aarch64-gnu", "linux-arm64-gnu", "manylinux*aarch64", "linux-aarch64.jar"),
    "aarch64-unknown-linux-musl": ("linux-aarch64-musl", "linux-arm64-musl", "musllinux*aarch64", "arm64.deb", "aarch64.rpm"),
    "aarch64-apple-darwin": ("macos-aarch64", "darwin-arm64", "macosx*arm64"),
    "x86_64-apple-darwin": ("macos-x86_64", "darwin-x64", "macosx*x86_64"),
    "x86_64-pc-windows-gnu": ("windows-x86_64", "win32-x64", "win_amd64"),
}


def targets_of(name, crate):
    """The Rust targets that a file is for."""
    if crate == WASM or name.endswith(".html"):
        return ["wasm32-unknown-unknown"]
    named = [target for target, signs in PLATFORMS.items() if any(fnmatch.fnmatch(name, f"*{sign}*") for sign in signs)]
    return named or list(PLATFORMS)


@cache
def resolution(target):
    data = notices.metadata(target)
    packages = {package["id"]: package for package in data["packages"]}
    nodes = {node["id"]: node for node in data["resolve"]["nodes"]}
    return packages, nodes, {packages[id]["name"]: id for id in data["workspace_members"]}


@cache
def checksums():
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))
    return {(package["name"], package["version"]): package.get("checksum") for package in lock["package"]}


def reference(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def component(package):
    checksum = checksums()[package["name"], package["version"]]
    return {
        "type": "library",
        "bom-ref": reference(package),
        "name": package["name"],
        "version": package["version"],
        "purl": reference(package),
        # Before SPDX had operators, crates separated licences with a slash.
        "licenses": [{"expression": package["license"].replace("/", " OR ")}],
    } | ({"hashes": [{"alg": "SHA-256", "content": checksum}]} if checksum else {})


def parts_of(crate, targets):
    """The components that a crate compiles for the targets, itself among them, and what each of them needs."""
    components, needs = {}, {}
    for target in targets:
        packages, nodes, members = resolution(target)
        inside = notices.built_into(members[crate], nodes, packages)
        for id in inside:
            own = reference(packages[id])
            components[own] = component(packages[id])
            needs.setdefault(own, set()).update(
                reference(packages[dependency["pkg"]]) for dependency in nodes[id]["deps"] if dependency["pkg"] in inside)
    return components, needs


def bill(path, version, address, crate):
    components, needs = parts_of(crate, targets_of(path.name, crate)) if crate else ({}, {})
    compiled = [f"pkg:cargo/{crate}@{version}"] if crate else []
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, digest)}",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))),
            "component": {
                "type": "library",
                "bom-ref": path.name,
                "name": path.name,
                "purl": address,
                "hashes": [{"alg": "SHA-256", "content": digest}],
                "licenses": [{"expression": "MIT OR Apache-2.0"}],
            },
        },
        "components": [components[key] for key in sorted(components)],
        "dependencies": [{"ref": path.name, "dependsOn": compiled}]
        + [{"ref": key, "dependsOn": sorted(needs[key])} for key in sorted(needs)],
    }


def kind_of(name, version):
    """The crate in a file of the release and the file's address; nothing if it has none."""
    if name.endswith(("-sources.jar", "-javadoc.jar")):
        return None
    for pattern, crate, address in KINDS:
        if fnmatch.fnmatch(name, pattern.format(version=version)):
            stem = name.split("/")[-1].split(f"-{version}")[0]
            fields = {"version": version, "name": stem, "platform": stem.removeprefix("token04-")}
            return crate and crate.format(**fields), address.format(**fields)
    return None


def main(release, version):
    out = release / "sbom"
    out.mkdir(exist_ok=True)
    for path in sorted(release.rglob("*")):
        if path.is_file() and (kind := kind_of(path.relative_to(release).as_posix(), version)):
            crate, address = kind
            text = json.dumps(bill(path, version, address, crate), indent=2)
            (out / f"{path.name}.cdx.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
