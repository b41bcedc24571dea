"""What a type checker must refuse: every line marked so, and no other. Never run."""

from token04 import Issuer, RoomPrivilege, Verifier, diagnose, explain, generate_token04, kit

issuer = Issuer(1, "secret")
verifier = Verifier(1, "secret")
Issuer("1", "secret")  # wrong
Issuer(1, b"secret")  # wrong
Issuer(1, "secret", mode="ecb")  # wrong
Issuer(1, "secret", profile="web")  # wrong
issuer.issue("user1", 1.5)  # wrong
issuer.issue(1, 60)  # wrong
issuer.issue("user1", 60, {"room_id": "room1"})  # wrong
issuer.issue_many("user1", 60)  # wrong
issuer.issue_room("user1", 60, None)  # wrong
issuer.issue_room("user1", 60, RoomPrivilege("room1"), publish=True)  # wrong
issuer.app_id = 2  # wrong
RoomPrivilege("room1", True)  # wrong
RoomPrivilege("room1", login=1)  # wrong
RoomPrivilege("room1", streams="camera1")  # wrong
issuer.issue_room("user1", 60, "room1", streams="camera1")  # wrong
issuer.issue("user1", 60, now=1.5)  # wrong
issuer.issue("user1", 60, "", 1700000000)  # wrong
verifier.verify(b"token")  # wrong
verifier.verify("token", "user1")  # wrong
verifier.verify("token", now=1.5)  # wrong
diagnose(b"token")  # wrong
diagnose("token", "secret")  # wrong
diagnose("token", app_id="1")  # wrong
diagnose("token", lang="fr")  # wrong
diagnose("token").ok = True  # wrong
diagnose("token").findings[0].client_codes = []  # wrong
kit.encode("token", ("user1", "room1"))  # wrong
explain("50119")  # wrong
generate_token04(1, "user1", "secret", 1.5, "")  # wrong
issuer.issue("user1", 60, None)
diagnose("token", secret=None, app_id=None, user_id=None, room_id=None, stream_id=None, profile=None, now=None)
verifier.verify("token", user_id=None, room_id=None, stream_id=None, now=None)
