"""What an app's server does with tokens: issue them, check them, and find out what is wrong with one.

pip install token04
ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef python make_tokens.py
"""

import os
import sys
from datetime import timedelta

from token04 import ExpiredError, Issuer, NotPermittedError, Token04Error, Verifier, diagnose, inspect, kit

try:
    app_id, secret = int(os.environ["ZEGO_APP_ID"]), os.environ["ZEGO_SERVER_SECRET"]
except (KeyError, ValueError):
    sys.exit("set ZEGO_APP_ID and ZEGO_SERVER_SECRET: they are in the ZEGO console")

# Created once, when the server starts, and shared by all threads.
issuer = Issuer(app_id, secret, profile="rtc")
verifier = Verifier(app_id, secret, leeway=timedelta(seconds=5))

# Your own login has already decided who the user is.
user_id = "user1"

identity = issuer.issue(user_id, timedelta(days=1))
print("for any room:         ", identity)

privilege = issuer.issue_room(user_id, timedelta(days=1), "room1", publish=True, streams=["camera1"])
print("for room1 only:       ", privilege)

kit_token = issuer.kit_token(user_id, timedelta(days=1), "room1", user_name="Alice")
print("for UIKit for the web:", kit_token)

# An identity token satisfies any room and right: what guards a room requires a privilege token.
claims = verifier.verify(privilege, user_id=user_id, room_id="room1", publish=True, require_privilege=True)
print("it allows:            ", claims.privilege, "until", claims.expires_at)
try:
    verifier.verify(identity, user_id=user_id, room_id="room1", publish=True, require_privilege=True)
except NotPermittedError as error:
    print("refused for room1:    ", error.code, error)
print("the kit shows:        ", kit.decode(kit_token)[1].user_name)

# Why would ZEGO refuse it for this login? Use the same call for any token that was refused.
for finding in diagnose(privilege, secret=secret, user_id="user2", profile="rtc").findings:
    print("diagnosed:            ", finding.severity, finding.id, "-", finding.message)

# Each failure has its own class and code; all are a Token04Error.
try:
    verifier.verify(identity, now=inspect(identity).expire + 60)
except ExpiredError as error:
    print("in a day:             ", error.code, error)
try:
    issuer.issue("not an id for Express", timedelta(days=1))
except Token04Error as error:
    print("a bad user id:        ", error.code, error)
