"""The vocabulary that every language shares: codes, modes, profiles, languages, severities and findings."""

import pytest

from token04 import FindingId, InvalidArgumentError, Issuer, _native, diagnose, errors

from conftest import APP_ID, SECRET, cases

ENTRIES = [case.values[0] for case in cases("vocabulary")]


def numbers(kind):
    return {entry["name"]: entry["number"] for entry in ENTRIES if entry["kind"] == kind}


def test_there_is_one_class_for_each_code_and_no_other():
    classes = [getattr(errors, name) for name in errors.__all__ if name != "Token04Error"]
    expected = {
        "".join(map(str.capitalize, name.split("_"))) + "Error": code for name, code in numbers("error").items()
    }
    assert {error.__name__: error.code for error in classes} == expected
    assert [(code, name) for name, code in numbers("error").items()] == _native.ERROR_CODES


def test_the_documentation_of_a_class_begins_with_the_description():
    for entry in ENTRIES:
        if entry["kind"] == "error":
            error = getattr(errors, "".join(map(str.capitalize, entry["name"].split("_"))) + "Error")
            head = entry["description"].split("; ")[0].removesuffix(".")
            assert error.__doc__.startswith(head)


def test_every_finding_has_a_constant():
    constants = {constant.name: constant.value for constant in FindingId}
    assert constants == {name.replace("-", "_").upper(): name for name in numbers("finding")}


def test_every_mode_profile_and_language_is_taken_by_its_name():
    for mode in numbers("mode"):
        assert Issuer(APP_ID, SECRET, mode=mode).mode == mode
    for profile in numbers("profile"):
        assert Issuer(APP_ID, SECRET, profile=profile).profile == profile
    for lang in numbers("language"):
        diagnose("", lang=lang)
    for keyword, kind in (("mode", "mode"), ("profile", "profile")):
        with pytest.raises(InvalidArgumentError, match=f"{keyword} must be one of {', '.join(numbers(kind))}"):
            Issuer(APP_ID, SECRET, **{keyword: "other"})


def test_every_severity_is_found():
    reports = [
        diagnose(case["token"], secret=case.get("secret")) for (case,) in (case.values for case in cases("diagnose"))
    ]
    assert {finding.severity for report in reports for finding in report.findings} == set(numbers("severity"))
