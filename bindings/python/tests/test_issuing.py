"""What good calls give: tokens, claims, headers, kit tokens and value objects."""

import copy
import pickle
import sys
import time
from datetime import datetime, timedelta, timezone

import pytest

import token04
from token04 import Claims, Finding, Issuer, Privilege, Report, RoomPrivilege, Verifier, inspect, kit

from conftest import APP_ID, SECRET

OTHER_SECRET = SECRET[::-1]


@pytest.fixture
def issuer():
    return Issuer(APP_ID, SECRET)


@pytest.fixture
def verifier():
    return Verifier(APP_ID, SECRET)


def second_of_tokens():
    """The second now by the clock that tokens are made by: on Linux CLOCK_REALTIME_COARSE, which lags by a tick or more."""
    return int(time.clock_gettime(5) if sys.platform == "linux" else time.time())


def test_identity_token(issuer, verifier):
    before = second_of_tokens()
    claims = verifier.verify(issuer.issue("user1", 3600), user_id="user1", room_id="any", stream_id="any", publish=True)
    assert before <= claims.ctime <= time.time()
    assert (claims.app_id, claims.user_id, claims.payload, claims.privilege) == (APP_ID, "user1", "", None)
    assert claims.expire == claims.ctime + 3600


def test_tokens_of_one_second_differ(issuer):
    assert len({issuer.issue("user1", 60) for _ in range(1000)}) == 1000


def test_three_ways_to_a_privilege_token_are_one(issuer, verifier):
    for token in [
        issuer.issue_room("user1", 60, RoomPrivilege("room1", publish=True, streams=["s1"])),
        issuer.issue_room("user1", 60, "room1", publish=True, streams=["s1"]),
        issuer.issue_room("user1", 60, room_id="room1", publish=True, streams=["s1"]),
        issuer.issue_room(user_id="user1", ttl=60, privilege=RoomPrivilege("room1", publish=True, streams=["s1"])),
        issuer.issue("user1", 60, RoomPrivilege("room1", publish=True, streams=["s1"]).payload()),
    ]:
        claims = verifier.verify(token, room_id="room1", stream_id="s1", publish=True)
        assert claims.privilege == Privilege("room1", True, True, ["s1"])
        for limits in ({"room_id": "room2"}, {"stream_id": "s2"}):
            with pytest.raises(token04.NotPermittedError):
                verifier.verify(token, **limits)


def test_times_are_datetimes_in_utc(issuer, verifier):
    token = issuer.issue("user1", timedelta(days=1), now=1_700_000_000)
    claims = verifier.verify(token, now=1_700_000_000)
    assert (claims.ctime, claims.expire) == (1_700_000_000, 1_700_086_400)
    assert claims.created_at == datetime(2023, 11, 14, 22, 13, 20, tzinfo=timezone.utc)
    assert claims.expires_at == inspect(token).expires_at == claims.created_at + timedelta(days=1)
    assert claims.expires_at.tzinfo is timezone.utc
    for seconds in (0, -1, 253402300799, -62135596800):
        at = Claims(1, "u", 2, seconds, 4, "").created_at
        assert at == datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)
    for seconds in (253402300800, -62135596801, 2**63 - 1, -(2**63)):
        with pytest.raises(OverflowError):
            Claims(1, "u", 2, 3, seconds, "").expires_at  # noqa: B018


def test_the_time_of_issue_can_be_given(issuer):
    for token in (
        issuer.issue("user1", 60, now=1000),
        issuer.issue_room("user1", 60, "room1", now=1000),
        issuer.kit_token("user1", 60, "room1", now=1000),
    ):
        assert inspect(token).expire == 1060
    assert issuer.issue("user1", 60, now=1000) != issuer.issue("user1", 60, now=1000)


def test_an_identity_token_satisfies_everything_unless_a_privilege_is_required(issuer, verifier):
    identity, limited = issuer.issue("user1", 60), issuer.issue_room("user1", 60, "room1")
    assert verifier.verify(identity, room_id="room1", publish=True)
    with pytest.raises(token04.NotPermittedError, match="identity token"):
        verifier.verify(identity, room_id="room1", require_privilege=True)
    assert verifier.verify(limited, room_id="room1", require_privilege=True)


def test_modes(verifier):
    assert Issuer(APP_ID, SECRET).mode == "cbc"
    for mode in ("cbc", "gcm"):
        issuer = Issuer(APP_ID, SECRET, mode)
        token = issuer.issue("user1", 60)
        assert (issuer.mode, inspect(token).mode) == (mode, mode)
        assert verifier.verify(token).user_id == "user1"


