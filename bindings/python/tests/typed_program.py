"""Uses every public name with its types: mypy --strict takes it, and it runs."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

import token04
from token04 import (
    Claims,
    ExpiredError,
    Explanation,
    Finding,
    FindingId,
    Header,
    Issuer,
    Privilege,
    Report,
    RoomPrivilege,
    Token04Error,
    Verifier,
    diagnose,
    explain,
    inspect,
    kit,
)
from token04 import token04 as official

SECRET = "0123456789abcdef0123456789ABCDEF"


def issue() -> list[str]:
    issuer = Issuer(1234567890, SECRET, mode="gcm", profile="rtc")
    assert (issuer.app_id, issuer.mode, issuer.profile) == (1234567890, "gcm", "rtc")
    privilege = RoomPrivilege("room1", login=True, publish=False, streams=("s1", "s2"))
    streams: list[str] | None = privilege.streams
    assert streams == ["s1", "s2"]
    assert (privilege.room_id, privilege.login, privilege.publish) == ("room1", True, False)
    payload: str = privilege.payload()
    return [
        issuer.issue("user1", 3600),
        issuer.issue("user1", timedelta(days=1), payload, now=int(time.time())),
        *issuer.issue_many(("user1" for _ in range(2)), 3600, payload),
        issuer.issue_room("user1", 3600, privilege),
        issuer.issue_room("user1", timedelta(hours=1), "room1", publish=True, streams=iter(["s1"])),
        issuer.issue_room("user1", 3600, room_id="room1", login=True, streams={"s1": 1}),
        issuer.kit_token("user1", 3600, "room1", user_name="Alice", payload=payload),
    ]


def read(token: str) -> Claims:
    verifier = Verifier(1234567890, SECRET, previous_secret=None, leeway=timedelta(seconds=5))
    assert (verifier.app_id, verifier.leeway) == (1234567890, 5)
    header: Header = inspect(token)
    assert (header.version, header.mode, header.expired) == ("04", "gcm", False)
    lengths: int = header.iv_bytes + header.ciphertext_bytes
    expires_at: datetime = header.expires_at
    assert (lengths > 0, expires_at.timestamp()) == (True, header.expire)
    try:
        verifier.verify(token, now=header.expire + 5)
    except ExpiredError as error:
        code: int = error.code
        assert code == 204
    except Token04Error:
        raise
    with Verifier(1234567890, SECRET) as short_lived:
        short_lived.verify(token, require_privilege=False)
    verifier_of_one_call: Verifier = Verifier(1234567890, SECRET)
    verifier_of_one_call.close()
    return verifier.verify(token, user_id="user1", room_id="room1", stream_id="s1", publish=False)


def show(claims: Claims) -> tuple[int, str, int, int, int, str]:
    privilege: Privilege | None = claims.privilege
    if privilege is not None:
        login: bool | None = privilege.login
        assert (privilege.room_id, login, privilege.streams) is not None
        assert privilege.to_dict()["streams"] == privilege.streams
    valid_for: timedelta = claims.expires_at - claims.created_at
    fields: dict[str, object] = claims.to_dict()
    assert (valid_for.days >= 0, fields["ctime"]) == (True, claims.ctime)
    return claims.app_id, claims.user_id, claims.nonce, claims.ctime, claims.expire, claims.payload


def explain_token(token: str) -> list[str]:
    report: Report = diagnose(
        token,
        secret=SECRET,
        app_id=1234567890,
        user_id="user1",
        room_id="room1",
        stream_id="s1",
        publish=False,
        profile="rtc",
        code=1001005,
        lang="zh",
        now=None,
    )
    ok: bool = report.ok
    claims: Claims | None = report.claims
    assert (ok, claims is None) == (True, False)
    assert diagnose(token, user_id="user2", secret=SECRET).findings[0].id == FindingId.USER_ID_MISMATCH
    return [show_finding(finding) for finding in report.findings]


def show_finding(finding: Finding) -> str:
    codes: list[int] = finding.client_codes
    worst: bool = finding.severity == "error"
    return f"{finding.id} {worst} {finding.message} {finding.fix} {codes}"


def explain_code() -> str:
    explanation: Explanation = explain(50119, lang="en")
    causes: list[str] = explanation.causes
    undocumented: str | None = explanation.undocumented
    assert (FindingId.JWT in causes, explanation.known, explanation.near) == (True, True, [])
    return f"{explanation.code} {explanation.product} {explanation.meaning} {explanation.checks} {undocumented}"


def use_kit(token: str) -> str:
    user = kit.KitUser(1234567890, "user1", "room1", user_name="Alice")
    kit_token: str = kit.encode(token, user)
    first, again = kit.decode(kit_token)
    assert (first, again.app_id, again.user_id, again.room_id, again.user_name) == (
        token,
        1234567890,
        "user1",
        "room1",
        "Alice",
    )
    return kit_token


def move_over() -> str:
    info: official.TokenInfo = official.generate_token04(1234567890, "user1", SECRET, 3600, "")
    code: int = info.error_code
    message: str = info.error_message
    assert (code, message) == (official.ERROR_CODE_SUCCESS, "success")
    return info.token


if __name__ == "__main__":
    assert isinstance(token04.__version__, str)
    for made in issue():
        assert len(show(read(made))) == 6
        assert explain_token(made.partition("#")[0]) == []
    explain_code()
    assert len({finding_id.value for finding_id in FindingId}) == len(FindingId)
    use_kit(issue()[0])
    move_over()
