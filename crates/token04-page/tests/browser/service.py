"""Runs `token04 serve --dev` for a test of its page, and checks that its log shows no secret."""
import json
import os
import subprocess
import tempfile
from pathlib import Path

APP_ID = "1234567890"
SECRET = "0123456789abcdef0123456789ABCDEF"
OTHER_SECRET = "fedcba9876543210fedcba9876543210"
PROGRAM = os.environ.get("TOKEN04_PROGRAM", "dist/cli/token04")


class Service:
    """The service, with the lines of a configuration file."""

    def __init__(self, config=""):
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "token04.toml"
        path.write_text(config)
        environment = {"ZEGO_APP_ID": APP_ID, "ZEGO_SERVER_SECRET": SECRET}
        command = [PROGRAM, "serve", "--dev", "--config", str(path), "--listen", "127.0.0.1:0"]
        self.log = open(Path(self.folder.name) / "log", "w+")
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.lines = [self.process.stdout.readline()]
        self.url = json.loads(self.lines[0])["address"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.lines += self.process.stdout.readlines()
        self.process.wait()
        self.log.seek(0)
        written = "".join(self.lines) + self.log.read()
        for secret in (SECRET, OTHER_SECRET, '"04A'):
            assert secret not in written, f"the log shows {secret[:4]}…"
        self.log.close()
        self.folder.cleanup()


def token(*arguments, secret=SECRET):
    """A token made by the program, by default for `user1`."""
    environment = {"ZEGO_APP_ID": APP_ID, "ZEGO_SERVER_SECRET": secret}
    user = () if "--user-id" in arguments else ("--user-id", "user1")
    command = [PROGRAM, "kit" if "--user-name" in arguments else "generate", *user, *arguments]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.strip()
