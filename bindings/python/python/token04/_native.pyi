"""The types of the native module; what each thing does is told by its own documentation, help(token04.Issuer)."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final, Literal, final, overload

__version__: Final[str]
ERROR_CODES: Final[list[tuple[int, str]]]

@final
class Issuer:
    def __new__(
        cls,
        app_id: int,
        secret: str,
        mode: Literal["cbc", "gcm"] = "cbc",
        profile: Literal["rtc", "zim", "kit"] | None = None,
    ) -> Issuer: ...
    @property
    def app_id(self) -> int: ...
    @property
    def mode(self) -> Literal["cbc", "gcm"]: ...
    @property
    def profile(self) -> Literal["rtc", "zim", "kit"] | None: ...
    def issue(self, user_id: str, ttl: int | timedelta, payload: str | None = "") -> str: ...
    @overload
    def issue_room(self, user_id: str, ttl: int | timedelta, privilege: RoomPrivilege) -> str: ...
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
    ) -> str: ...

@final
class Verifier:
    def __new__(
        cls,
        app_id: int,
        secret: str,
        *,
        previous_secret: str | None = None,
        leeway: int | timedelta = 0,
    ) -> Verifier: ...
    @property
    def app_id(self) -> int: ...
    @property
    def leeway(self) -> int: ...
    def verify(
        self,
        token: str,
        *,
        user_id: str | None = None,
        room_id: str | None = None,
        stream_id: str | None = None,
        publish: bool = False,
        now: int | None = None,
    ) -> Claims: ...

def inspect(token: str, *, now: int | None = None) -> Header: ...

@final
class RoomPrivilege:
    def __new__(
        cls,
        room_id: str,
        *,
        login: bool = True,
        publish: bool = False,
        streams: Iterable[str] | None = None,
    ) -> RoomPrivilege: ...
    @property
    def room_id(self) -> str: ...
    @property
    def login(self) -> bool: ...
    @property
    def publish(self) -> bool: ...
    @property
    def streams(self) -> list[str] | None: ...
    def payload(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Privilege:
    def __new__(
        cls,
        room_id: str,
        login: bool | None,
        publish: bool | None,
        streams: list[str] | None,
    ) -> Privilege: ...
    @property
    def room_id(self) -> str: ...
    @property
    def login(self) -> bool | None: ...
    @property
    def publish(self) -> bool | None: ...
    @property
    def streams(self) -> list[str] | None: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Claims:
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
    def app_id(self) -> int: ...
    @property
    def user_id(self) -> str: ...
    @property
    def nonce(self) -> int: ...
    @property
    def ctime(self) -> int: ...
    @property
    def expire(self) -> int: ...
    @property
    def payload(self) -> str: ...
    @property
    def privilege(self) -> Privilege | None: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Header:
    def __new__(
        cls,
        version: str,
        mode: Literal["cbc", "gcm"],
        expires_at: int,
        expired: bool,
        iv_bytes: int,
        ciphertext_bytes: int,
    ) -> Header: ...
    @property
    def version(self) -> str: ...
    @property
    def mode(self) -> Literal["cbc", "gcm"]: ...
    @property
    def expires_at(self) -> int: ...
    @property
    def expired(self) -> bool: ...
    @property
    def iv_bytes(self) -> int: ...
    @property
    def ciphertext_bytes(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class KitUser:
    def __new__(
        cls, app_id: int, user_id: str, room_id: str, user_name: str | None = None
    ) -> KitUser: ...
    @property
    def app_id(self) -> int: ...
    @property
    def user_id(self) -> str: ...
    @property
    def room_id(self) -> str: ...
    @property
    def user_name(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

def kit_encode(token: str, user: KitUser) -> str: ...
def kit_decode(kit_token: str) -> tuple[str, KitUser]: ...

@final
class TokenInfo:
    token: str
    error_code: int
    error_message: str
    def __new__(cls, token: str, error_code: int, error_message: str) -> TokenInfo: ...

def generate_token04(
    app_id: int,
    user_id: str,
    secret: str,
    effective_time_in_seconds: int,
    payload: str | None = "",
) -> TokenInfo: ...
