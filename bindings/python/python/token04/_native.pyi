"""The types of the native module. scripts/test.sh compares its documentation with that of the module."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final, Literal, Protocol, SupportsIndex, final, overload

__all__ = [
    "__version__",
    "ERROR_CODES",
    "Issuer",
    "Verifier",
    "RoomPrivilege",
    "Privilege",
    "Claims",
    "Header",
    "inspect",
    "Finding",
    "Report",
    "diagnose",
    "Explanation",
    "explain",
    "KitUser",
    "kit_encode",
    "kit_decode",
    "TokenInfo",
    "generate_token04",
]

# begin types of texts (written by scripts/vocabulary.py)
_Mode = Literal["cbc", "gcm"]
_Profile = Literal["rtc", "zim", "kit", "call"]
_Severity = Literal["error", "warning", "note"]
_Language = Literal["en", "zh"]
# end types of texts

class _Collection(Protocol):
    """A collection of strings, but not a string: a string can only be asked whether it contains a string."""

    def __iter__(self) -> Iterator[str]: ...
    def __contains__(self, item: object, /) -> bool: ...

_Texts = _Collection | Iterator[str]
_Seconds = SupportsIndex | timedelta

__version__: Final[str]
ERROR_CODES: Final[list[tuple[int, str]]]

@final
class Issuer:
    """Issues tokens for one app.

    An issuer holds the expanded key and can be shared between threads: create one and reuse it. It reads the secret
    once and never shows it. Closing the issuer, or the end of a `with` block, wipes the key from memory.

    Args:
        app_id: The AppID, 1 to 4294967295.
        secret: The ServerSecret, 32 characters.
        mode: "cbc", which every official decoder accepts, or "gcm", which also proves that nobody changed the
            token. Verifiers detect the mode.
        profile: "rtc" (Express), "zim" (In-app Chat), "kit" (UIKit for the web) or "call" (the call kits for
            mini-programs and apps): what that product's SDK would refuse becomes an error. With None, only what
            would make a broken token is refused.

    Raises:
        InvalidAppIdError, InvalidSecretError, InvalidArgumentError.

    Example:
        >>> issuer = Issuer(1234567890, "0123456789abcdef0123456789abcdef")
        >>> issuer.issue("user1", 3600).startswith("04")
        True
    """
    def __new__(
        cls,
        app_id: SupportsIndex,
        secret: str,
        mode: _Mode = "cbc",
        profile: _Profile | None = None,
    ) -> Issuer: ...
    @property
    def app_id(self) -> int:
        """The app that tokens are issued for."""
    @property
    def mode(self) -> _Mode:
        """How bodies are encrypted: "cbc" or "gcm"."""
    @property
    def profile(self) -> _Profile | None:
        """The product whose limits are errors: "rtc", "zim", "kit", "call" or None."""
    def issue(self, user_id: str, ttl: _Seconds, payload: str | None = "", *, now: SupportsIndex | None = None) -> str:
        """Issues a token: an identity token, or with a payload a privilege token.

        Args:
            user_id: The user who logs in.
            ttl: How long the token is valid: an integer of seconds, or a timedelta of whole seconds.
            payload: JSON text of the privilege form, as RoomPrivilege writes it; prefer issue_room. None is "".
            now: The time of issue in unix seconds, for tests. The default is the current time.

        Raises:
            InvalidUserIdError, InvalidTtlError, InvalidPayloadError, InvalidRoomError (with a profile),
            TooLongError, RandomUnavailableError, InvalidArgumentError.

        Example:
            >>> token = issuer.issue("user1", 3600)
            >>> token = issuer.issue("user1", timedelta(days=1))
        """
    def issue_many(
        self,
        user_ids: _Texts,
        ttl: _Seconds,
        payload: str | None = "",
        *,
        now: SupportsIndex | None = None,
    ) -> list[str]:
        """Issues a token for each of many users, in less time than single calls take in mode "cbc". Either all
        tokens are issued, or none.

        Args:
            user_ids: The users, an iterable of strings.
            ttl: How long the tokens are valid: an integer of seconds, or a timedelta of whole seconds.
            payload: The payload of every token. None is "".
            now: The time of issue in unix seconds, for tests. The default is the current time.

        Returns:
            list[str]: The tokens, in the order of the users.

        Raises:
            The same as issue. If it is about a user, the exception's index is that of the first such user.

        Example:
            >>> tokens = issuer.issue_many(["user1", "user2"], 3600)
        """
    @overload
    def issue_room(
        self, user_id: str, ttl: _Seconds, privilege: RoomPrivilege, *, now: SupportsIndex | None = None
    ) -> str:
        """Issues a privilege token, which limits room, rights and streams.

        ZEGO enforces privileges only in projects for which its support has enabled them.

        Args:
            user_id: The user who logs in.
            ttl: How long the token is valid: an integer of seconds, or a timedelta of whole seconds.
            privilege: A RoomPrivilege, or the id of the room, which room_id may also be.
            room_id, login, publish, streams: The limits, if privilege is not a RoomPrivilege, which documents them.
            now: The time of issue in unix seconds, for tests. The default is the current time.

        Raises:
            InvalidUserIdError, InvalidTtlError, InvalidRoomError, InvalidPayloadError (profile "zim"),
            TooLongError, RandomUnavailableError, InvalidArgumentError.

        Example:
            >>> limits = RoomPrivilege("room1", publish=True)
            >>> token = issuer.issue_room("user1", 3600, limits)
            >>> token = issuer.issue_room("user1", 3600, "room1", publish=True)
        """
    @overload
    def issue_room(
        self,
        user_id: str,
        ttl: _Seconds,
        privilege: str,
        *,
        login: bool = True,
        publish: bool = False,
        streams: _Texts | None = None,
        now: SupportsIndex | None = None,
    ) -> str: ...
    @overload
    def issue_room(
        self,
        user_id: str,
        ttl: _Seconds,
        *,
        room_id: str,
        login: bool = True,
        publish: bool = False,
        streams: _Texts | None = None,
        now: SupportsIndex | None = None,
    ) -> str: ...
    def kit_token(
        self,
        user_id: str,
        ttl: _Seconds,
        room_id: str,
        user_name: str | None = None,
        payload: str | None = "",
        *,
        now: SupportsIndex | None = None,
    ) -> str:
        """Issues a kit token, which UIKit for the web takes: a token followed by the room and the user. The limits of
        the profile "kit" apply, whichever profile the issuer has.

        Args:
            user_id: The user who logs in.
            ttl: How long the token is valid, 30 seconds to 24 days: an integer of seconds, or a timedelta.
            room_id: The room to join.
            user_name: The name that others see. The default is the user id.
            payload: The token's payload.
            now: The time of issue in unix seconds, for tests. The default is the current time.

        Raises:
            The same as issue_room.

        Example:
            >>> kit_token = issuer.kit_token("user1", 3600, "room1", "Alice")
        """
    def close(self) -> None:
        """Wipes the key from memory. Every later call raises InvalidArgumentError, except this one."""
    def __enter__(self) -> Issuer: ...
    def __exit__(self, *_exception: object) -> None: ...
    def __copy__(self) -> Issuer: ...
    def __deepcopy__(self, _memo: object, /) -> Issuer: ...

@final
class Verifier:
    """Opens and checks the tokens of one app.

    A verifier holds the expanded keys and can be shared between threads: create one and reuse it. Closing the
    verifier, or the end of a `with` block, wipes the keys from memory.

    CBC tokens are not authenticated. A token that opens and passes the checks was very likely issued with the secret,
    but single bytes may have been changed without detection. Rely on the claims of a CBC token only if it
    came straight from you.

    Args:
        app_id: The AppID, 1 to 4294967295.
        secret: The ServerSecret, 32 characters.
        previous_secret: The secret that was in use before, while it is being replaced: its tokens are accepted too.
        leeway: How long after its expiry a token is still accepted, to allow for clock differences: an integer of
            seconds, or a timedelta.

    Raises:
        InvalidAppIdError, InvalidSecretError, InvalidArgumentError.

    Example:
        >>> verifier = Verifier(1234567890, "0123456789abcdef0123456789abcdef")
        >>> verifier.verify(token, user_id="user1").user_id
        'user1'
    """
    def __new__(
        cls,
        app_id: SupportsIndex,
        secret: str,
        *,
        previous_secret: str | None = None,
        leeway: _Seconds = 0,
    ) -> Verifier: ...
    @property
    def app_id(self) -> int:
        """The app whose tokens are checked."""
    @property
    def leeway(self) -> int:
        """How long after its expiry a token is still accepted, in seconds."""
    def verify(
        self,
        token: str,
        *,
        user_id: str | None = None,
        room_id: str | None = None,
        stream_id: str | None = None,
        publish: bool = False,
        require_privilege: bool = False,
        now: SupportsIndex | None = None,
    ) -> Claims:
        """Opens a token, or a kit token, and checks it against what a login expects.

        An identity token has no limits, and therefore satisfies every room_id, stream_id and publish. To guard a room,
        pass require_privilege=True.

        Args:
            token: The token. Of a kit token, the part before # is checked.
            user_id: The user that the token must be for; None accepts any.
            room_id: The room that the token must allow; None does not check it.
            stream_id: The stream that the token must allow; None does not check it.
            publish: Whether the token must allow publishing.
            require_privilege: Whether an identity token is refused.
            now: The time to check against, in unix seconds. The default is the current time.

        Raises:
            The first that applies, in this order: MalformedError, UndecipherableError, WrongAppIdError,
            ExpireMismatchError, ExpiredError, WrongUserIdError, NotPermittedError. Before any of these,
            InvalidArgumentError if an argument has another type.
        """
    def close(self) -> None:
        """Wipes the keys from memory. Every later call raises InvalidArgumentError, except this one."""
    def __enter__(self) -> Verifier: ...
    def __exit__(self, *_exception: object) -> None: ...
    def __copy__(self) -> Verifier: ...
    def __deepcopy__(self, _memo: object, /) -> Verifier: ...

def inspect(token: str, *, now: SupportsIndex | None = None) -> Header:
    """Reads what a token, or a kit token, shows without the secret.

    Args:
        token: The token. Of a kit token, the part before # is read.
        now: The time at which the token may have expired, in unix seconds. The default is the current time.

    Raises:
        MalformedError, InvalidArgumentError.

    Example:
        >>> inspect(token).mode
        'cbc'
    """

@final
class RoomPrivilege:
    """The limits for a token to be issued.

    By default, logging in is allowed, publishing is denied, and any stream is allowed. Ids are checked when the token
    is issued.

    Args:
        room_id: The only room that the token allows.
        login: Whether the user may log in to the room.
        publish: Whether the user may publish a stream.
        streams: The ids of the only streams that the token allows; None allows any. An empty list is refused,
            because ZEGO's documents disagree whether it means no stream or any.

    Raises:
        InvalidRoomError, InvalidArgumentError.

    Example:
        >>> RoomPrivilege("room1", publish=True, streams=["s1"]).payload()
        '{"room_id":"room1","privilege":{"1":1,"2":1},"stream_id_list":["s1"]}'
    """
    def __new__(
        cls,
        room_id: str,
        *,
        login: bool = True,
        publish: bool = False,
        streams: _Texts | None = None,
    ) -> RoomPrivilege: ...
    @property
    def room_id(self) -> str:
        """The only room that the token allows."""
    @property
    def login(self) -> bool:
        """Whether the user may log in to the room."""
    @property
    def publish(self) -> bool:
        """Whether the user may publish a stream."""
    @property
    def streams(self) -> list[str] | None:
        """The ids of the only streams that the token allows; None allows any."""
    def payload(self) -> str:
        """The limits as the JSON text that a token carries as its payload.

        Raises:
            InvalidRoomError: The room id, a stream id or the list of streams is empty.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]: ...

