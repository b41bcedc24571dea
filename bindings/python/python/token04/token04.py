"""The official generator's module for existing code: same names, arguments, result, codes and messages.

    from token04 import token04

    info = token04.generate_token04(app_id, user_id, secret, effective_time_in_seconds, payload)
    if info.error_code == token04.ERROR_CODE_SUCCESS:
        print(info.token)

Where the official function returns a broken token or crashes, this one returns an error_code: 101 if the text is too
long, 104 if the payload is not a string. New code uses token04.Issuer.
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
