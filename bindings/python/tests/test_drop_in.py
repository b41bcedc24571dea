"""The official module's names, arguments, result, codes and messages."""

import json
import pickle
from enum import IntEnum

import pytest

from token04 import Verifier, token04

from conftest import APP_ID, SECRET


class Wrapped(str):
    """A string that the official function refuses, for its type."""


class Number(IntEnum):
    """An int that the official function refuses, for its type."""

    ID = APP_ID


def generate(**changed):
    arguments = {
        "app_id": APP_ID,
        "user_id": "user1",
        "secret": SECRET,
        "effective_time_in_seconds": 3600,
        "payload": "",
    }
    return token04.generate_token04(*{**arguments, **changed}.values())


def test_names():
    assert token04.ERROR_CODE_SUCCESS == 0
    assert token04.ERROR_CODE_APP_ID_INVALID == 1
    assert token04.ERROR_CODE_USER_ID_INVALID == 3
    assert token04.ERROR_CODE_SECRET_INVALID == 5
    assert token04.ERROR_CODE_EFFECTIVE_TIME_IN_SECONDS_INVALID == 6
    assert token04.TokenInfo("t", 1, "m").error_message == "m"


def test_a_program_written_for_the_official_module():
    """The shape of a typical caller: by position, result by attribute, privilege payload as JSON."""
    payload = json.dumps({"room_id": "demo", "privilege": {1: 1, 2: 1}, "stream_id_list": None})
    token_info = token04.generate_token04(
        app_id=APP_ID, user_id="demo", secret=SECRET, effective_time_in_seconds=3600, payload=payload
    )
    assert [token_info.error_code, token_info.error_message] == [token04.ERROR_CODE_SUCCESS, "success"]
    claims = Verifier(APP_ID, SECRET).verify(token_info.token, user_id="demo", room_id="demo", publish=True)
    assert (claims.payload, claims.expire - claims.ctime) == (payload, 3600)


def test_the_package_stands_in_for_a_copied_file():
    """Who copied the official file next to their own says `import token04`."""
    import token04 as module

    assert module.generate_token04 is token04.generate_token04
    assert module.TokenInfo is token04.TokenInfo
    assert module.ERROR_CODE_SECRET_INVALID == 5


@pytest.mark.parametrize(
    ("argument", "bad", "code", "message"),
    [
        *[("app_id", bad, 1, "appID invalid") for bad in (0, -1, 2**32, 2**70, None, True, 1.0, "1", [1], Number.ID)],
        *[("user_id", bad, 3, "userID invalid") for bad in ("", None, 1, b"u", ["u"], "\ud800", Wrapped("u"))],
        *[
            ("secret", bad, 5, "secret must be a 32 byte string")
            for bad in (
                "",
                SECRET[1:],
                SECRET + "0",
                SECRET * 2,
                None,
                1,
                b"0" * 32,
                "é" * 17,
                Wrapped(SECRET),
                "\ud800",
            )
        ],
        *[
            ("effective_time_in_seconds", bad, 6, "effective_time_in_seconds invalid")
            for bad in (0, -1, 2**63 - 1, 2**70, None, True, 1.5, 3600.0, "3600", Number.ID)
            if bad is not Number.ID
        ],
    ],
    ids=ascii,
)
def test_official_codes_and_messages(argument, bad, code, message):
    info = generate(**{argument: bad})
    assert (info.token, info.error_code, info.error_message) == ("", code, message)


@pytest.mark.parametrize(
    ("payload", "code"),
    [(1, 104), ({"room_id": "r"}, 104), (b"{}", 104), (True, 104), ("\udfff", 104), ("x" * 70_000, 101)],
)
def test_what_has_no_official_code(payload, code):
    info = generate(payload=payload)
    assert (info.token, info.error_code) == ("", code)
    assert info.error_message.startswith(("payload must be", "user_id and payload make a body"))


def test_official_order():
    assert generate(app_id=0, user_id="", secret="", effective_time_in_seconds=0, payload=1).error_code == 1
    assert generate(user_id="", secret="", effective_time_in_seconds=0, payload=1).error_code == 3
    assert generate(secret="", effective_time_in_seconds=0, payload=1).error_code == 5
    assert generate(effective_time_in_seconds=0, payload=1).error_code == 6


def test_no_payload_is_an_empty_one():
    for info in (generate(payload=None), token04.generate_token04(APP_ID, "user1", SECRET, 60)):
        assert Verifier(APP_ID, SECRET).verify(info.token).payload == ""


def test_the_result_is_a_plain_object():
    info = generate()
    assert vars(info) == info.__dict__ == {"token": info.token, "error_code": 0, "error_message": "success"}
    assert json.loads(json.dumps(info.__dict__))["error_code"] == 0
    assert vars(pickle.loads(pickle.dumps(info))) == vars(info)
    info.token = "mine"
    assert info.token == "mine"
    assert SECRET not in repr(info)
