#!/usr/bin/env python3
"""Prints the crates of the workspace that are for crates.io: those that do not say `publish = false`."""
import json
import subprocess

command = ["cargo", "metadata", "--locked", "--no-deps", "--format-version", "1"]
packages = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["packages"]
print(*sorted(package["name"] for package in packages if package["publish"] is None), sep="\n")
