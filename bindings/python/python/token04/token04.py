"""The official generator's module, for code that moves over: same names, arguments, result, codes and messages.

    from token04 import token04

    info = token04.generate_token04(app_id, user_id, secret, effective_time_in_seconds, payload)
    if info.error_code == token04.ERROR_CODE_SUCCESS:
        print(info.token)

What the official function would turn into a broken token, or crash on, is an error_code here: 101 for too much
text, 104 for a payload that is no text. New code uses token04.Issuer.
"""

from ._native import TokenInfo, generate_token04

__all__ = [
    "ERROR_CODE_APP_ID_INVALID",
    "ERROR_CODE_EFFECTIVE_TIME_IN_SECONDS_INVALID",
    "ERROR_CODE_SECRET_INVALID",
    "ERROR_CODE_SUCCESS",
    "ERROR_CODE_USER_ID_INVALID",
    "TokenInfo",
    "generate_token04",
]

ERROR_CODE_SUCCESS = 0
ERROR_CODE_APP_ID_INVALID = 1
ERROR_CODE_USER_ID_INVALID = 3
ERROR_CODE_SECRET_INVALID = 5
ERROR_CODE_EFFECTIVE_TIME_IN_SECONDS_INVALID = 6
