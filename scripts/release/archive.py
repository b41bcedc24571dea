#!/usr/bin/env python3
"""Makes an archive whose bytes depend on its content alone: archive.py OUT FOLDER [PREFIX]

OUT ends in .tar.gz, .zip, .jar or .nupkg. Files are sorted, belong to root, and have the time SOURCE_DATE_EPOCH. PREFIX
comes before each name. Zip archives have files instead of symbolic links.
"""
import gzip
import os
import sys
import tarfile
import time
import zipfile
from pathlib import Path

TIME = max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), 315532800)


def files(folder):
    """Everything in the folder but folders, by name."""
    found = [path for path in folder.rglob("*") if path.is_symlink() or path.is_file()]
    return sorted((path.relative_to(folder).as_posix(), path) for path in found)


def mode(path):
    return 0o755 if path.stat().st_mode & 0o100 else 0o644


def write_tar(out, folder, prefix):
    with open(out, "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=0) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
            for name, path in files(folder):
                entry = archive.gettarinfo(path, prefix + name)
                entry.uid = entry.gid = 0
                entry.uname = entry.gname = "root"
                entry.mtime = TIME
                if path.is_symlink():
                    entry.mode = 0o777
                    archive.addfile(entry)
                    continue
                entry.mode = mode(path)
                # A hard link to a file that came before is a file of its own.
                entry.type, entry.linkname, entry.size = tarfile.REGTYPE, "", path.stat().st_size
                with open(path, "rb") as content:
                    archive.addfile(entry, content)


def write_zip(out, folder, prefix):
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in files(folder):
            entry = zipfile.ZipInfo(prefix + name, time.gmtime(TIME)[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = (0o100000 | mode(path)) << 16
            archive.writestr(entry, path.read_bytes())


def main():
    out, folder, prefix = sys.argv[1], Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else ""
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    (write_tar if out.endswith(".tar.gz") else write_zip)(out, folder, prefix)


if __name__ == "__main__":
    main()
