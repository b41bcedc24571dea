#!/usr/bin/env python3
"""Loads the service and the bare axum hello by turns: server.py TARGET_FOLDER [--json] [--brief] [--soak]."""
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ENVIRONMENT = {"ZEGO_APP_ID": "1234567890", "ZEGO_SERVER_SECRET": "0123456789abcdef0123456789ABCDEF"}
BODY = '{"user_id":"user1","ttl":3600}'
CONNECTIONS = 64
TO_REACH = {"serve/requests": 0.85, "serve/p99": 1 / 3}


class Server:
    """A process that listens, loaded by wrk."""

    def __init__(self, command, path, key=""):
        self.started = time.perf_counter()
        self.process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.started_in = time.perf_counter() - self.started
        self.url = re.search(r"http://[0-9.:]+", line)[0]
        # Somebody must read the log, as in production.
        self.reader = subprocess.Popen(["cat"], stdin=self.process.stdout, stdout=subprocess.DEVNULL)
        self.path, self.key = path, key

    def resident(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def load(self, seconds, connections=CONNECTIONS):
        """Requests per second, the 99th percentile in seconds, and how many answers were none or no success."""
        with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
            script.write(f'wrk.method = "POST"\nwrk.body = {json.dumps(BODY)}\n'
                         f'wrk.headers["Authorization"] = "Bearer {self.key}"\n')
            script.flush()
            command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script.name, self.url + self.path]
            out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        units = {"us": 1e-6, "ms": 1e-3, "s": 1}
        number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", out).groups()
        failed = sum(int(count) for count in re.findall(r"Non-2xx or 3xx responses: (\d+)", out))
        return float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), float(number) * units[unit], failed

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.reader.wait()


def compare(ours, hello, rounds, seconds):
    results = {"ours": [], "hello": []}
    for _ in range(rounds):
        for name, server in (("hello", hello), ("ours", ours)):
            result = server.load(seconds)
            assert result[2] == 0, f"{name}: {result[2]} requests failed"
            results[name].append(result)
    median = lambda name, index: statistics.median(result[index] for result in results[name])
    yield "serve/requests", 1e9 / median("ours", 0), 1e9 / median("hello", 0)
    yield "serve/p99", median("ours", 1) * 1e9, median("hello", 1) * 1e9


def report(lines, as_json):
    for case, ours, theirs in lines:
        if as_json:
            print(json.dumps({"case": case, "against": "axum hello", "ours_ns": round(ours), "theirs_ns": round(theirs),
                              "ratio": round(theirs / ours, 3)}))
        else:
            print(f"{case:16} {ours:12.0f} ns, axum hello {theirs:12.0f} ns, ratio {theirs / ours:.2f} (to reach: {TO_REACH[case]:.2f})")


def hold(server, count):
    """Connections that have asked once and stay, while others go on asking."""
    import resource
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    request = (f"POST /v1/token HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {server.key}\r\n"
               f"Content-Length: {len(BODY)}\r\n\r\n{BODY}").encode()
    address = server.url.removeprefix("http://").split(":")
    held = []
    for _ in range(count):
        connection = socket.create_connection((address[0], int(address[1])), timeout=10)
        connection.sendall(request)
        assert connection.recv(4096).startswith(b"HTTP/1.1 200")
        held.append(connection)
    rate, p99, failed = server.load(5)
    for connection in held:
        connection.sendall(request)
        assert connection.recv(4096).startswith(b"HTTP/1.1 200")
    print(f"{count} connections held, each asked twice: {server.resident():.1f} MiB; meanwhile {rate:.0f} requests/s, "
          f"p99 {p99 * 1e3:.1f} ms, {failed} failed")
    for connection in held:
        connection.close()


def soak(server, seconds):
    """Memory in five equal parts of a long load."""
    asked, resident = 0, []
    for _ in range(5):
        rate, _, failed = server.load(seconds // 5)
        assert failed == 0
        asked += rate * (seconds // 5)
        resident.append(f"{server.resident():.1f}")
    print(f"{asked / 1e6:.1f} million requests in {seconds} s; resident after each fifth: {', '.join(resident)} MiB")


def main():
    target, options = Path(sys.argv[1]).resolve(), set(sys.argv[2:])
    as_json, brief = "--json" in options, "--brief" in options
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        program = target / "token04"
        made = subprocess.run([program, "serve", "new-key", "--file", folder / "keys.toml"], check=True, capture_output=True, text=True)
        config = folder / "token04.toml"
        config.write_text("listen = '127.0.0.1:0'\n[auth.api_keys]\nfile = 'keys.toml'\n[policy]\nprofile = 'rtc'\nmax_connections_per_address = 20000\n")
        ours = Server([program, "serve", "--config", config], "/v1/token", made.stdout.strip())
        hello = Server([target / "examples" / "hello"], "/")
        try:
            if not as_json:
                time.sleep(0.5)
                print(f"started in {ours.started_in * 1e3:.1f} ms, {ours.resident():.1f} MiB resident at rest")
            report(compare(ours, hello, 1 if brief else 7, 1 if brief else 3), as_json)
            if "--soak" in options:
                hold(ours, 10_000)
                soak(ours, 300)
        finally:
            ours.stop()
            hello.stop()


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C")
    main()
