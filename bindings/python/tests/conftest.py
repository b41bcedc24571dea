"""What the tests share: where the vectors are, and that nothing is ever printed."""

import json
import os
import sys
from pathlib import Path

import pytest

VECTORS = Path(os.environ.get("TOKEN04_VECTORS", "vectors"))

APP_ID = 1234567890
SECRET = "0123456789abcdef0123456789ABCDEF"


def cases(name, keep=lambda case: True):
    """The cases of a vector file, each a pytest parameter under its id."""
    document = json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["id"]) for case in document["cases"] if keep(case)]


@pytest.fixture(autouse=True)
def nothing_is_printed(capfd):
    """Fails a test in which anything was written to standard output or error."""
    yield
    assert capfd.readouterr() == ("", ""), "something was printed"


def pytest_report_header():
    import token04

    return f"token04 {token04.__version__} from {Path(token04.__file__).parent}, Python {sys.version.split()[0]}"