@final
class Privilege:
    """The limits that a token carries, as read from its payload.

    Example:
        >>> verifier.verify(token).privilege
        Privilege(room_id='room1', login=True, publish=False, streams=None)
    """
    def __new__(
        cls,
        room_id: str,
        login: bool | None,
        publish: bool | None,
        streams: list[str] | None,
    ) -> Privilege: ...
    @property
    def room_id(self) -> str:
        """The only room that the token allows; an empty one means any."""
    @property
    def login(self) -> bool | None:
        """Whether logging in is allowed; None if the token does not say, which denies it."""
    @property
    def publish(self) -> bool | None:
        """Whether publishing is allowed; None if the token does not say, which denies it."""
    @property
    def streams(self) -> list[str] | None:
        """The ids of the only streams that the token allows; None and an empty list mean any."""
    def to_dict(self) -> dict[str, Any]:
        """The limits as a dict for JSON, as in the claims of `token04 verify --json`."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[str, bool | None, bool | None, list[str] | None]: ...

@final
class Claims:
    """The claims of a token: every field of its body.

    Example:
        >>> claims = verifier.verify(token)
        >>> claims.user_id, claims.expires_at - claims.created_at
        ('user1', datetime.timedelta(seconds=3600))
    """
    def __new__(
        cls,
        app_id: int,
        user_id: str,
        nonce: int,
        ctime: int,
        expire: int,
        payload: str,
    ) -> Claims: ...
    @property
    def app_id(self) -> int:
        """The app that the token is for."""
    @property
    def user_id(self) -> str:
        """The user that the token is for."""
    @property
    def nonce(self) -> int:
        """A random number that distinguishes tokens issued in the same second."""
    @property
    def ctime(self) -> int:
        """The time of issue, in unix seconds."""
    @property
    def expire(self) -> int:
        """The expiry time, in unix seconds."""
    @property
    def payload(self) -> str:
        """The payload: empty in an identity token, JSON text in a privilege token."""
    @property
    def created_at(self) -> datetime:
        """The time of issue, as a datetime in UTC. Raises OverflowError outside the years 1 to 9999."""
    @property
    def expires_at(self) -> datetime:
        """The expiry time, as a datetime in UTC. Raises OverflowError outside the years 1 to 9999."""
    @property
    def privilege(self) -> Privilege | None:
        """The payload as privileges, or None if it is empty or does not have the privilege form."""
    def to_dict(self) -> dict[str, Any]:
        """The claims as a dict for JSON, in the shape that `token04 verify --json` prints. Times are unix seconds."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[int, str, int, int, int, str]: ...

