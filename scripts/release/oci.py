#!/usr/bin/env python3
"""Makes an OCI image for several CPUs, as an archive of an image layout: oci.py OUT VERSION CPU=LAYER…

A CPU is named as Go names it; a LAYER is a .tar.gz of the image's files. The bytes of the archive depend on nothing else
but SOURCE_DATE_EPOCH.
"""
import gzip
import hashlib
import io
import json
import os
import sys
import tarfile
import time
from pathlib import Path

CREATED = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"])))
MEDIA = "application/vnd.oci.image."


def labels(version):
    about = {"title": "token04", "description": "Token service for ZEGO Token04", "version": version, "created": CREATED,
             "licenses": "MIT OR Apache-2.0", "source": "https://github.com/token04/token04"}
    return {f"org.opencontainers.image.{key}": value for key, value in about.items()}


def run_config(version):
    """As examples/deploy/Containerfile has it."""
    return {
        "User": "65532:65532",
        "ExposedPorts": {"8404/tcp": {}},
        "Entrypoint": ["/usr/local/bin/token04", "serve"],
        # It listens outside the container's loopback, whatever the file says.
        "Cmd": ["--config", "/etc/token04/token04.toml", "--listen", "0.0.0.0:8404"],
        "Labels": labels(version),
    }


class Layout:
    """The files of an image layout: blobs under their digests, and the index that names the image."""

    def __init__(self):
        self.files = {"oci-layout": to_json({"imageLayoutVersion": "1.0.0"})}

    def add(self, media, content):
        digest = hashlib.sha256(content).hexdigest()
        self.files[f"blobs/sha256/{digest}"] = content
        return {"mediaType": MEDIA + media, "digest": f"sha256:{digest}", "size": len(content)}

    def add_json(self, media, value):
        return self.add(media, to_json(value))

    def write(self, out):
        with tarfile.open(out, "w", format=tarfile.USTAR_FORMAT) as archive:
            for name, content in sorted(self.files.items()):
                entry = tarfile.TarInfo(name)
                entry.size, entry.mode, entry.mtime = len(content), 0o644, int(os.environ["SOURCE_DATE_EPOCH"])
                archive.addfile(entry, io.BytesIO(content))


def to_json(value):
    return json.dumps(value, separators=(",", ":")).encode()


def add_image(layout, version, cpu, layer):
    """Adds the image for one CPU and returns its descriptor."""
    packed = Path(layer).read_bytes()
    config = layout.add_json("config.v1+json", {
        "created": CREATED,
        "architecture": cpu,
        "os": "linux",
        "config": run_config(version),
        "rootfs": {"type": "layers", "diff_ids": ["sha256:" + hashlib.sha256(gzip.decompress(packed)).hexdigest()]},
        "history": [{"created": CREATED, "created_by": "scripts/release/oci.sh"}],
    })
    manifest = layout.add_json("manifest.v1+json", {
        "schemaVersion": 2,
        "mediaType": MEDIA + "manifest.v1+json",
        "config": config,
        "layers": [layout.add("layer.v1.tar+gzip", packed)],
    })
    return manifest | {"platform": {"architecture": cpu, "os": "linux"}}


def main(out, version, *images):
    layout = Layout()
    manifests = [add_image(layout, version, *image.split("=", 1)) for image in images]
    index = {"schemaVersion": 2, "mediaType": MEDIA + "index.v1+json", "manifests": manifests, "annotations": labels(version)}
    name = {"annotations": {"org.opencontainers.image.ref.name": version}}
    layout.files["index.json"] = to_json({
        "schemaVersion": 2,
        "mediaType": MEDIA + "index.v1+json",
        "manifests": [layout.add_json("index.v1+json", index) | name],
    })
    layout.write(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
