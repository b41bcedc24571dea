"""Explanations of ZEGO's error codes."""

import copy
import pickle

import pytest

from token04 import Explanation, FindingId, diagnose, explain

from test_arguments import NO_INTEGERS, TOO_WIDE, Index, refused


def test_a_known_code():
    explanation = explain(50119)
    assert (explanation.code, explanation.known, explanation.near) == (50119, True, [])
    assert explanation.causes[0] == FindingId.JWT
    assert set(explanation.causes) <= set(FindingId)
    assert explanation.checks
    assert str(explanation).startswith("50119")
    assert explanation.meaning in str(explanation)


def test_an_unknown_code():
    explanation = explain(50118)
    assert (explanation.known, explanation.product, explanation.causes) == (False, "", [])
    assert 50119 in explanation.near
    assert not explain(-(2**63)).known


def test_languages():
    english, chinese = explain(50119), explain(50119, "zh")
    assert english == explain(50119, lang="en")
    assert english != chinese
    assert english.causes == chinese.causes
    assert not chinese.meaning.isascii()
    refused(901, explain, 50119, "fr")


@pytest.mark.parametrize("explanation", [explain(50119), explain(1, "zh")])
def test_an_explanation_is_a_value(explanation):
    for same in (copy.copy(explanation), copy.deepcopy(explanation), pickle.loads(pickle.dumps(explanation))):
        assert (same, hash(same), str(same)) == (explanation, hash(explanation), str(explanation))
    assert repr(explanation).startswith(f"Explanation(code={explanation.code}, known=")
    with pytest.raises(TypeError):
        Explanation()
    with pytest.raises(AttributeError):
        explanation.code = 1


@pytest.mark.parametrize("code", [*NO_INTEGERS, *TOO_WIDE], ids=repr)
def test_what_is_not_a_code(code):
    refused(901, explain, code)
    if code is not None:
        refused(901, diagnose, "04", code=code)


def test_a_code_may_be_any_integer():
    assert explain(Index(50119)) == explain(50119)


def test_the_code_that_the_client_saw_orders_a_diagnosis():
    findings = diagnose('"x', code=50119).findings
    assert findings
    assert diagnose('"x').ok is diagnose('"x', code=50119).ok
