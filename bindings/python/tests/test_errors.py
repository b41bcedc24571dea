"""The exceptions: one class per code of the core, under one base."""

import pickle

import pytest

import token04
from token04 import _native, errors

CODES = dict(_native.ERROR_CODES)
SUBCLASSES = [getattr(errors, name) for name in errors.__all__ if name != "Token04Error"]


def test_there_is_one_class_for_each_code_and_no_other():
    expected = {code: "".join(map(str.capitalize, name.split("_"))) + "Error" for code, name in CODES.items()}
    assert {error.code: error.__name__ for error in SUBCLASSES} == expected


def test_the_public_codes_are_as_documented():
    assert list(CODES) == [1, 3, 5, 6, 101, 102, 103, 104, 201, 202, 204, 205, 206, 207, 208, 901, 902, 903]


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
