#!/usr/bin/env python3
"""Installs the packages of a release on this machine, whatever its system, and makes a token with one that the next verifies:
installed.py RELEASE; ends with "N passed, N failed".

It needs Python, Node.js with npm, and a JDK, and is what the release workflow runs on macOS, Windows and ARM64.
"""
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

APP_ID, SECRET = "1234567890", "0123456789abcdef0123456789abcdef"
os.environ |= {"ZEGO_APP_ID": APP_ID, "ZEGO_SERVER_SECRET": SECRET}

SYSTEM = {"Linux": "linux", "Darwin": "macos", "Windows": "windows"}[platform.system()]
CPU = {"x86_64": "x86_64", "amd64": "x86_64", "aarch64": "aarch64", "arm64": "aarch64"}[platform.machine().lower()]
LIBC = "-musl" if SYSTEM == "linux" and not platform.libc_ver()[0] else "-gnu" if SYSTEM == "linux" else ""
PLATFORM = f"{SYSTEM}-{CPU}{LIBC}"
NODE_PLATFORM = {"linux": "linux", "macos": "darwin", "windows": "win32"}[SYSTEM] + "-" \
    + {"x86_64": "x64", "aarch64": "arm64"}[CPU] + ("-msvc" if SYSTEM == "windows" else LIBC)
PROGRAM_SUFFIX = ".exe" if SYSTEM == "windows" else ""

PYTHON = """
import sys, token04
if len(sys.argv) > 1: print(token04.Verifier(%s, "%s").verify(sys.argv[1]).user_id)
else: print(token04.Issuer(%s, "%s").issue("user1", 3600))
""" % (APP_ID, SECRET, APP_ID, SECRET)
NODE = """
const { Issuer, Verifier } = require("token04");
const [token] = process.argv.slice(2);
console.log(token ? new Verifier(%s, "%s").verify(token).userId : new Issuer(%s, "%s").issue("user1", 3600));
""" % (APP_ID, SECRET, APP_ID, SECRET)
JAVA = """
import io.token04.Issuer;
import io.token04.Verifier;
import java.time.Duration;

public class Main {
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            System.out.println(Verifier.of(%sL, "%s").verify(arguments[0]).userId());
        } else {
            System.out.println(Issuer.of(%sL, "%s").issue("user1", Duration.ofHours(1)));
        }
    }
}
""" % (APP_ID, SECRET, APP_ID, SECRET)


def run(*command, cwd=None):
    # npm is a script on Windows, which only a full path with its extension starts.
    program = shutil.which(str(command[0])) or str(command[0])
    result = subprocess.run([program, *map(str, command[1:])], cwd=cwd, text=True, capture_output=True)
    if result.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}\n{result.stdout}{result.stderr}")
    return result.stdout.strip()


def one(folder, pattern):
    found = sorted(folder.glob(pattern))
    if not found:
        raise RuntimeError(f"{folder} has no {pattern}")
    return found[0]


def install_program(release, work):
    """Returns two commands: one makes a token, one verifies the token that is added to it and prints its user."""
    shutil.unpack_archive(one(release / "cli", f"token04-*-{PLATFORM}.*"), work)
    program = one(work, f"*/token04{PROGRAM_SUFFIX}")
    program.chmod(0o755)
    return [program, "generate", "--user-id", "user1", "--ttl", "1h"], [program, "verify", "--json"]


def install_python(release, work):
    environment = work / "environment"
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts/python.exe" if SYSTEM == "windows" else "bin/python")
    run(python, "-m", "pip", "install", "-q", "--no-index", "--find-links", release / "python", "token04")
    (work / "main.py").write_text(PYTHON)
    return [python, work / "main.py"], [python, work / "main.py"]


def install_node(release, work):
    (work / "package.json").write_text('{"private": true}')
    # The other platforms' packages are not in a registry yet, so npm leaves them out.
    natives = one(release / "npm", f"token04-{NODE_PLATFORM}-*.tgz")
    main = one(release / "npm", "token04-[0-9]*.tgz")
    run("npm", "install", "--loglevel=error", "--omit=optional", main, natives, cwd=work)
    (work / "main.js").write_text(NODE)
    return ["node", work / "main.js"], ["node", work / "main.js"]


def install_java(release, work):
    jar = next(jar for jar in sorted((release / "java").glob("token04-*.jar"))
               if jar.stem.count("-") == 1)
    (work / "Main.java").write_text(JAVA)
    run("javac", "-cp", jar, "-d", work, work / "Main.java")
    command = ["java", "-cp", os.pathsep.join([str(jar), str(work)]), "Main"]
    return command, command


INSTALL = {"program": install_program, "python": install_python, "node": install_node, "java": install_java}


def main(release):
    print(f"{PLATFORM}, Python {platform.python_version()}")
    passed, verifiers, tokens = 0, {}, {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name, install in INSTALL.items():
            work = Path(folder, name)
            work.mkdir()
            try:
                issue, verifiers[name] = install(release, work)
                tokens[name] = run(*issue)
            except RuntimeError as error:
                print(f"{name}: {error}")
        for maker, token in tokens.items():
            for name, verifier in verifiers.items():
                try:
                    if "user1" not in run(*verifier, token):
                        raise RuntimeError("another user")
                    passed += 1
                except RuntimeError as error:
                    print(f"{name} refuses a token made by {maker}: {error}")
    failed = len(INSTALL) ** 2 - passed
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
