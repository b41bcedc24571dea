"""The types of the native module; what each thing does is told by its own documentation, help(token04.Issuer)."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final, Literal, final, overload

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

__version__: Final[str]
ERROR_CODES: Final[list[tuple[int, str]]]

@final
class Issuer:
    """Makes tokens for one app.

    It holds the expanded key and can be shared between threads: make one and keep it. The secret is read
    once, never shown, and its key is wiped from memory with the issuer.

    Args:
        app_id: the AppID, 1 to 4294967295.
        secret: the ServerSecret, 32 characters.
        mode: "cbc", which every official reader takes, or "gcm", which also proves that nobody changed the
            token. Readers take both without being told.
        profile: "rtc" (Express), "zim" (In-app Chat), "kit" (UIKit for the web) or "call" (the call kits for
            mini-programs and apps): what that product's SDK would refuse becomes an error here. With None, only what would make a broken token is refused.

    Raises:
        InvalidAppIdError, InvalidSecretError, InvalidArgumentError.

    Example:
        >>> issuer = Issuer(1234567890, "0123456789abcdef0123456789abcdef")
        >>> issuer.issue("user1", 3600).startswith("04")
        True
    """
    def __new__(
        cls,
        app_id: int,
        secret: str,
        mode: _Mode = "cbc",
        profile: _Profile | None = None,
    ) -> Issuer: ...
    @property
    def app_id(self) -> int:
        """The app that tokens are made for."""
    @property
    def mode(self) -> _Mode:
        """How bodies are encrypted: "cbc" or "gcm"."""
    @property
    def profile(self) -> _Profile | None:
        """The product whose limits are errors: "rtc", "zim", "kit", "call" or None."""
    def issue(self, user_id: str, ttl: int | timedelta, payload: str | None = "") -> str:
        """Makes a token: an identity token, or with a payload a privilege token.

        Args:
            user_id: the user who logs in.
            ttl: how long the token is good: seconds as an int, or a timedelta of whole seconds.
            payload: JSON text of the privilege form, as RoomPrivilege writes it; prefer issue_room. None is "".

        Raises:
            InvalidUserIdError, InvalidTtlError, InvalidPayloadError, InvalidRoomError (with a profile),
            TooLongError, RandomUnavailableError, InvalidArgumentError.

        Example:
            >>> token = issuer.issue("user1", 3600)
            >>> token = issuer.issue("user1", timedelta(days=1))
        """
    @overload
    def issue_room(self, user_id: str, ttl: int | timedelta, privilege: RoomPrivilege) -> str:
        """Makes a privilege token, which limits room, rights and streams.

        ZEGO enforces privileges only for projects where its support has switched them on.

        Args:
            user_id: the user who logs in.
            ttl: how long the token is good: seconds as an int, or a timedelta of whole seconds.
            privilege: a RoomPrivilege, or what makes one: the room's id, and login, publish and streams by
                name.

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
        ttl: int | timedelta,
        privilege: str,
        *,
        login: bool = True,
        publish: bool = False,
        streams: Iterable[str] | None = None,
    ) -> str: ...
    @overload
    def issue_room(
        self,
        user_id: str,
        ttl: int | timedelta,
        *,
        room_id: str,
        login: bool = True,
        publish: bool = False,
        streams: Iterable[str] | None = None,
    ) -> str: ...
    def kit_token(
        self,
        user_id: str,
        ttl: int | timedelta,
        room_id: str,
        user_name: str | None = None,
        payload: str | None = "",
    ) -> str:
        """Makes a kit token, which UIKit for the web takes: a token with the room and the user behind it. The
        limits of the profile "kit" hold, whichever profile the issuer has.

        Args:
            user_id: the user who logs in.
            ttl: how long the token is good, 30 seconds to 24 days: seconds as an int, or a timedelta.
            room_id: the room to join.
            user_name: the name that others see; the user id unless given.
            payload: the token's payload.

        Raises:
            As issue_room.

        Example:
            >>> kit_token = issuer.kit_token("user1", 3600, "room1", "Alice")
        """

