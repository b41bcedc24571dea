"""What an app's server does with tokens: make them, check them, and tell what is wrong.

pip install token04
ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef python make_tokens.py
"""

import os
import sys
from datetime import timedelta

from token04 import ExpiredError, Issuer, Token04Error, Verifier, diagnose, inspect, kit

try:
    app_id, secret = int(os.environ["ZEGO_APP_ID"]), os.environ["ZEGO_SERVER_SECRET"]
except (KeyError, ValueError):
    sys.exit("set ZEGO_APP_ID and ZEGO_SERVER_SECRET: they stand in the ZEGO console")

# Made once, when the server starts, and shared by all threads.
issuer = Issuer(app_id, secret, profile="rtc")
verifier = Verifier(app_id, secret, leeway=timedelta(seconds=5))

# Who the user is, your own login has decided before.
user_id = "user1"

identity = issuer.issue(user_id, timedelta(days=1))
print("for any room:         ", identity)

privilege = issuer.issue_room(user_id, timedelta(days=1), "room1", publish=True, streams=["camera1"])
print("for room1 only:       ", privilege)

kit_token = issuer.kit_token(user_id, timedelta(days=1), "room1", user_name="Alice")
print("for UIKit for the web:", kit_token)

claims = verifier.verify(privilege, user_id=user_id, room_id="room1", publish=True)
print("it says:              ", claims.privilege)
print("the kit will show:    ", kit.decode(kit_token)[1].user_name)

# Why would ZEGO refuse it for this login? The same with any token that was refused.
for finding in diagnose(privilege, secret=secret, user_id="user2", profile="rtc").findings:
    print("diagnosed:            ", finding.severity, finding.id, "-", finding.message)

# Each failure has a class and a code of its own; all are a Token04Error.
try:
    verifier.verify(identity, now=inspect(identity).expires_at + 60)
except ExpiredError as error:
    print("in a day:             ", error.code, error)
try:
    issuer.issue("not an id for Express", timedelta(days=1))
except Token04Error as error:
    print("a bad user id:        ", error.code, error)
