"""Issue, read and verify ZEGO Token04.

An Issuer makes tokens, a Verifier opens and checks them; make one of each and keep it:

    >>> from token04 import Issuer, Verifier
    >>> token = Issuer(1234567890, "0123456789abcdef0123456789abcdef").issue("user1", 3600)
    >>> Verifier(1234567890, "0123456789abcdef0123456789abcdef").verify(token).user_id
    'user1'

Every failure is a Token04Error with a numeric code. Code written for ZEGO's own generator goes on working with
`from token04 import token04`.
"""

from . import errors, kit
from ._native import Claims, Header, Issuer, Privilege, RoomPrivilege, Verifier, inspect
from ._native import __version__ as _native_version
from .errors import *
from .token04 import *
from . import token04

__version__ = "0.1.0"

if _native_version != __version__:
    raise ImportError(
        f"token04 {__version__} found the native module of version {_native_version}: "
        "two installations are mixed, reinstall the package"
    )

__all__ = [
    "Claims",
    "Header",
    "Issuer",
    "Privilege",
    "RoomPrivilege",
    "Verifier",
    "__version__",
    "errors",
    "inspect",
    "kit",
]
__all__ += errors.__all__
__all__ += token04.__all__
