#!/usr/bin/env python3
"""Checks a program or library for macOS: macho.py FILE ARCH

It must be for the processor ARCH, need nothing but the system's own libraries, and, a library, call itself by @rpath.
"""
import struct
import sys
from pathlib import Path

PROCESSORS = {"x86_64": 0x01000007, "aarch64": 0x0100000C}
MAGIC, LOAD, IDENTITY = 0xFEEDFACF, (0xC, 0x80000018, 0x8000001F), 0xD
SYSTEM = ("/usr/lib/", "/System/Library/")


def commands(image):
    """The load commands that have a name: their number and the name."""
    magic, _, _, _, count, _ = struct.unpack_from("<6I", image)
    if magic != MAGIC:
        sys.exit("not a 64-bit Mach-O file")
    position = 32
    for _ in range(count):
        command, size, name = struct.unpack_from("<3I", image, position)
        if command in (*LOAD, IDENTITY):
            yield command, image[position + name:position + size].split(b"\0")[0].decode()
        position += size


def main():
    path, arch = sys.argv[1:]
    image = Path(path).read_bytes()
    processor = struct.unpack_from("<I", image, 4)[0]
    faults = [] if processor == PROCESSORS[arch] else [f"is for processor {processor:#x}"]
    for command, name in commands(image):
        if command == IDENTITY and not name.startswith("@rpath/"):
            faults.append(f"calls itself {name}")
        if command in LOAD and not name.startswith(SYSTEM):
            faults.append(f"needs {name}")
    for fault in faults:
        print(f"{path} {fault}")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