@final
class Verifier:
    """Opens tokens of one app and checks them.

    It holds the expanded keys and can be shared between threads: make one and keep it. A CBC token has no
    authentication: what opens and checks well was most likely made with the secret, but whoever changed single
    bytes of it may go unnoticed. Rely on the claims of GCM tokens only.

    Args:
        app_id: the AppID, 1 to 4294967295.
        secret: the ServerSecret, 32 characters.
        previous_secret: the secret that was in use before, while one is being replaced: its tokens are good too.
        leeway: how long after its end a token still is good, for clocks that differ: seconds as an int, or a
            timedelta.

    Raises:
        InvalidAppIdError, InvalidSecretError, InvalidArgumentError.

    Example:
        >>> verifier = Verifier(1234567890, "0123456789abcdef0123456789abcdef")
        >>> verifier.verify(token, user_id="user1").user_id
        'user1'
    """
    def __new__(
        cls,
        app_id: int,
        secret: str,
        *,
        previous_secret: str | None = None,
        leeway: int | timedelta = 0,
    ) -> Verifier: ...
    @property
    def app_id(self) -> int:
        """The app whose tokens are checked."""
    @property
    def leeway(self) -> int:
        """How long after its end a token still is good, in seconds."""
    def verify(
        self,
        token: str,
        *,
        user_id: str | None = None,
        room_id: str | None = None,
        stream_id: str | None = None,
        publish: bool = False,
        now: int | None = None,
    ) -> Claims:
        """Opens a token, or a kit token, and checks it against what a login expects.

        Args:
            token: the token. Of a kit token the part before # is looked at.
            user_id: the user the token must be for; None is any.
            room_id: the room the token must be good for; None does not ask. An identity token is good for any.
            stream_id: the stream the token must be good for; None does not ask.
            publish: whether the token must allow publishing.
            now: the time to check against, in unix seconds, instead of the clock's.

        Raises:
            The first that applies, in this order: MalformedError, UndecipherableError, WrongAppIdError,
            ExpireMismatchError, ExpiredError, WrongUserIdError, NotPermittedError. Before any of these
            InvalidArgumentError, where an argument is of another type.
        """

def inspect(token: str, *, now: int | None = None) -> Header:
    """Reads what a token, or a kit token, shows without the secret.

    Args:
        token: the token. Of a kit token the part before # is looked at.
        now: the time that tells whether it has ended, in unix seconds, instead of the clock's.

    Raises:
        MalformedError, InvalidArgumentError.

    Example:
        >>> inspect(token).mode
        'cbc'
    """

@final
class RoomPrivilege:
    """The limits that a token is to carry.

    Logging in is allowed, publishing is not, and any stream is good, unless told otherwise. What the limits of
    the core or of a profile forbid is told when the token is made.

    Args:
        room_id: the only room the token is good for.
        login: whether the user may log in to the room.
        publish: whether the user may publish a stream.
        streams: the ids of the only streams the token is good for; None is any. An empty list is refused:
            whether it means no stream or any is told in two ways.

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
        streams: Iterable[str] | None = None,
    ) -> RoomPrivilege: ...
    @property
    def room_id(self) -> str:
        """The only room the token is good for."""
    @property
    def login(self) -> bool:
        """Whether the user may log in to the room."""
    @property
    def publish(self) -> bool:
        """Whether the user may publish a stream."""
    @property
    def streams(self) -> list[str] | None:
        """The ids of the only streams the token is good for; None is any."""
    def payload(self) -> str:
        """The limits as the JSON text that a token carries as its payload.

        Raises:
            InvalidRoomError: the room id or a stream id is empty, or the list of streams is.
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
        """The only room the token is good for; an empty one means any."""
    @property
    def login(self) -> bool | None:
        """Whether logging in is allowed; None where the token does not say, which denies it."""
    @property
    def publish(self) -> bool | None:
        """Whether publishing is allowed; None where the token does not say, which denies it."""
    @property
    def streams(self) -> list[str] | None:
        """The ids of the only streams the token is good for; None and an empty list mean any."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[str, bool | None, bool | None, list[str] | None]: ...

@final
class Claims:
    """What a token says: every field of its body.

    Example:
        >>> claims = verifier.verify(token)
        >>> claims.user_id, claims.expire - claims.ctime
        ('user1', 3600)
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
        """The app the token was made for."""
    @property
    def user_id(self) -> str:
        """The user the token was made for."""
    @property
    def nonce(self) -> int:
        """A random number that tells tokens of one second apart."""
    @property
    def ctime(self) -> int:
        """When the token was made, in unix seconds."""
    @property
    def expire(self) -> int:
        """When the token ends, in unix seconds."""
    @property
    def payload(self) -> str:
        """The payload: empty in an identity token, JSON text in a privilege token."""
    @property
    def privilege(self) -> Privilege | None:
        """The payload as privileges, or None where it is empty or not of the privilege form."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[int, str, int, int, int, str]: ...

@final
class Header:
    """What a token shows to everybody, without the secret. Nothing of it is proven: only a Verifier can tell
    whether the token is genuine.
    """
    def __new__(
        cls,
        version: str,
        mode: _Mode,
        expires_at: int,
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
    def expires_at(self) -> int:
        """When the token ends, in unix seconds, as its envelope says."""
    @property
    def expired(self) -> bool:
        """Whether the token had ended at the time that inspect was given, or when it was called."""
    @property
    def iv_bytes(self) -> int:
        """The length of the initialisation vector, in bytes."""
    @property
    def ciphertext_bytes(self) -> int:
        """The length of the ciphertext, in bytes."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[str, str, int, bool, int, int]: ...

