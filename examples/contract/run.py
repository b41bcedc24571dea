#!/usr/bin/env python3
"""Holds the service and every server example to the contract: run.py [SERVER…], all whose examples are there unless told."""
import argparse
import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import contract
import servers

APP_ID, SECRET = "1234567890", "0123456789abcdef0123456789ABCDEF"
JWT_KEY = "a key for the contract, of at least 32 bytes"


def free_port():
    """A port that stays free while the server is built: from below those that the system gives to other programs."""
    while True:
        port = random.randrange(10_000, 30_000)
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


class Server:
    """A server that listens. What it prints must hold no secret."""

    def __init__(self, name, folder):
        port = free_port()
        environment = {**os.environ, "JWT_KEY": JWT_KEY, "PORT": str(port)}
        started = time.monotonic()
        command = servers.prepare(name, folder, environment)
        self.prepared_in = time.monotonic() - started
        started = time.monotonic()
        self.output = open(folder / "output", "wb+")
        self.process = subprocess.Popen(command, cwd=folder, env=environment, stdout=self.output, stderr=subprocess.STDOUT,
                                        start_new_session=True)
        self.url = f"http://127.0.0.1:{port}"
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                return
            except OSError:
                if self.process.poll() is not None or time.monotonic() - started > 300:
                    raise AssertionError(f"it does not start: {self.text()}") from None
                time.sleep(0.05)

    def text(self):
        self.output.seek(0)
        return self.output.read().decode(errors="replace")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=40)
        finally:
            # What is left of its session: PHP's workers outlive their parent, and a server that does not end.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        text = self.text()
        assert not any(secret in text for secret in (SECRET, JWT_KEY, '"04A')), "it prints a secret or a token"


def check(name, url, jwt_key):
    """Every part of the contract, on one server."""
    client, failed = contract.Client(url, jwt_key, str(servers.DIST / "cli/token04")), 0
    for test in contract.ALL:
        try:
            test(client)
        except Exception as error:
            failed += 1
            print(f"FAILED  {name}: {test.__name__}: {type(error).__name__}: {error}")
    return len(contract.ALL) - failed, failed


def check_example(name):
    with tempfile.TemporaryDirectory() as folder:
        server = None
        try:
            server = Server(name, Path(folder))
            prefixes = servers.PREFIXES.get(name, ("",))
            results = [check(name + prefix, server.url + prefix, JWT_KEY) for prefix in prefixes]
            passed, failed = (sum(counts) for counts in zip(*results))
            server.stop()
            if failed:
                print(server.text())
            print(f"{'ok     ' if not failed else 'FAILED '} {name}: {passed} of {len(prefixes) * len(contract.ALL)}, made ready in {server.prepared_in:.0f} s")
            return passed, failed
        except AssertionError as error:
            print(f"FAILED  {name}: {error}")
            return 0, 1
        finally:
            if server and server.process.poll() is None:
                server.process.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("server", nargs="*", choices=[[], *servers.ALL], default=[])
    parser.add_argument("--url", help="a server that runs already, instead")
    parser.add_argument("--jwt-key", default=JWT_KEY)
    options = parser.parse_args()
    if options.url:
        results = [check(options.url, options.url, options.jwt_key)]
    else:
        os.environ |= {"ZEGO_APP_ID": APP_ID, "ZEGO_SERVER_SECRET": SECRET}
        there = [name for name, (source, _) in servers.ALL.items() if source is None or (servers.EXAMPLES / source).is_dir()]
        results = [check_example(name) for name in options.server or there]
    passed, failed = (sum(counts) for counts in zip(*results))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
