"""What callers get wrong, in every place where they can: the documented code, never a crash or a token."""

import math
from datetime import timedelta
from enum import IntEnum

import pytest

import token04
from token04 import Issuer, RoomPrivilege, Token04Error, Verifier, inspect, kit

from conftest import APP_ID, SECRET


class Flag(IntEnum):
    """An int by another name, as settings often hold."""

    ONE = 1


class Text(str):
    """A string by another name, as template engines make."""


class Index:
    """What `operator.index` takes, as NumPy's integers."""

    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


NO_INTEGERS = [None, True, False, 1.0, 1.5, math.nan, math.inf, "1", b"1", [1], {}, object(), int, 1j]
TOO_WIDE = [2**63, 2**64 + 1, -(2**63) - 1, 10**400]
NO_TEXTS = [1, 1.5, True, b"user1", ["user1"], {"a": 1}, object(), str]
LONE_SURROGATES = ["\ud800", "a\udfff", "\ude00\ud83d", "x" * 31 + "\udc80"]


@pytest.fixture
def issuer():
    return Issuer(APP_ID, SECRET)


@pytest.fixture
def verifier():
    return Verifier(APP_ID, SECRET)


def refused(code, call, /, *arguments, **keywords):
    """Expects a call to fail with a code, and gives the exception."""
    with pytest.raises(Token04Error) as caught:
        call(*arguments, **keywords)
    assert (caught.value.code, SECRET in str(caught.value)) == (code, False)
    return caught.value


@pytest.mark.parametrize("app_id", [0, -1, 2**32, 2**32 + 1, -(2**32) + 1, *NO_INTEGERS, *TOO_WIDE], ids=repr)
@pytest.mark.parametrize("make", [Issuer, Verifier])
def test_app_id(make, app_id):
    refused(1, make, app_id, SECRET)
    refused(1, make, app_id=app_id, secret=None)


@pytest.mark.parametrize("ttl", [0, -1, -(2**63), 2**63 - 1, *NO_INTEGERS, *TOO_WIDE], ids=repr)
def test_ttl(issuer, ttl):
    refused(6, issuer.issue, "user1", ttl)
    refused(6, issuer.issue, "user1", ttl=ttl, payload=None)
    refused(6, issuer.issue_room, "user1", ttl, "room1")
    refused(6, issuer.kit_token, "user1", ttl, "room1")


@pytest.mark.parametrize(
    "ttl",
    [
        timedelta(0),
        timedelta(seconds=-1),
        timedelta(seconds=1.5),
        timedelta(microseconds=1),
        timedelta.min,
        timedelta.max,
    ],
    ids=repr,
)
def test_timedelta(issuer, ttl):
    refused(6, issuer.issue, "user1", ttl)


def test_ttl_is_whole_seconds_or_a_timedelta(issuer, verifier):
    for ttl, seconds in [
        (60, 60),
        (timedelta(days=3), 3 * 86400),
        (timedelta(hours=1, seconds=1), 3601),
        (Flag.ONE, 1),
        (Index(60), 60),
    ]:
        claims = verifier.verify(issuer.issue("user1", ttl))
        assert claims.expire - claims.ctime == seconds


@pytest.mark.parametrize("bad", NO_TEXTS, ids=repr)
def test_no_string(issuer, verifier, bad):
    refused(5, Issuer, APP_ID, bad)
    refused(5, Verifier, APP_ID, SECRET, previous_secret=bad)
    refused(3, issuer.issue, bad, 60)
    refused(104, issuer.issue, "user1", 60, bad)
    refused(104, issuer.kit_token, "user1", 60, "room1", None, bad)
    refused(102, RoomPrivilege, bad)
    refused(102, RoomPrivilege, "room1", streams=["s1", bad])
    refused(102, issuer.kit_token, "user1", 60, bad)
    refused(3, issuer.kit_token, "user1", 60, "room1", bad)
    refused(901, verifier.verify, bad)
    refused(901, inspect, bad)
    refused(901, kit.decode, bad)


def test_none(issuer, verifier):
    refused(901, Issuer, APP_ID, None)
    refused(901, issuer.issue, None, 60)
    refused(102, RoomPrivilege, None)
    refused(102, RoomPrivilege, "room1", streams=[None])
    refused(102, issuer.issue_room, "user1", 60, None)
    refused(102, issuer.kit_token, "user1", 60, None)
    refused(901, verifier.verify, None)
    refused(901, inspect, None)
    refused(901, kit.encode, None, kit.KitUser(APP_ID, "user1", "room1"))
    refused(901, kit.decode, None)
    assert verifier.verify(issuer.issue("user1", 60, None)).payload == ""
    assert verifier.verify(issuer.issue("user1", 60, payload=None)).payload == ""


@pytest.mark.parametrize("text", LONE_SURROGATES, ids=ascii)
def test_lone_surrogate(issuer, verifier, text):
    refused(5, Issuer, APP_ID, text)
    refused(3, issuer.issue, text, 60)
    refused(104, issuer.issue, "user1", 60, text)
    refused(102, issuer.issue_room, "user1", 60, text)
    refused(102, RoomPrivilege, "room1", streams=[text])
    refused(201, verifier.verify, text)
    refused(201, inspect, text)
    refused(201, kit.decode, text)


