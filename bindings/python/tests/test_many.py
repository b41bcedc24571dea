"""Many tokens in one call: all or none, with the index of the first bad user."""

import pickle

import pytest

import token04
from token04 import Issuer, Token04Error, Verifier, inspect

from conftest import APP_ID, SECRET
from test_arguments import refused

USERS = [f"user{number}" for number in range(100)] + ["用户", "é"]


@pytest.fixture
def issuer():
    return Issuer(APP_ID, SECRET)


@pytest.mark.parametrize("mode", ["cbc", "gcm"])
def test_one_token_per_user_in_their_order(mode):
    tokens = Issuer(APP_ID, SECRET, mode).issue_many(USERS, 60, "p", now=1000)
    assert [inspect(token).mode for token in tokens] == [mode] * len(USERS)
    claims = [Verifier(APP_ID, SECRET).verify(token, now=1000) for token in tokens]
    assert [claim.user_id for claim in claims] == USERS
    assert {(claim.ctime, claim.expire, claim.payload) for claim in claims} == {(1000, 1060, "p")}
    assert len({claim.nonce for claim in claims}) > 1
    assert len(set(tokens)) == len(USERS)


def test_users_may_be_any_iterable(issuer):
    for users in (tuple(USERS), iter(USERS), dict.fromkeys(USERS), (user for user in USERS)):
        assert len(issuer.issue_many(users, 60)) == len(USERS)
    assert issuer.issue_many([], 60) == issuer.issue_many([], 60, None) == []


@pytest.mark.parametrize(("bad", "code"), [("", 3), (1, 3), (b"user", 3), ("\ud800", 3), (None, 901)], ids=ascii)
def test_the_first_bad_user_is_reported(issuer, bad, code):
    error = refused(code, issuer.issue_many, ["user1", "user2", bad, "", bad], 0, 1)
    assert (error.index, str(error)[:13]) == (2, "user_ids[2]: ")
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), copy.index, str(copy)) == (type(error), 2, str(error))


def test_what_all_users_share_has_no_index(issuer):
    assert refused(6, issuer.issue_many, USERS, 0, 1).index is None
    assert refused(104, issuer.issue_many, USERS, 60, 1).index is None
    assert refused(901, issuer.issue_many, USERS, 60, now=1.5).index is None
    assert refused(6, issuer.issue, "user1", 0).index is None
    assert refused(3, Issuer(APP_ID, SECRET, profile="rtc").issue_many, ["user1", "user 2"], 60).index == 1
    assert refused(101, issuer.issue_many, ["user1", "x" * 70_000], 60).index == 1


@pytest.mark.parametrize("bad", ["user1", None, 1, b"".join, Token04Error], ids=repr)
def test_what_is_not_a_list(issuer, bad):
    assert str(refused(901, issuer.issue_many, bad, 60)).startswith("user_ids must be a list of user ids, got ")


def test_what_an_iterator_raises_is_raised(issuer):
    def broken():
        yield "user1"
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        issuer.issue_many(broken(), 60)


def test_a_closed_issuer(issuer):
    issuer.close()
    with pytest.raises(token04.InvalidArgumentError, match="the issuer is closed"):
        issuer.issue_many(USERS, 60)
