"""Code written for ZEGO's own token04.py: all that changed is where the module is imported from.

pip install token04
ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef python moving_over.py
"""

import json
import os

from token04 import token04

REASONS = {
    token04.ERROR_CODE_APP_ID_INVALID: "the AppID is an int, not 0",
    token04.ERROR_CODE_USER_ID_INVALID: "the user id is a string, not empty",
    token04.ERROR_CODE_SECRET_INVALID: "the ServerSecret has 32 characters",
    token04.ERROR_CODE_EFFECTIVE_TIME_IN_SECONDS_INVALID: "the validity is an int of seconds",
}


def token_for(user_id: str) -> token04.TokenInfo:
    """A privilege token for one room, as the official function makes it."""
    payload = {
        "room_id": "room1",
        "privilege": {
            1: 1,  # log in to the room
            2: 1,  # publish a stream
        },
        "stream_id_list": None,
    }
    return token04.generate_token04(
        int(os.environ["ZEGO_APP_ID"]), user_id, os.environ["ZEGO_SERVER_SECRET"], 3600, json.dumps(payload)
    )


for user_id in ("user1", ""):
    info = token_for(user_id)
    if info.error_code == token04.ERROR_CODE_SUCCESS:
        print(info.token)
    else:
        print(info.error_code, info.error_message, "-", REASONS.get(info.error_code, "see the README"))
