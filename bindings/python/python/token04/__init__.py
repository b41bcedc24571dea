"""Issue, verify and diagnose ZEGO Token04.

An Issuer issues tokens, a Verifier opens and checks them; create one of each and reuse it:

    >>> from token04 import Issuer, Verifier
    >>> token = Issuer(1234567890, "0123456789abcdef0123456789abcdef").issue("user1", 3600)
    >>> Verifier(1234567890, "0123456789abcdef0123456789abcdef").verify(token).user_id
    'user1'

Every failure is a Token04Error with a numeric code. Code written for ZEGO's own generator works unchanged with
`from token04 import token04`.
"""

from . import _native

__version__ = "0.1.0"

# Before the imports below, which fail without this explanation if a name is missing in one of the two.
if _native.__version__ != __version__:
    raise ImportError(
        f"token04 {__version__} found the native module of version {_native.__version__}: "
        "two installations are mixed, reinstall the package"
    )

from . import errors, kit
from . import token04 as token04
from ._native import (
    Claims,
    Explanation,
    Finding,
    Header,
    Issuer,
    Privilege,
    Report,
    RoomPrivilege,
    Verifier,
    diagnose,
    explain,
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

# Without the module `token04`: `import *` would hide this package behind it.
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
    "Explanation",
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
    "explain",
    "generate_token04",
    "inspect",
    "kit",
]
