"""Value objects as JSON: the dicts are what the program prints with --json, and FastAPI returns them as they are."""

import asyncio
import json
import os
import subprocess

import fastapi
import httpx
import pytest

from token04 import Issuer, RoomPrivilege, Verifier, diagnose, explain, inspect, kit

from conftest import APP_ID, SECRET

PROGRAM = os.environ.get("TOKEN04_PROGRAM")
PLAIN = Issuer(APP_ID, SECRET).issue("user1", 3600)
LIMITED = Issuer(APP_ID, SECRET, "gcm").issue_room("用户", 3600, "room1", publish=True, streams=["s1"])


def printed(command, token, *options):
    """What the program prints."""
    environment = {**os.environ, "ZEGO_APP_ID": str(APP_ID), "ZEGO_SERVER_SECRET": SECRET}
    arguments = [PROGRAM, command, token, "--json", *options]
    ended = subprocess.run(arguments, env=environment, capture_output=True, check=False, timeout=60)
    return json.loads(ended.stdout)


def report(token):
    return diagnose(token, secret=SECRET, app_id=APP_ID)


@pytest.mark.skipif(PROGRAM is None, reason="needs the program")
@pytest.mark.parametrize("token", [PLAIN, LIMITED], ids=["plain", "limited"])
def test_dicts_are_what_the_program_prints(token):
    assert inspect(token).to_dict() == printed("inspect", token)
    assert {"valid": True, "claims": Verifier(APP_ID, SECRET).verify(token).to_dict()} == printed("verify", token)
    for text in (token, f'"{token}"', token[:40], "nothing"):
        assert report(text).to_dict() == printed("diagnose", text)
        assert diagnose(text, secret=SECRET, app_id=APP_ID, lang="zh").to_dict() == printed(
            "diagnose", text, "--lang", "zh"
        )


VALUES = [
    Verifier(APP_ID, SECRET).verify(PLAIN),
    Verifier(APP_ID, SECRET).verify(LIMITED),
    Verifier(APP_ID, SECRET).verify(LIMITED).privilege,
    inspect(PLAIN),
    report(PLAIN),
    report(LIMITED),
    report("nothing"),
    report(PLAIN).findings[0],
    explain(50119),
    explain(1, lang="zh"),
    kit.KitUser(APP_ID, "user1", "room1"),
]
NAMES = [type(value).__name__ for value in VALUES]


@pytest.mark.parametrize("value", VALUES, ids=NAMES)
def test_a_dict_is_plain_json(value):
    assert json.loads(json.dumps(value.to_dict())) == value.to_dict()
    assert json.loads(json.dumps(value, default=vars)) == vars(value) == value.to_dict()


@pytest.mark.parametrize("value", VALUES, ids=NAMES)
def test_fastapi_returns_value_objects(value):
    app = fastapi.FastAPI()

    @app.get("/")
    def endpoint():
        return value

    async def get():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
            return await client.get("/")

    answer = asyncio.run(get())
    assert (answer.status_code, answer.json()) == (200, value.to_dict())


def test_optional_keys_are_left_out():
    assert "privilege" not in Verifier(APP_ID, SECRET).verify(PLAIN).to_dict()
    assert "claims" not in report("nothing").to_dict()
    assert list(inspect(PLAIN).to_dict()) == [
        "version", "mode", "expires_at", "expired", "iv_bytes", "ciphertext_bytes"
    ]  # fmt: skip


def test_a_dict_is_a_copy():
    value = report(PLAIN)
    value.to_dict()["findings"].clear()
    vars(value)["ok"] = None
    assert (value.ok, len(value.findings)) == (True, 1)


def test_limits_for_issuing_are_no_answer():
    assert not hasattr(RoomPrivilege("room1"), "to_dict")
