"""Issue, read and verify ZEGO Token04.

An Issuer makes tokens, a Verifier opens and checks them; make one of each and keep it:

    >>> from token04 import Issuer, Verifier
    >>> token = Issuer(1234567890, "0123456789abcdef0123456789abcdef").issue("user1", 3600)
    >>> Verifier(1234567890, "0123456789abcdef0123456789abcdef").verify(token).user_id
    'user1'

Every failure is a Token04Error with a numeric code. Code written for ZEGO's own generator goes on working with
`from token04 import token04`.
"""

from . import _native

__version__ = "0.1.0"

# First of all, before a name is missed that only one of the two has.
if _native.__version__ != __version__:
    raise ImportError(
        f"token04 {__version__} found the native module of version {_native.__version__}: "
        "two installations are mixed, reinstall the package"
    )

from . import errors, kit
from . import token04 as token04
from ._native import (
    Claims,
    Finding,
    Header,
    Issuer,
    Privilege,
    Report,
    RoomPrivilege,
    Verifier,
    diagnose,
    inspect,
)
from .errors import (
    BufferTooSmallError,
    ExpiredError,
    ExpireMismatchError,
    InternalError,
    InvalidAppIdError,
    InvalidArgumentError,
    InvalidPayloadError,
    InvalidRoomError,
    InvalidSecretError,
    InvalidTtlError,
    InvalidUserIdError,
    MalformedError,
    NotPermittedError,
    RandomUnavailableError,
    Token04Error,
    TooLongError,
    UndecipherableError,
    WrongAppIdError,
    WrongUserIdError,
)
from .findings import FindingId
from .token04 import (
    ERROR_CODE_APP_ID_INVALID,
    ERROR_CODE_EFFECTIVE_TIME_IN_SECONDS_INVALID,
    ERROR_CODE_SECRET_INVALID,
    ERROR_CODE_SUCCESS,
    ERROR_CODE_USER_ID_INVALID,
    TokenInfo,
    generate_token04,
)

# Without `token04`, the module of the official names: it would hide this package from `import *`.
__all__ = [
    "BufferTooSmallError",
    "Claims",
    "ERROR_CODE_APP_ID_INVALID",
    "ERROR_CODE_EFFECTIVE_TIME_IN_SECONDS_INVALID",
    "ERROR_CODE_SECRET_INVALID",
    "ERROR_CODE_SUCCESS",
    "ERROR_CODE_USER_ID_INVALID",
    "ExpireMismatchError",
    "ExpiredError",
    "Finding",
    "FindingId",
    "Header",
    "InternalError",
    "InvalidAppIdError",
    "InvalidArgumentError",
    "InvalidPayloadError",
    "InvalidRoomError",
    "InvalidSecretError",
    "InvalidTtlError",
    "InvalidUserIdError",
    "Issuer",
    "MalformedError",
    "NotPermittedError",
    "Privilege",
    "RandomUnavailableError",
    "Report",
    "RoomPrivilege",
    "Token04Error",
    "TokenInfo",
    "TooLongError",
    "UndecipherableError",
    "Verifier",
    "WrongAppIdError",
    "WrongUserIdError",
    "__version__",
    "diagnose",
    "errors",
    "generate_token04",
    "inspect",
    "kit",
]