@final
class Header:
    """What everybody can read in a token without the secret. None of it is authenticated: only a Verifier can decide
    whether the token is genuine.
    """
    def __new__(
        cls,
        version: str,
        mode: _Mode,
        expire: int,
        expired: bool,
        iv_bytes: int,
        ciphertext_bytes: int,
    ) -> Header: ...
    @property
    def version(self) -> str:
        """The version of the format, always "04"."""
    @property
    def mode(self) -> _Mode:
        """How the body is encrypted: "cbc" or "gcm"."""
    @property
    def expire(self) -> int:
        """The expiry time in the envelope, in unix seconds."""
    @property
    def expired(self) -> bool:
        """Whether the token had expired at the time given to inspect, or when it was called."""
    @property
    def iv_bytes(self) -> int:
        """The length of the initialization vector, in bytes."""
    @property
    def ciphertext_bytes(self) -> int:
        """The length of the ciphertext, in bytes."""
    @property
    def expires_at(self) -> datetime:
        """The expiry time in the envelope, as a datetime in UTC. Raises OverflowError outside the years 1 to 9999."""
    def to_dict(self) -> dict[str, Any]:
        """The header as a dict for JSON, in the shape that `token04 inspect --json` prints: `expires_at` is in unix
        seconds.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[str, str, int, bool, int, int]: ...

@final
class Finding:
    """One finding in a token.

    Example:
        >>> for finding in diagnose(token, secret=secret).findings:
        ...     print(finding.severity, finding.id, finding.message, finding.fix)
    """
    def __new__(
        cls,
        id: str,
        severity: _Severity,
        message: str,
        fix: str,
        client_codes: list[int],
    ) -> Finding: ...
    @property
    def id(self) -> str:
        """What was found: one of the ids in FindingId."""
    @property
    def severity(self) -> _Severity:
        """How severe it is: "error", the token is refused or must be replaced; "warning", it may be refused, or
        does less or more than intended; or "note", for information.
        """
    @property
    def message(self) -> str:
        """What is wrong, with the values of this token, but never the secret."""
    @property
    def fix(self) -> str:
        """How to fix it."""
    @property
    def client_codes(self) -> list[int]:
        """The error codes that ZEGO's client SDKs may show for it. The service's actual answers were not observed."""
    def to_dict(self) -> dict[str, Any]:
        """The finding as a dict for JSON, in the shape that `token04 diagnose --json` prints."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[str, str, str, str, list[int]]: ...

