"""Diagnosis: the shared vectors, the ids of findings, any text as a token, and what callers get wrong."""

import json
import re

import pytest

import token04
from token04 import Claims, FindingId, Issuer, Report, diagnose, findings

from conftest import APP_ID, SECRET, cases
from test_arguments import LONE_SURROGATES, NO_INTEGERS, NO_TEXTS, TOO_WIDE, Flag, Text, refused

CASES = cases("diagnose")
OPTIONS = ("secret", "app_id", "user_id", "room_id", "stream_id", "publish", "profile", "now")
HAN = re.compile("[\u4e00-\u9fff]")
# Shorter ones may stand in a text by chance.
SHORTEST_SECRET = 16


def ask(case, **keywords):
    """The report on the token of a case, with all that the case knows beside it."""
    return diagnose(case["token"], **{name: case[name] for name in OPTIONS if name in case}, **keywords)


@pytest.mark.parametrize("case", CASES)
def test_vectors(case):
    report = ask(case)
    assert [(finding.id, finding.severity) for finding in report.findings] == [
        (expected["id"], expected["severity"]) for expected in case["findings"]
    ]
    assert report.ok is case["ok"]
    assert {finding.id: finding.client_codes for finding in report.findings if finding.client_codes} == case["codes"]
    if "claims" in case:
        expected = case["claims"]
        numbers = {name: int(expected[name]) for name in ("nonce", "ctime", "expire")}
        assert report.claims == Claims(**{**expected, **numbers})


@pytest.mark.parametrize("case", CASES)
def test_texts(case):
    english, chinese = ask(case, lang="en"), ask(case, lang="zh")
    assert english == ask(case)
    assert [finding.id for finding in english.findings] == [finding.id for finding in chinese.findings]
    for finding in english.findings:
        # An English text may quote an id in Chinese, but is not of it.
        assert finding.message[0].isascii()
        assert finding.fix[0].isascii()
    for finding in chinese.findings:
        assert HAN.search(finding.message)
        assert HAN.search(finding.fix)
    secret = case.get("secret", "").strip()
    if len(secret) >= SHORTEST_SECRET:
        for report in (english, chinese):
            assert secret not in repr(report) + str(report)


def test_the_constants_are_the_ids_that_occur():
    constants = {constant.name: constant.value for constant in FindingId}
    assert set(constants.values()) == {finding["id"] for case in CASES for finding in case.values[0]["findings"]}
    assert constants == {value.replace("-", "_").upper(): value for value in constants.values()}
    assert findings.FindingId is FindingId


def test_an_id_is_its_text():
    assert FindingId.JWT == "jwt"
    assert str(FindingId.JWT) == f"{FindingId.JWT}" == "jwt"
    assert FindingId("jwt") is FindingId.JWT
    assert json.loads(json.dumps({FindingId.JWT: FindingId.JWT})) == {"jwt": "jwt"}


def test_a_sound_token():
    report = diagnose(Issuer(APP_ID, SECRET, "gcm").issue("user1", 60), secret=SECRET, app_id=APP_ID, user_id="user1")
    assert (report.ok, report.findings, report.claims.user_id) == (True, [], "user1")
    report = diagnose(Issuer(APP_ID, SECRET).issue("user1", 60), secret=SECRET)
    assert [(finding.id, finding.severity) for finding in report.findings] == [(FindingId.UNAUTHENTICATED_CBC, "note")]


@pytest.mark.parametrize("text", ["", "\0", "04\0", "用户", "😀", *LONE_SURROGATES, "04" + "\ud800" * 40], ids=ascii)
def test_any_text_is_diagnosed(text):
    for secret in (None, SECRET, "", "short", SECRET * 2):
        report = diagnose(text, secret=secret)
        assert (report.ok, report.claims) == (False, None)
        for finding in report.findings:
            assert (finding.message + finding.fix).isprintable()
            finding.message.encode()


def test_half_a_surrogate_pair_in_a_good_token_is_damage():
    token = Issuer(APP_ID, SECRET).issue("user1", 60)
    damaged = token[:20] + "\ud800" + token[20:]
    report = diagnose(damaged, secret=SECRET)
    assert (report.ok, report.findings[0].id) == (False, FindingId.TRANSPORT_DAMAGE)
    assert report.claims == token04.Verifier(APP_ID, SECRET).verify(token)


@pytest.mark.parametrize("text", ["{", "#", "04", "A", "\ud800", "\\u", "%25", "04AAAA"])
def test_huge_texts(text):
    assert not diagnose(text * 200_000, secret=SECRET).ok


@pytest.mark.parametrize("bad", NO_TEXTS, ids=repr)
def test_no_string(bad):
    refused(901, diagnose, bad)
    refused(5, diagnose, "04", secret=bad)
    refused(3, diagnose, "04", user_id=bad)
    refused(102, diagnose, "04", room_id=bad)
    refused(102, diagnose, "04", stream_id=bad)


@pytest.mark.parametrize("text", LONE_SURROGATES, ids=ascii)
def test_lone_surrogates_beside_the_token(text):
    refused(5, diagnose, "04", secret=text)
    refused(3, diagnose, "04", user_id=text)
    refused(102, diagnose, "04", room_id=text)
    refused(102, diagnose, "04", stream_id=text)


@pytest.mark.parametrize(
    "app_id", [0, -1, 2**32, *(bad for bad in NO_INTEGERS if bad is not None), *TOO_WIDE], ids=repr
)
def test_app_id(app_id):
    refused(1, diagnose, "04", app_id=app_id)


def test_other_arguments():
    refused(901, diagnose, None)
    for flag in (None, 1, 0, "true"):
        refused(901, diagnose, "04", publish=flag)
    for now in (True, 1.5, "1", 2**64):
        refused(901, diagnose, "04", now=now)
    for bad in ("", "EN", "fr", 1, True, b"en", "\ud800", SECRET):
        assert str(refused(901, diagnose, "04", lang=bad)) == "lang must be one of en, zh"
        assert str(refused(901, diagnose, "04", profile=bad)) == "profile must be one of rtc, zim, kit, call"
    refused(1, diagnose, SECRET, app_id=SECRET)
    refused(901, diagnose, "04", now=SECRET)


def test_none_is_as_if_not_given():
    names = ("secret", "app_id", "user_id", "room_id", "stream_id", "profile", "lang")
    assert diagnose("04", **dict.fromkeys(names), now=1) == diagnose("04", now=1)


def test_what_is_derived_from_int_and_str_is_taken():
    token = Issuer(1, SECRET, "gcm").issue("user1", 60)
    report = diagnose(Text(token), secret=Text(SECRET), app_id=Flag.ONE, user_id=Text("user1"))
    assert isinstance(report, Report)
    assert report.findings == []


def test_wrong_calls_are_type_errors_as_everywhere():
    for call in [diagnose, lambda: diagnose("04", SECRET), lambda: diagnose("04", unknown=1)]:
        with pytest.raises(TypeError):
            call()
    with pytest.raises(TypeError):
        token04.Report(True, ["jwt"], None)
