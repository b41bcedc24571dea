"""Kit tokens, which UIKit for the web takes: a token, then #, then the room and the user.

`Issuer.kit_token` issues one. This module makes one from an existing token, and reads one:

    >>> from token04 import kit
    >>> kit_token = kit.encode(token, kit.KitUser(1234567890, "user1", "room1", user_name="Alice"))
    >>> token, user = kit.decode(kit_token)
"""

from ._native import KitUser
from ._native import kit_decode as decode
from ._native import kit_encode as encode

__all__ = ["KitUser", "decode", "encode"]
