"""What issuers and verifiers hold: closing, copies, weak references and stand-ins for tests."""

import copy
import gc
import pickle
import threading
import weakref
from unittest import mock

import pytest

from token04 import InvalidArgumentError, Issuer, Token04Error, Verifier

from conftest import APP_ID, SECRET

OTHER_SECRET = SECRET[::-1]


def issuer_and_call():
    issuer = Issuer(APP_ID, SECRET)
    return issuer, lambda: issuer.issue("user1", 60)


def verifier_and_call():
    verifier, token = Verifier(APP_ID, SECRET, previous_secret=OTHER_SECRET), Issuer(APP_ID, SECRET).issue("user1", 60)
    return verifier, lambda: verifier.verify(token)


BOTH = pytest.mark.parametrize("make", [issuer_and_call, verifier_and_call])


@BOTH
def test_close_is_idempotent_and_ends_all_calls(make):
    holder, call = make()
    call()
    holder.close()
    holder.close()
    with pytest.raises(InvalidArgumentError, match=f"the {type(holder).__name__.lower()} is closed"):
        call()
    assert (holder.app_id, SECRET in repr(holder)) == (APP_ID, False)


def test_every_method_of_a_closed_issuer_says_so():
    issuer = Issuer(APP_ID, SECRET)
    issuer.close()
    for call in (
        lambda: issuer.issue("user1", 60),
        lambda: issuer.issue_room("user1", 60, "room1"),
        lambda: issuer.kit_token("user1", 60, "room1"),
    ):
        with pytest.raises(InvalidArgumentError, match="the issuer is closed"):
            call()


@BOTH
def test_with_closes_also_after_an_exception(make):
    holder, call = make()
    with holder as entered:
        assert entered is holder
        call()
    with pytest.raises(InvalidArgumentError, match="closed"):
        call()
    holder, call = make()
    with pytest.raises(KeyError), holder:
        raise KeyError
    with pytest.raises(InvalidArgumentError, match="closed"):
        call()


@BOTH
def test_threads_see_a_whole_holder_or_a_closed_one(make):
    holder, call = make()
    start, outcomes = threading.Barrier(9), []

    def work():
        start.wait()
        try:
            for _ in range(2000):
                call()
        except Token04Error as error:
            outcomes.append(error.code)
        else:
            outcomes.append(0)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    start.wait()
    holder.close()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 8
    assert set(outcomes) <= {0, 901}
    with pytest.raises(InvalidArgumentError, match="closed"):
        call()


@BOTH
def test_a_copy_is_the_same_holder_and_no_pickle_leaves(make):
    holder, call = make()
    settings = {"nested": [holder]}
    assert copy.copy(holder) is holder
    assert copy.deepcopy(settings)["nested"][0] is holder
    with pytest.raises(TypeError):
        pickle.dumps(holder)


@BOTH
def test_weak_references(make):
    holder, call = make()
    reference = weakref.ref(holder)
    assert reference() is holder
    del holder, call
    gc.collect()
    assert reference() is None


def test_stand_ins():
    issuer = Issuer(APP_ID, SECRET)
    with mock.patch.object(Issuer, "issue", return_value="04fake") as issue:
        assert issuer.issue("user1", 60) == "04fake"
        issue.assert_called_once_with("user1", 60)
    assert issuer.issue("user1", 60) != "04fake"
    double = mock.create_autospec(Verifier, instance=True)
    double.verify.return_value = "claims"
    assert double.verify("04", user_id="user1") == "claims"
    assert isinstance(double, Verifier)