def test_profiles(verifier):
    assert Issuer(APP_ID, SECRET).profile is None
    for profile in ("rtc", "zim", "kit", "call"):
        issuer = Issuer(APP_ID, SECRET, profile=profile)
        assert issuer.profile == profile
        assert verifier.verify(issuer.issue("user1", 60)).user_id == "user1"
        with pytest.raises(token04.InvalidUserIdError):
            issuer.issue("user 1", 60)


def test_verifier_options(issuer):
    token = issuer.issue("user1", 60)
    end = inspect(token).expire
    assert Verifier(APP_ID, SECRET).verify(token, now=end - 1)
    with pytest.raises(token04.ExpiredError):
        Verifier(APP_ID, SECRET).verify(token, now=end)
    lenient = Verifier(APP_ID, SECRET, leeway=5)
    assert lenient.leeway == 5
    assert lenient.verify(token, now=end + 4)
    with pytest.raises(token04.UndecipherableError):
        Verifier(APP_ID, OTHER_SECRET).verify(token)
    assert Verifier(APP_ID, OTHER_SECRET, previous_secret=SECRET).verify(token)
    with pytest.raises(token04.WrongAppIdError):
        Verifier(1, SECRET).verify(token)
    with pytest.raises(token04.WrongUserIdError):
        Verifier(APP_ID, SECRET).verify(token, user_id="user2")


def test_inspect(issuer):
    token = issuer.issue("user1", 60)
    header = inspect(token)
    assert (header.version, header.mode, header.expired, header.iv_bytes) == ("04", "cbc", False, 16)
    assert inspect(token, now=header.expire).expired
    assert inspect(token + "#kit").expires_at == header.expires_at


def test_kit_tokens(issuer, verifier):
    kit_token = issuer.kit_token("user1", 60, "room1", "张三 #", RoomPrivilege("room1").payload())
    token, user = kit.decode(kit_token)
    assert user == kit.KitUser(APP_ID, "user1", "room1", "张三 #")
    assert verifier.verify(kit_token) == verifier.verify(token)
    assert kit.encode(token, user) == kit_token
    assert kit.decode(issuer.kit_token("user1", 60, "room1"))[1].user_name == "user1"
    assert kit.KitUser(APP_ID, "user1", "room1").user_name == "user1"


VALUES = [
    (Claims(1, "u", 2, 3, 4, "p"), "Claims(app_id=1, user_id='u', nonce=2, ctime=3, expire=4, payload='p')"),
    (RoomPrivilege("r"), "RoomPrivilege(room_id='r', login=True, publish=False, streams=None)"),
    (
        RoomPrivilege("r", login=False, streams=["s"]),
        "RoomPrivilege(room_id='r', login=False, publish=False, streams=['s'])",
    ),
    (Privilege("r", None, True, []), "Privilege(room_id='r', login=None, publish=True, streams=[])"),
    (
        token04.Header("04", "gcm", 5, True, 12, 30),
        "Header(version='04', mode='gcm', expire=5, expired=True, iv_bytes=12, ciphertext_bytes=30)",
    ),
    (
        Finding("jwt", "error", "m", "f", [1, 2]),
        "Finding(id='jwt', severity='error', message='m', fix='f', client_codes=[1, 2])",
    ),
    (Report(True, [], None), "Report(ok=True, findings=[], claims=None)"),
    (
        Report(False, [Finding("jwt", "note", "m", "f", [])], Claims(1, "u", 2, 3, 4, "p")),
        "Report(ok=False, findings=[Finding(id='jwt', severity='note', message='m', fix='f', client_codes=[])], "
        "claims=Claims(app_id=1, user_id='u', nonce=2, ctime=3, expire=4, payload='p'))",
    ),
    (kit.KitUser(1, "u", "r", "n"), "KitUser(app_id=1, user_id='u', room_id='r', user_name='n')"),
]


@pytest.mark.parametrize(("value", "shown"), VALUES, ids=[shown for _, shown in VALUES])
def test_value_objects(value, shown):
    assert repr(value) == shown
    assert eval(shown, {**vars(token04), **vars(kit)}) == value
    for same in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert (same, hash(same)) == (value, hash(value))
    assert value != RoomPrivilege("another")
    assert value != shown
    name = shown[shown.index("(") + 1 : shown.index("=")]
    with pytest.raises(AttributeError):
        setattr(value, name, None)


def test_secrets_are_not_shown_and_do_not_leave():
    for holder in (Issuer(APP_ID, SECRET), Verifier(APP_ID, SECRET, previous_secret=OTHER_SECRET)):
        for shown in (repr(holder), str(holder), f"{holder}"):
            assert SECRET not in shown
            assert OTHER_SECRET not in shown
            assert str(APP_ID) in shown
        with pytest.raises(TypeError):
            pickle.dumps(holder)
