"""The package as installed: what is in it, its types, its documentation and its README."""

import importlib.metadata
import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import token04
from token04 import _native

from stub_documentation import documented

PACKAGE = Path(token04.__file__).parent
TESTS = Path(__file__).parent


def test_the_wheel_is_what_is_tested():
    assert "site-packages" in PACKAGE.parts
    assert (PACKAGE / "py.typed").is_file()
    assert Path(_native.__file__).name.startswith("_native.abi3.") or sys.platform == "win32"


def test_all_agree_about_the_version():
    assert token04.__version__ == _native.__version__ == importlib.metadata.version("token04")


def test_a_native_module_of_another_version_is_refused():
    code = """import sys, token04
token04._native.__version__ = "9.9.9"
del sys.modules["token04"]
import token04"""
    failed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "ImportError: token04 0." in failed.stderr
    assert "9.9.9" in failed.stderr


def test_every_public_name_exists_and_is_documented():
    for name in token04.__all__:
        thing = getattr(token04, name)
        if inspect.isclass(thing) or inspect.isroutine(thing):
            assert thing.__doc__, name
            members = vars(thing).items() if inspect.isclass(thing) and not issubclass(thing, Exception) else ()
            for member_name, member in members:
                if not member_name.startswith("_"):
                    assert member.__doc__, f"{name}.{member_name}"


def test_star_import_keeps_the_package():
    names = {}
    exec("import token04\nfrom token04 import *", names)
    assert names["token04"] is token04


def test_help_knows_the_signatures():
    assert str(inspect.signature(token04.Issuer.issue)) == "(self, /, user_id, ttl, payload='', *, now=None)"
    assert (
        str(inspect.signature(token04.generate_token04))
        == "(app_id, user_id, secret, effective_time_in_seconds, payload='')"
    )
    assert list(inspect.signature(token04.Issuer.issue_room).parameters)[4:] == [
        "room_id", "login", "publish", "streams", "now"
    ]  # fmt: skip


def examples():
    """The Python blocks of the README: one program, as a reader types them one after the other."""
    readme = Path(os.environ.get("TOKEN04_README", TESTS.parent / "README.md")).read_text(encoding="utf-8")
    return re.findall(r"^```python\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)


def test_readme():
    blocks = examples()
    assert len(blocks) >= 4
    environment = {key: value for key, value in os.environ.items() if not key.startswith("ZEGO_")}
    command = [sys.executable, "-W", "error", "-c", "\n".join(blocks)]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=60)
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""


@pytest.mark.parametrize("example", ["make_tokens.py", "moving_over.py"])
def test_examples(example):
    folder = Path(os.environ.get("TOKEN04_EXAMPLES", TESTS.parents[2] / "examples/python"))
    environment = {**os.environ, "ZEGO_APP_ID": "1234567890", "ZEGO_SERVER_SECRET": "0123456789abcdef0123456789abcdef"}
    command = [sys.executable, "-W", "error", folder / example]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.count(" 04") + ended.stdout.startswith("04") == (3 if example == "make_tokens.py" else 1)


def mypy(*arguments):
    pytest.importorskip("mypy")
    return subprocess.run(
        [sys.executable, "-m", *arguments], capture_output=True, text=True, check=False, cwd=TESTS, timeout=300
    )


def test_types_of_a_program_that_uses_every_name():
    ended = mypy("mypy", "--strict", "--no-incremental", "typed_program.py")
    assert ended.returncode == 0, ended.stdout


def test_types_of_the_package_itself():
    ended = mypy("mypy", "--strict", "--no-incremental", "-p", "token04")
    assert ended.returncode == 0, ended.stdout


def test_types_refuse_wrong_programs():
    ended = mypy("mypy", "--strict", "--no-incremental", "wrongly_typed_program.py")
    # Every line that is marked as wrong is refused, and no other.
    marked = {
        number
        for number, line in enumerate((TESTS / "wrongly_typed_program.py").read_text().splitlines(), 1)
        if "# wrong" in line
    }
    assert marked == {
        int(number) for number in re.findall(r"^wrongly_typed_program.py:(\d+): error", ended.stdout, re.MULTILINE)
    }


def test_stubs_match_the_module():
    ended = mypy("mypy.stubtest", "token04", "--allowlist", "stubtest_allowlist.txt", "--ignore-unused-allowlist")
    assert ended.returncode == 0, ended.stdout


def test_the_typed_program_runs():
    ended = subprocess.run([sys.executable, "typed_program.py"], capture_output=True, text=True, check=False, cwd=TESTS)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_the_stub_has_the_documentation_of_the_module():
    stub = (PACKAGE / "_native.pyi").read_text(encoding="utf-8")
    assert documented(stub) == stub, "run tests/stub_documentation.py"
