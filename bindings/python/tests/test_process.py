"""Forks, threads, interpreters, memory and panics."""

import base64
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import token04
from token04 import Issuer, Verifier, generate_token04

from conftest import APP_ID, SECRET


def iv_of(token):
    envelope = base64.b64decode(token[2:])
    return envelope[10 : 10 + int.from_bytes(envelope[8:10], "big")]


def python(code, *arguments, **keywords):
    """Runs code in a new process and gives its standard output."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120, **keywords).stdout


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("mode", ["cbc", "gcm"])
def test_a_forked_child_repeats_no_iv(mode):
    issuer = Issuer(APP_ID, SECRET, mode)

    def several():
        made = [issuer.issue("user1", 60) for _ in range(50)]
        made += [generate_token04(APP_ID, "user1", SECRET, 60).token for _ in range(50)] if mode == "cbc" else []
        return [iv_of(token).hex() for token in made]

    seen = several()
    for _ in range(3):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.write(writer, " ".join(several()).encode())
            finally:
                os._exit(0)
        os.close(writer)
        mine = several()
        with os.fdopen(reader, "rb") as pipe:
            theirs = pipe.read().decode().split()
        assert os.waitpid(child, 0)[1] == 0
        assert len(theirs) == len(mine)
        seen += mine + theirs
    assert len(set(seen)) == len(seen)


def test_sixteen_threads_share_an_issuer_and_a_verifier():
    issuer, verifier = Issuer(APP_ID, SECRET, "gcm"), Verifier(APP_ID, SECRET)
    start, made, failures = threading.Barrier(16), [], []

    def work(number):
        start.wait()
        try:
            for _ in range(300):
                token = issuer.issue(f"user{number}", 60)
                assert verifier.verify(token).user_id == f"user{number}"
                made.append(iv_of(token))
                with pytest.raises(token04.InvalidTtlError):
                    issuer.issue("user1", 0)
        except BaseException as failure:
            failures.append(failure)
            raise

    threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(set(made)) == len(made) == 16 * 300


SUBINTERPRETER = """
import sys
if sys.version_info >= (3, 13):
    import _interpreters as interpreters
else:
    import _xxsubinterpreters as interpreters

def run(code):
    interpreter = {create}
    try:
        failure = interpreters.run_string(interpreter, code)
        return "" if failure is None else failure.formatted
    except Exception as error:
        return str(error)
    finally:
        interpreters.destroy(interpreter)

{first}
print(run("import token04; token04.Issuer(1, '{secret}').issue('user1', 60)"))
"""


def in_subinterpreter(create, first=""):
    return python(SUBINTERPRETER.format(create=create, first=first, secret=SECRET)).strip()


# What shares the main interpreter's GIL, as under mod_wsgi.
SHARED_GIL = "interpreters.create('legacy')" if sys.version_info >= (3, 13) else "interpreters.create(isolated=False)"


def test_a_second_interpreter_gets_the_reason_why_it_cannot():
    assert "token04 is loaded in another interpreter of this process" in in_subinterpreter(SHARED_GIL, "import token04")


def test_an_interpreter_with_a_gil_of_its_own_gets_the_reason_why_it_cannot():
    if sys.version_info < (3, 12):
        pytest.skip("each interpreter has a GIL of its own since 3.12")
    message = in_subinterpreter("interpreters.create()", "import token04")
    assert "ImportError" in message
    assert "interpreter" in message


def test_the_first_interpreter_need_not_be_the_main_one():
    assert in_subinterpreter(SHARED_GIL) == ""


MEMORY = """
import resource, sys
from token04 import Issuer, Verifier, Token04Error, diagnose, generate_token04

secret = "0123456789abcdef0123456789ABCDEF"
issuer, verifier = Issuer(1, secret), Verifier(1, secret)
token = issuer.issue("用户", 600, "payload")

def fails(call, *arguments):
    try:
        call(*arguments)
    except Token04Error:
        return
    raise SystemExit("did not fail")

def everything():
    issuer.issue("user1", 60)
    issuer.issue("用户" + "1", ttl=60, payload="房间")
    issuer.issue_room("user1", 60, "room1")
    issuer.issue_many(["user1", "用户"], 60)
    claims = verifier.verify(token)
    claims.privilege, claims.to_dict(), claims.expires_at
    with Issuer(1, secret) as closed:
        pass
    fails(closed.issue, "user1", 60)
    fails(issuer.issue_many, ["user1", ""], 60)
    generate_token04(1, "user1", secret, 60, "")
    generate_token04(1, "user1", secret, 2**70, "")
    fails(issuer.issue, "\\ud800", 60)
    fails(issuer.issue, "user1", 2**70)
    fails(verifier.verify, "04AA")
    fails(Issuer, 1, "short")

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

for _ in range(5_000):
    everything()
for _ in range(500):
    diagnose(token, secret=secret)
before = peak()
for _ in range(100_000):
    everything()
for _ in range(5_000):
    diagnose(token, secret=secret)
print(peak() - before)
"""


def test_a_million_calls_leave_no_memory_behind():
    pytest.importorskip("resource")
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(python(MEMORY)) * unit < 1 << 20


PANIC = """
import token04
from token04 import _native

issuer, verifier = token04.Issuer(1, "{secret}"), token04.Verifier(1, "{secret}")
token = issuer.issue("user1", 60)
for call in (
    lambda: issuer.issue("user1", 60),
    lambda: issuer.issue_room("user1", 60, "room1"),
    lambda: issuer.issue_many(["user1"], 60),
    lambda: issuer.kit_token("user1", 60, "room1"),
    lambda: token04.explain(50119),
    lambda: verifier.verify(token),
    lambda: token04.inspect(token),
    lambda: token04.diagnose(token),
    lambda: token04.RoomPrivilege("room1"),
    lambda: token04.Issuer(1, "{secret}"),
):
    _native.inject_panic()
    try:
        call()
        raise SystemExit("did not fail")
    except token04.InternalError as error:
        assert error.code == 903, error
    call()
_native.inject_panic()
info = token04.generate_token04(1, "user1", "{secret}", 60, "")
assert (info.token, info.error_code) == ("", 903), vars(info)
assert token04.generate_token04(1, "user1", "{secret}", 60, "").error_code == 0
print("done")
"""


@pytest.mark.skipif("TOKEN04_PANICKING" not in os.environ, reason="needs the build that panics on request")
def test_a_panic_becomes_code_903():
    environment = {**os.environ, "PYTHONPATH": os.environ["TOKEN04_PANICKING"]}
    assert python(PANIC.format(secret=SECRET), env=environment) == "done\n"


def test_the_shipped_module_cannot_be_made_to_panic():
    assert not hasattr(token04._native, "inject_panic")
    assert b"inject" not in Path(token04._native.__file__).read_bytes()
