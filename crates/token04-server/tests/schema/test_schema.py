"""Sends the service what its own contract allows and forbids, and checks every response against the contract."""
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jwt

PROGRAM = os.environ.get("TOKEN04_PROGRAM", "dist/cli/token04")
SHARED_KEY = "a shared key of at least 32 bytes"
ENVIRONMENT = {"ZEGO_APP_ID": "1234567890", "ZEGO_SERVER_SECRET": "0123456789abcdef0123456789ABCDEF"}
POLICY = "[policy]\nprofile = 'rtc'\nrate_failures = '100000/s'\n"


def with_key(folder):
    made = subprocess.run([PROGRAM, "serve", "new-key", "--file", folder / "keys.toml"], check=True, capture_output=True, text=True)
    return "[auth.api_keys]\nfile = 'keys.toml'\n", made.stdout.strip()


def with_jwt(folder):
    (folder / "jwt.key").write_text(SHARED_KEY)
    shown = jwt.encode({"sub": "user1", "exp": int(time.time()) + 3600}, SHARED_KEY)
    return "[auth.jwt]\nalgorithms = ['HS256']\nkey_file = 'jwt.key'\n", shown


def run(name, credentials, examples):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        auth, shown = credentials(folder)
        config = folder / "token04.toml"
        config.write_text(f"listen = '127.0.0.1:0'\ncompat = true\n{auth}{POLICY}")
        service = subprocess.Popen([PROGRAM, "serve", "--config", config], env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)
        url = json.loads(service.stdout.readline())["address"]
        log = open(folder / "log", "w")
        copying = subprocess.Popen(["cat"], stdin=service.stdout, stdout=log)
        command = [Path(sys.executable).with_name("schemathesis"), "run", f"{url}/openapi.json", "--max-examples", str(examples),
                   "--seed", "4", "--header", f"Authorization: Bearer {shown}"]
        tested = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        service.terminate()
        stopped = service.wait(timeout=40)
        copying.wait()
        text = (folder / "log").read_text()
        good = tested.returncode == 0 and stopped == 0 and '"ERROR"' not in text and shown not in text and '"04A' not in text
        print(f"{'ok     ' if good else 'FAILED '} {name}: {text.count(chr(10))} lines logged")
        if not good:
            print(tested.stdout, tested.stderr, *(line for line in text.splitlines() if '"INFO"' not in line), sep="\n")
        return good


def main():
    examples = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    results = [run("callers with an API key", with_key, examples), run("callers with a JWT", with_jwt, examples)]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    PROGRAM = str(Path(PROGRAM).resolve())
    sys.exit(main())
