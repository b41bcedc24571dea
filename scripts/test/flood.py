#!/usr/bin/env python3
"""Floods the service with requests that never end, from many addresses: flood.py PROGRAM [--brief].

Its memory must stay within the limit of examples/deploy/kubernetes.yaml, and must be given back afterwards. With
--brief a fifth of the connections must stay within a fifth of the memory.
"""
import re
import resource
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {"ZEGO_APP_ID": "1234567890", "ZEGO_SERVER_SECRET": "0123456789abcdef0123456789ABCDEF"}
MEMORY_LIMIT_MIB = int(re.search(r"limits: \{memory: (\d+)Mi\}", (ROOT / "examples/deploy/kubernetes.yaml").read_text())[1])
AT_REST_MIB = 16
RETURNED_WITHIN_MIB = 20
RETURNED_WITHIN_S = 30
# Fewer than a single address may hold, so that only the memory is tested.
CONNECTIONS_PER_ADDRESS = 100


class Service:
    """A running service, with one API key."""

    def __init__(self, program, folder):
        made = subprocess.run([program, "serve", "new-key", "--file", folder / "keys.toml"], check=True, capture_output=True, text=True)
        self.key = made.stdout.strip()
        config = folder / "token04.toml"
        config.write_text("listen = '127.0.0.1:0'\n[auth.api_keys]\nfile = 'keys.toml'\n")
        self.process = subprocess.Popen([program, "serve", "--config", config], env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)
        address, port = re.search(r"http://([0-9.]+):(\d+)", self.process.stdout.readline()).groups()
        self.address = (address, int(port))
        self.reader = subprocess.Popen(["cat"], stdin=self.process.stdout, stdout=subprocess.DEVNULL)

    def resident(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def is_healthy(self):
        with socket.create_connection(self.address, timeout=5) as connection:
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            return connection.recv(4096).startswith(b"HTTP/1.1 200")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=60)
        self.reader.wait()


def flood(service, count, sent):
    """Opens connections that send this and wait. The peak of the memory, in MiB, while they do."""
    held, peak = [], 0
    for number in range(count):
        source = number // CONNECTIONS_PER_ADDRESS
        connection = socket.create_connection(service.address, timeout=10, source_address=(f"127.1.{source >> 8}.{source & 255}", 0))
        connection.setblocking(False)
        try:
            connection.send(sent)
        except OSError:
            pass  # The service has closed it already.
        held.append(connection)
        if number % 100 == 0:
            peak = max(peak, service.resident())
    end = time.monotonic() + 2
    while time.monotonic() < end:
        peak = max(peak, service.resident())
        time.sleep(0.02)
    assert service.is_healthy()
    for connection in held:
        connection.close()
    return max(peak, service.resident())


def run(program, name, count, sent, share):
    with tempfile.TemporaryDirectory() as folder:
        service = Service(program, Path(folder))
        try:
            return test(service, name, int(count * share), sent.replace(b"KEY", service.key.encode()), share)
        finally:
            service.stop()


def test(service, name, count, sent, share):
    assert service.is_healthy()
    before = service.resident()
    peak = flood(service, count, sent)
    end = time.monotonic() + RETURNED_WITHIN_S
    while (after := service.resident()) > before + RETURNED_WITHIN_MIB and time.monotonic() < end:
        assert service.is_healthy()
        time.sleep(0.2)
    limit = AT_REST_MIB + (MEMORY_LIMIT_MIB - AT_REST_MIB) * share
    passed = peak <= limit and after <= before + RETURNED_WITHIN_MIB
    print(f"{'ok     ' if passed else 'FAILED '} {count} {name}: resident {before:.1f} MiB before, {peak:.1f} at most, {after:.1f} after")
    return passed


def main():
    program, share = str(Path(sys.argv[1]).resolve()), 0.2 if "--brief" in sys.argv else 1
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    head = b"POST /v1/token HTTP/1.1\r\nHost: localhost\r\nX: "
    body = b"POST /v1/token HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer KEY\r\nContent-Length: 65000\r\n\r\n"
    floods = [
        ("heads without an end, 32 KB", 10_000, head.ljust(32_000, b"x")),
        ("heads without an end, 10 KB", 10_000, head.ljust(10_200, b"x")),
        ("halves of bodies, 60 KB", 5_000, body + b" " * 60_000),
    ]
    passed = sum([run(program, *one, share) for one in floods])
    print(f"{passed} passed, {len(floods) - passed} failed")
    return 0 if passed == len(floods) else 1


if __name__ == "__main__":
    sys.exit(main())