@final
class Finding:
    """One thing that was found in a token.

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
        """What it is: one of the ids in FindingId."""
    @property
    def severity(self) -> _Severity:
        """How bad it is: "error", the token will be refused or must be replaced; "warning", it may be refused, or
        does less or more than was meant; or "note", which is good to know.
        """
    @property
    def message(self) -> str:
        """What is wrong, with the values of this case; never with the secret."""
    @property
    def fix(self) -> str:
        """How to mend it."""
    @property
    def client_codes(self) -> list[int]:
        """The error codes of ZEGO's client SDKs that it may show as. Which the service really answers was never
        observed.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[str, str, str, str, list[int]]: ...

@final
class Report:
    """What is wrong with a token, if anything.

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
        """What was found, in order of what to do first; each id at most once. A sound token in mode CBC still
        gives a note.
        """
    @property
    def claims(self) -> Claims | None:
        """What the token says, where it could be opened and read, by whichever key or layout, or else None. A value
        that holds the secret is replaced by "[redacted]".
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[bool, list[Finding], Claims | None]: ...

def diagnose(
    token: str,
    *,
    secret: str | None = None,
    app_id: int | None = None,
    user_id: str | None = None,
    room_id: str | None = None,
    stream_id: str | None = None,
    publish: bool = False,
    profile: _Profile | None = None,
    lang: _Language = "en",
    now: int | None = None,
) -> Report:
    """Says why a token is refused, and how to mend it.

    It takes any text, and finds what people get wrong who write a generator by hand: keys made of the secret,
    layouts, modes, claims. All that is known beside the token is optional; the more is given, the more can be
    said.

    Args:
        token: any text that is meant as a token, or as a kit token.
        secret: the ServerSecret that it should have been made with, of any length: a wrong one may be the
            mistake. Nothing in the report shows it.
        app_id: the app that the client runs under.
        user_id: the user who logs in.
        room_id: the room that the user logs in to.
        stream_id: the stream to publish or play.
        publish: whether the user means to publish.
        profile: the product that the token is for: "rtc", "zim", "kit" or "call". With None, only what holds for all of
            them is an error.
        lang: the language of messages and fixes: "en", or "zh" for Simplified Chinese.
        now: the time of the question, in unix seconds, instead of the clock's.

    Raises:
        InvalidArgumentError: the token is no string, or another argument is invalid.
        InvalidSecretError, InvalidAppIdError, InvalidUserIdError, InvalidRoomError: that argument is of another
        type, no Unicode, or an app id out of range. What the token says never raises.

    Example:
        >>> report = diagnose(token, secret="0123456789abcdef0123456789abcdef", user_id="user1")
        >>> report.findings[0].id == FindingId.KEY_HEX_DECODED
        True
    """

@final
class KitUser:
    """What stands behind the # of a kit token.

    Args:
        app_id: the app; the same as in the token.
        user_id: the user; the same as in the token.
        room_id: the room to join.
        user_name: the name that others see; the user id unless given.

    Raises:
        InvalidAppIdError, InvalidUserIdError, InvalidRoomError, InvalidArgumentError.
    """
    def __new__(cls, app_id: int, user_id: str, room_id: str, user_name: str | None = None) -> KitUser: ...
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
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[int, str, str, str]: ...

def kit_encode(token: str, user: KitUser) -> str:
    """Puts room and user behind a token, within the limits of the profile "kit".

    Args:
        token: the token, which must not be a kit token already.
        user: the room and the user.

    Raises:
        MalformedError, InvalidUserIdError, InvalidRoomError, InvalidArgumentError.

    Example:
        >>> kit_token = kit.encode(token, kit.KitUser(1234567890, "user1", "room1", "Alice"))
    """

def kit_decode(kit_token: str) -> tuple[str, KitUser]:
    """Splits a kit token into the token and what stands behind its #.

    Raises:
        MalformedError: either part is not as the kit reads it.
        InvalidArgumentError: the token is no string.

    Example:
        >>> token, user = kit.decode(kit_token)
        >>> user.user_name
        'Alice'
    """

@final
class TokenInfo:
    """What generate_token04 returns."""
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
    """Makes a token, as the official function of this name does. It never raises for what it is given: the result
    tells.

    Code that makes more than one token keeps an Issuer, which expands the key once.

    Args:
        app_id: the AppID, an int.
        user_id: the user who logs in.
        secret: the ServerSecret, 32 characters.
        effective_time_in_seconds: how long the token is good, an int.
        payload: JSON text of the privilege form, or "". None is "".

    Returns:
        TokenInfo: with error_code 0 the token, or else why there is none.

    Example:
        >>> info = generate_token04(1234567890, "user1", "0123456789abcdef0123456789abcdef", 3600, "")
        >>> info.error_code, info.error_message
        (0, 'success')
    """
