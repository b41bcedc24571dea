#!/usr/bin/env python3
"""Makes the wheel of a platform for which maturin cannot link: wheel_of.py WHEEL MODULE TAG OUT

Takes everything from WHEEL, a wheel for another platform, but the native module, which is the file MODULE here.
TAG is the new wheel's tag, such as cp310-abi3-win_amd64; OUT the folder that gets it.
"""
import base64
import hashlib
import os
import re
import sys
import time
import zipfile
from pathlib import Path

TIME = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), 315532800))[:6]


def entries(wheel, module, tag):
    """The files of the new wheel, but for the list of them."""
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            content = archive.read(name)
            if re.fullmatch(r"token04/_native\..*", name) and not name.endswith(".pyi"):
                name, content = "token04/_native.pyd", Path(module).read_bytes()
            elif name.endswith(".dist-info/WHEEL"):
                content = re.sub(rb"(?m)^Tag: .*$", b"Tag: " + tag.encode(), content)
            if not name.endswith((".dist-info/RECORD", "/")):
                yield name, content


def main():
    wheel, module, tag, out = sys.argv[1:]
    files = list(entries(wheel, module, tag))
    record = ""
    for name, content in files:
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        record += f"{name},sha256={digest},{len(content)}\n"
    distribution = next(name for name, _ in files if name.endswith(".dist-info/WHEEL")).rpartition("/")[0]
    record_name = f"{distribution}/RECORD"
    files.append((record_name, f"{record}{record_name},,\n".encode()))
    new = Path(out) / f"{distribution.removesuffix('.dist-info')}-{tag}.whl"
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content)
    print(new)


if __name__ == "__main__":
    main()
