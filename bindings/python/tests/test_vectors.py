"""Every case of the shared conformance vectors."""

import pytest

from token04 import Issuer, Privilege, RoomPrivilege, Token04Error, Verifier, generate_token04, inspect, kit

from conftest import cases

# A str cannot hold invalid UTF-8; test_arguments.py tests bytes in its place.
CANNOT_BE_SAID = {"invalid-utf8", "duration-text"}


def code_of(call, *arguments, **keywords):
    """The error code of a call, 0 where it succeeds."""
    try:
        call(*arguments, **keywords)
    except Token04Error as error:
        return error.code
    return 0


def value(holder, name, default=None):
    """An argument in whatever spelling the case uses."""
    if f"{name}_text" in holder:
        return int(holder[f"{name}_text"])
    if f"{name}_repeat" in holder:
        return holder[f"{name}_repeat"]["text"] * holder[f"{name}_repeat"]["count"]
    if f"{name}_utf16" in holder:
        units = b"".join(bytes.fromhex(unit) for unit in holder[f"{name}_utf16"])
        return units.decode("utf-16-be", "surrogatepass")
    return holder.get(name, default)


@pytest.mark.parametrize("case", cases("issue"))
def test_issue(case):
    """Neither clock nor IV can be fixed in public: the token of the case is verified, and one like it is made."""
    app_id, secret, user_id, payload = (case[name] for name in ("app_id", "secret", "user_id", "payload"))
    verifier = Verifier(app_id, secret)
    claims = verifier.verify(case["token"], user_id=user_id, now=case["now"])
    assert (claims.app_id, claims.user_id, claims.nonce) == (app_id, user_id, int(case["nonce"]))
    assert (claims.ctime, claims.expire) == (case["now"], case["now"] + case["ttl"])
    assert claims.payload == payload

    if case["id"].endswith("-largest"):
        return  # Its nonce is shorter than any of ours: with one of ten digits it is too long.
    issuer = Issuer(app_id, secret, mode=case["mode"])
    made = issuer.issue(user_id, case["ttl"], payload)
    again = verifier.verify(made, user_id=user_id)
    assert (again.expire - again.ctime, again.payload) == (case["ttl"], payload)
    assert inspect(made).mode == case["mode"]


@pytest.mark.parametrize("case", cases("open"))
def test_open(case):
    claims = Verifier(case["app_id"], case["secret"]).verify(case["token"], now=case["now"])
    expected = case["claims"]
    assert (claims.app_id, claims.user_id) == (expected["app_id"], expected["user_id"])
    assert (claims.nonce, claims.ctime, claims.expire) == tuple(
        int(expected[name]) for name in ("nonce", "ctime", "expire")
    )
    assert claims.payload == expected["payload"]
    expected = case.get("privilege")
    assert claims.privilege == (None if expected is None else Privilege(**expected))
    header = inspect(case["token"], now=case["now"])
    assert (header.version, header.mode) == ("04", case["mode"])
    assert (header.expire, header.expired) == (int(case["expires_at"]), case["now"] >= int(case["expires_at"]))
    assert (header.iv_bytes, header.ciphertext_bytes) == (case["iv_bytes"], case["ciphertext_bytes"])


@pytest.mark.parametrize("case", cases("reject"))
def test_reject(case):
    verifier = Verifier(
        case["app_id"], case["secret"], previous_secret=case.get("previous_secret"), leeway=case.get("leeway", 0)
    )
    expected = {name: case["login"][name] for name in case.get("login", {})}
    assert code_of(verifier.verify, case["token"], now=case["now"], **expected) == case["code"]


@pytest.mark.parametrize("case", cases("arguments", lambda case: not CANNOT_BE_SAID & set(case["needs"])))
def test_arguments(case):
    def make():
        app_id, user_id, secret, ttl = (value(case, name) for name in ("app_id", "user_id", "secret", "ttl"))
        if case["call"] == "drop_in":
            info = generate_token04(app_id, user_id, secret, ttl, value(case, "payload", ""))
            assert (info.token == "") == (info.error_code != 0)
            return info.error_code
        issuer = Issuer(app_id, secret, mode=case.get("mode", "cbc"), profile=case.get("profile"))
        room = case.get("room", {})
        if case["call"] == "kit":
            issuer.kit_token(user_id, ttl, value(room, "room_id"), value(case, "user_name"))
        elif case["call"] == "issue_room":
            limits = {name: room[name] for name in ("login", "publish", "streams") if name in room}
            issuer.issue_room(user_id, ttl, RoomPrivilege(value(room, "room_id"), **limits))
        else:
            issuer.issue(user_id, ttl, value(case, "payload", ""))
        return 0

    try:
        code = make()
    except Token04Error as error:
        code = error.code
    assert code == case["code"]


@pytest.mark.parametrize("case", cases("privilege", lambda case: case["direction"] == "write"))
def test_privilege_write(case):
    limits = {name: case[name] for name in ("login", "publish", "streams")}
    assert RoomPrivilege(case["room_id"], **limits).payload() == case["payload"]


@pytest.mark.parametrize("case", cases("privilege", lambda case: case["direction"] == "read"))
def test_privilege_read(case):
    secret = "0123456789abcdef0123456789ABCDEF"
    token = Issuer(1, secret).issue("user1", 60, case["payload"])
    expected = case["privilege"]
    read = Verifier(1, secret).verify(token).privilege
    assert read == (None if expected is None else Privilege(**expected))


@pytest.mark.parametrize("case", cases("kit", lambda case: case["direction"] in ("encode", "both")))
def test_kit_encode(case):
    def encode():
        return kit.encode(case["token"], kit.KitUser(**case["user"]))

    if "kit_token" in case:
        assert encode() == case["kit_token"]
    else:
        assert code_of(encode) == case["code"]


@pytest.mark.parametrize("case", cases("kit", lambda case: case["direction"] in ("decode", "both")))
def test_kit_decode(case):
    if "user" in case:
        assert kit.decode(case["kit_token"]) == (case["token"], kit.KitUser(**case["user"]))
    else:
        assert code_of(kit.decode, case["kit_token"]) == case["code"]
