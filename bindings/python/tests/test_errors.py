"""The exceptions: one class per code of the core, under one base."""

import pickle

import pytest

import token04
from token04 import errors

SUBCLASSES = [getattr(errors, name) for name in errors.__all__ if name != "Token04Error"]


@pytest.mark.parametrize("error", SUBCLASSES)
def test_each_class(error):
    assert issubclass(error, token04.Token04Error)
    assert issubclass(error, ValueError)
    assert getattr(token04, error.__name__) is error
    assert error.__doc__
    raised = error("why")
    copy = pickle.loads(pickle.dumps(raised))
    assert (type(copy), copy.code, str(copy)) == (error, raised.code, "why")


def test_a_failure_is_caught_by_its_class_its_base_and_as_a_value_error():
    for expected in (errors.InvalidAppIdError, token04.Token04Error, ValueError):
        with pytest.raises(expected):
            token04.Issuer(0, "")