@final
class Report:
    """The result of a diagnosis: what is wrong with a token, if anything.

    Example:
        >>> report = diagnose(token, secret=secret)
        >>> report.ok, [finding.id for finding in report.findings]
        (False, ['key-hex-decoded'])
    """
    def __new__(cls, ok: bool, findings: list[Finding], claims: Claims | None) -> Report: ...
    @property
    def ok(self) -> bool:
        """Whether no finding is an error."""
    @property
    def findings(self) -> list[Finding]:
        """The findings, the most urgent first; each id at most once. A sound token in mode CBC has a note."""
    @property
    def claims(self) -> Claims | None:
        """The claims, if the token could be opened and read with any key or layout, or else None. A value that
        contains the secret is replaced by "[redacted]".
        """
    def to_dict(self) -> dict[str, Any]:
        """The report as a dict for JSON, in the shape that `token04 diagnose --json` prints."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[bool, list[Finding], Claims | None]: ...

def diagnose(
    token: str,
    *,
    secret: str | None = None,
    app_id: SupportsIndex | None = None,
    user_id: str | None = None,
    room_id: str | None = None,
    stream_id: str | None = None,
    publish: bool = False,
    profile: _Profile | None = None,
    code: SupportsIndex | None = None,
    lang: _Language = "en",
    now: SupportsIndex | None = None,
) -> Report:
    """Reports why a token is refused, and how to fix it.

    It takes any text, and finds the mistakes of hand-written generators: in keys, layouts, modes and claims. Everything
    except the token is optional; the more you pass, the more it can find.

    Args:
        token: Any text that is meant as a token or a kit token.
        secret: The ServerSecret that the token should have been issued with, of any length: a wrong one may be the
            mistake. Nothing in the report shows it.
        app_id: The app of the client.
        user_id: The user who logs in.
        room_id: The room that the user logs in to.
        stream_id: The stream to publish or play.
        publish: Whether the user wants to publish.
        profile: The product that the token is for: "rtc", "zim", "kit" or "call". With None, only what applies to all
            of them is an error.
        code: The error code that the client saw: the findings that can cause it come first.
        lang: The language of messages and fixes: "en", or "zh" for Simplified Chinese.
        now: The time to check against, in unix seconds. The default is the current time.

    Raises:
        InvalidArgumentError: The token is not a string, or another argument is invalid.
        InvalidSecretError, InvalidAppIdError, InvalidUserIdError, InvalidRoomError: That argument has another
        type, is not valid Unicode, or is an app id out of range. The contents of the token never raise.

    Example:
        >>> report = diagnose(token, secret="0123456789abcdef0123456789abcdef", user_id="user1")
        >>> report.findings[0].id == FindingId.KEY_HEX_DECODED
        True
    """

@final
class Explanation:
    """What an error code of ZEGO's SDKs or Server API means for a token, and how to find its cause. As a string, it is
    the whole text, as `token04 explain` prints it.

    Example:
        >>> explain(50119).causes[0] == FindingId.JWT
        True
    """
    @property
    def code(self) -> int:
        """The code."""
    @property
    def known(self) -> bool:
        """Whether the code is known."""
    @property
    def product(self) -> str:
        """The product that shows it; empty if the code is unknown."""
    @property
    def meaning(self) -> str:
        """What it means."""
    @property
    def causes(self) -> list[str]:
        """The ids of the findings that can cause it, as in FindingId, the most frequent first. The service's actual
        answers were not observed.
        """
    @property
    def checks(self) -> list[str]:
        """What to check, in this order."""
    @property
    def next(self) -> str:
        """How to go on."""
    @property
    def undocumented(self) -> str | None:
        """What ZEGO's documents do not say about the code, or None."""
    @property
    def near(self) -> list[int]:
        """For an unknown code: the known codes that look like it, the most similar first."""
    def to_dict(self) -> dict[str, Any]:
        """The explanation as a dict for JSON, in the shape that `token04 explain --json` prints."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

def explain(code: SupportsIndex, lang: _Language = "en") -> Explanation:
    """Explains an error code of ZEGO's SDKs or Server API. It knows the codes about tokens, and those that are often
    mistaken for them.

    Args:
        code: The code, an integer.
        lang: The language of the texts: "en", or "zh" for Simplified Chinese.

    Raises:
        InvalidArgumentError: The code is not an integer, or the language is unknown. An unknown code does not raise.

    Example:
        >>> print(explain(50119))
    """

@final
class KitUser:
    """The room and the user after the # of a kit token.

    Args:
        app_id: The app; the same as in the token.
        user_id: The user; the same as in the token.
        room_id: The room to join.
        user_name: The name that others see. The default is the user id.

    Raises:
        InvalidAppIdError, InvalidUserIdError, InvalidRoomError, InvalidArgumentError.
    """
    def __new__(cls, app_id: SupportsIndex, user_id: str, room_id: str, user_name: str | None = None) -> KitUser: ...
    @property
    def app_id(self) -> int:
        """The app; the same as in the token."""
    @property
    def user_id(self) -> str:
        """The user; the same as in the token."""
    @property
    def room_id(self) -> str:
        """The room to join."""
    @property
    def user_name(self) -> str:
        """The name that others see."""
    def to_dict(self) -> dict[str, Any]:
        """The fields as a dict for JSON."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[int, str, str, str]: ...

