#!/usr/bin/env python3
"""Makes a .NET assembly depend on its sources alone: fix_assembly.py FILE

Mono's compiler writes the time and a random identifier of the module into what it makes. Both become a hash of the rest.
"""
import hashlib
import struct
import sys
from pathlib import Path


def time_offset(image):
    """Where the header has the time of the build."""
    (header,) = struct.unpack_from("<I", image, 0x3C)
    return header + 8


def identifier_offset(image):
    """Where the metadata has the first of its identifiers, which is the module's."""
    metadata = image.index(b"BSJB")
    (version_length,) = struct.unpack_from("<I", image, metadata + 12)
    (streams,) = struct.unpack_from("<H", image, metadata + 18 + version_length)
    position = metadata + 20 + version_length
    for _ in range(streams):
        (offset,) = struct.unpack_from("<I", image, position)
        end = image.index(b"\0", position + 8)
        if image[position + 8:end] == b"#GUID":
            return metadata + offset
        # A name is padded to a multiple of four bytes, with at least one zero.
        position += 8 + (end - position - 8) // 4 * 4 + 4
    raise SystemExit("fix_assembly.py: the assembly has no identifiers")


def main():
    path = Path(sys.argv[1])
    image = bytearray(path.read_bytes())
    time, identifier = time_offset(image), identifier_offset(image)
    image[time:time + 4] = bytes(4)
    image[identifier:identifier + 16] = bytes(16)
    image[identifier:identifier + 16] = hashlib.sha256(image).digest()[:16]
    path.write_bytes(image)


if __name__ == "__main__":
    main()