@pytest.mark.parametrize("streams", ["s1", b"s1", 1, True, [1], ["s1", None], [b"s1"]], ids=repr)
def test_streams(streams):
    refused(102, RoomPrivilege, "room1", streams=streams)


def test_what_an_iterator_of_streams_raises_is_raised():
    def broken():
        yield "s1"
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        RoomPrivilege("room1", streams=broken())


def test_streams_may_be_any_iterable(issuer):
    for streams in (["s1", "s2"], ("s1", "s2"), {"s1": 1, "s2": 2}, iter(["s1", "s2"])):
        assert RoomPrivilege("room1", streams=streams).streams == ["s1", "s2"]


@pytest.mark.parametrize("flag", [None, 1, 0, "true", b"", []], ids=repr)
def test_flags(verifier, flag):
    refused(901, RoomPrivilege, "room1", login=flag)
    refused(901, RoomPrivilege, "room1", publish=flag)
    refused(901, verifier.verify, "04", publish=flag)
    refused(901, verifier.verify, "04", require_privilege=flag)
    refused(901, Issuer(APP_ID, SECRET).issue_room, "user1", 60, "room1", login=flag)


@pytest.mark.parametrize("leeway", [-1, True, 1.5, "1", 2**64, timedelta(seconds=-1), timedelta(seconds=0.5)], ids=repr)
def test_leeway(leeway):
    refused(901, Verifier, APP_ID, SECRET, leeway=leeway)


@pytest.mark.parametrize("now", [True, 1.5, math.nan, "1", 2**64, timedelta(1)], ids=repr)
def test_now(issuer, verifier, now):
    token = issuer.issue("user1", 60)
    refused(901, verifier.verify, token, now=now)
    refused(901, inspect, token, now=now)
    refused(901, issuer.issue, "user1", 60, now=now)
    refused(901, issuer.issue_room, "user1", 60, "room1", now=now)
    refused(901, issuer.kit_token, "user1", 60, "room1", now=now)


@pytest.mark.parametrize("now", [-1, 1_700_000_000_000, 2**63 - 1], ids=repr)
def test_the_time_of_issue_is_in_seconds(issuer, now):
    refused(901, issuer.issue, "user1", 60, now=now)


@pytest.mark.parametrize("bad", ["", "CBC", "ecb", 1, True, b"cbc", [], "\ud800", SECRET], ids=repr)
def test_mode_and_profile(bad):
    refused(901, Issuer, APP_ID, SECRET, mode=bad)
    refused(901, Issuer, APP_ID, SECRET, profile=bad)


def test_limits_given_twice(issuer):
    refused(901, issuer.issue_room, "user1", 60, RoomPrivilege("room1"), publish=True)
    refused(901, issuer.issue_room, "user1", 60, RoomPrivilege("room1"), room_id="room1")


def test_huge_texts(issuer, verifier):
    long = "x" * 70_000
    refused(101, issuer.issue, "user1", 60, long)
    refused(101, issuer.issue, long, 60)
    refused(101, issuer.issue_room, "user1", 60, long)
    refused(201, verifier.verify, "04" + "A" * 10_000_000)
    refused(201, inspect, "#" * 1_000_000)
    refused(5, Issuer, APP_ID, long)


def test_any_text_comes_back(issuer, verifier):
    for text in ["a\0b", "用户", "😀", "\x7f\u2028", '\\"/', "\n\t\x1f", "é" * 100]:
        token = issuer.issue(text, 60, text)
        claims = verifier.verify(token, user_id=text)
        assert (claims.user_id, claims.payload) == (text, text)


def test_what_is_derived_from_int_and_str_is_taken(issuer, verifier):
    derived = Issuer(Flag.ONE, Text(SECRET)).issue(Text("user1"), Flag.ONE, Text("p"))
    assert Verifier(1, SECRET).verify(Text(derived)).user_id == "user1"


def test_what_has_an_index_is_an_integer(issuer):
    token = Issuer(Index(1), SECRET).issue("user1", Index(60), now=Index(1000))
    assert Verifier(Index(1), SECRET, leeway=Index(5)).verify(token, now=Index(1064)).expire == 1060
    refused(1, Issuer, Index(0), SECRET)
    refused(6, issuer.issue, "user1", Index(2**64))
    refused(6, issuer.issue, "user1", Index("60"))


def test_wrong_calls_are_type_errors_as_everywhere(issuer):
    for call in [
        lambda: issuer.issue("user1"),
        lambda: issuer.issue("user1", 60, "", 1),
        lambda: issuer.issue("user1", 60, user_id="user1"),
        lambda: issuer.issue("user1", 60, unknown=1),
        lambda: issuer.issue(ttl=60),
        lambda: Issuer.issue("user1", 60),
        lambda: Issuer(APP_ID),
        lambda: RoomPrivilege("room1", True),
        lambda: issuer.issue_room("user1", 60, publish=True),
        lambda: issuer.issue_room("user1", 60, "room1", room_id="room1"),
        lambda: issuer.issue_room("user1", 60, "room1", True),
        lambda: issuer.issue_room("user1", 60, "room1", unknown=1),
        lambda: token04.generate_token04(1, "user1", SECRET),
    ]:
        with pytest.raises(TypeError):
            call()