def kit_encode(token: str, user: KitUser) -> str:
    """Appends room and user to a token, within the limits of the profile "kit".

    Args:
        token: The token, which must not be a kit token already.
        user: The room and the user.

    Raises:
        MalformedError, InvalidUserIdError, InvalidRoomError, InvalidArgumentError.

    Example:
        >>> kit_token = kit.encode(token, kit.KitUser(1234567890, "user1", "room1", "Alice"))
    """

def kit_decode(kit_token: str) -> tuple[str, KitUser]:
    """Splits a kit token into the token and the room and user after its #.

    Raises:
        MalformedError: One of the parts is not as the kit reads it.
        InvalidArgumentError: The token is not a string.

    Example:
        >>> token, user = kit.decode(kit_token)
        >>> user.user_name
        'Alice'
    """

@final
class TokenInfo:
    """The result of generate_token04."""
    def __new__(cls, token: str, error_code: int, error_message: str) -> TokenInfo: ...
    token: str
    error_code: int
    error_message: str
    def __getnewargs__(self) -> tuple[str, int, str]: ...

def generate_token04(
    app_id: int,
    user_id: str,
    secret: str,
    effective_time_in_seconds: int,
    payload: str | None = "",
) -> TokenInfo:
    """Issues a token like the official function of this name. Invalid arguments never raise: the result reports them.

    To issue more than one token, use an Issuer, which expands the key once.

    Args:
        app_id: The AppID, an int.
        user_id: The user who logs in.
        secret: The ServerSecret, 32 characters.
        effective_time_in_seconds: How long the token is valid, an int.
        payload: JSON text of the privilege form, or "". None is "".

    Returns:
        TokenInfo: The token if error_code is 0, or else the reason why there is none.

    Example:
        >>> info = generate_token04(1234567890, "user1", "0123456789abcdef0123456789abcdef", 3600, "")
        >>> info.error_code, info.error_message
        (0, 'success')
    """