def test_arguments_by_position_and_by_name(issuer, verifier):
    for token in [
        issuer.issue("user1", 60, "p"),
        issuer.issue("user1", 60, payload="p"),
        issuer.issue("user1", payload="p", ttl=60),
        issuer.issue(payload="p", ttl=60, user_id="user1"),
        Issuer.issue(issuer, "user1", 60, "p"),
        issuer.issue(*["user1"], **{"ttl": 60, "payload": "p"}),
    ]:
        claims = verifier.verify(token)
        assert (claims.user_id, claims.expire - claims.ctime, claims.payload) == ("user1", 60, "p")


def test_the_first_fault_is_reported(issuer):
    refused(1, Issuer, 0, None, mode="x")
    refused(5, Issuer, 1, "", mode="x")
    refused(3, issuer.issue, "", 0, 1)
    refused(6, issuer.issue, "user1", 0, 1)
    refused(104, issuer.issue, "user1", 60, 1)
    refused(3, issuer.issue_room, "", 0, "")
    refused(6, issuer.issue_room, "user1", 0, "")
    refused(102, issuer.issue_room, "x" * 70_000, 60, "")
    refused(3, issuer.issue_room, "", 0, 5)
    refused(6, issuer.issue_room, "user1", 0, "room1", streams="s1")
    refused(102, issuer.issue_room, "user1", 60, 5)
    refused(3, issuer.kit_token, "", 0, "")
    refused(6, issuer.kit_token, "user1", 0, "")
    refused(102, issuer.kit_token, "user1", 60, "", 1, 1)


def test_swapped_arguments_do_not_show_the_secret(issuer):
    refused(1, Issuer, SECRET, APP_ID)
    refused(6, issuer.issue, SECRET, SECRET)
    refused(104, issuer.issue, SECRET, 60, 1)
    refused(201, Verifier(APP_ID, SECRET).verify, SECRET)
    refused(901, Verifier, APP_ID, SECRET, leeway=SECRET)
    refused(901, RoomPrivilege, "room1", login=SECRET)


def test_objects_are_not_asked_for_their_own_text(issuer):
    class Float(float):
        def __repr__(self):
            raise ZeroDivisionError

        __str__ = __repr__

    class Delta(timedelta):
        __str__ = __repr__ = Float.__repr__

    assert str(refused(6, issuer.issue, "user1", Float(1.5))).endswith("got Float")
    assert str(refused(6, issuer.issue, "user1", Delta(seconds=1.5))).endswith("got 1.5")
    assert str(refused(1, Issuer, Float(1), SECRET)).endswith("got Float")


def test_messages_name_the_argument(issuer):
    assert str(refused(1, Issuer, -1, SECRET)) == "app_id must be 1 to 4294967295, got -1"
    assert str(refused(1, Issuer, 2**64, SECRET)) == "app_id must be 1 to 4294967295, got an int beyond 64 bits"
    assert str(refused(1, Issuer, math.nan, SECRET)) == "app_id must be 1 to 4294967295, got NaN"
    assert str(refused(5, Issuer, 1, SECRET[1:])).startswith("secret must be 32 bytes, got 31")
    assert "AppSign" in str(refused(5, Issuer, 1, SECRET * 2))
    assert str(refused(6, issuer.issue, "user1", 1.5)) == "ttl must be whole seconds, at least 1, got 1.5"
    assert str(refused(6, issuer.issue, "user1", "60")) == "ttl must be whole seconds, at least 1, got str"
    assert str(refused(6, issuer.issue, "user1", timedelta(seconds=1.5))).endswith("got 1.5")
    assert str(refused(6, issuer.issue, "user1", timedelta(microseconds=-1))).endswith("got -0.000001")
    assert str(refused(901, RoomPrivilege, "room1", login=None)) == "login must be True or False, got NoneType"


def test_messages_use_the_words_of_python():
    def message(call, *arguments, **keywords):
        with pytest.raises(Token04Error) as caught:
            call(*arguments, **keywords)
        return str(caught.value)

    issuer = Issuer(APP_ID, SECRET)
    assert message(Issuer, APP_ID, None) == "secret must be a string, not None"
    assert message(issuer.issue_room, "user1", 60, None) == "room_id must be a string, not None"
    assert message(RoomPrivilege, "r", streams="cam") == "streams must be a list of stream ids, got str"
    assert message(issuer.issue, "user1", 3600.0).endswith("got the float 3600.0: convert it to an integer")
    assert "white space" in message(Issuer, APP_ID, SECRET + "\n")
    assert message(issuer.issue, "user1", 60, now=1_700_000_000_000).endswith("which looks like milliseconds")
    assert message(Verifier(APP_ID, SECRET).verify, "04", publish=1) == "publish must be True or False, got int"
