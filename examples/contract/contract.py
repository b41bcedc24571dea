"""The contract: requests, and what each must be answered."""
import concurrent.futures
import http.client
import json
import os
import subprocess
import sys
import time
from urllib.parse import urlsplit

import jwt

DAY = 24 * 3600
# What every server has as the longest validity, in its policy.
LONGEST = 7 * DAY


class Client:
    """Asks one server. Opens the tokens that it gives with the program."""

    def __init__(self, url, jwt_key, program):
        self.address = urlsplit(url)
        self.jwt_key = jwt_key
        self.program = program

    def jwt(self, key=None, algorithm="HS256", headers=None, **claims):
        claims = {"sub": "user1", "exp": int(time.time()) + 600, **claims}
        claims = {name: value for name, value in claims.items() if value is not None}
        return jwt.encode(claims, self.jwt_key if key is None else key, algorithm, headers)

    def send(self, body, credentials="good", method="POST", path="/v1/token"):
        headers = {"Content-Type": "application/json"}
        if credentials == "good":
            credentials = f"Bearer {self.jwt()}"
        if credentials is not None:
            headers["Authorization"] = credentials
        if not isinstance(body, (bytes, type(None))):
            body = json.dumps(body).encode()
        connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=30)
        try:
            connection.request(method, self.address.path + path, body, headers)
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()

    def granted(self, body, **credentials):
        """The claims of the token that is granted."""
        # CLOCK_REALTIME_COARSE, by which tokens may be made: it lags behind the exact clock by a tick or more.
        before = int(time.clock_gettime(5) if sys.platform == "linux" else time.time())
        response, content = self.send(body, **credentials)
        assert response.status == 200, (response.status, content)
        assert response.getheader("Content-Type", "").startswith("application/json"), response.getheader("Content-Type")
        assert "no-store" in response.getheader("Cache-Control", ""), "a cache may keep the token"
        answer = json.loads(content)
        assert set(answer) == {"token", "expires_at", "renew_at"}, answer
        command = [self.program, "verify", answer["token"], "--json"]
        verified = subprocess.run(command, capture_output=True, text=True, env=os.environ, check=False)
        result = json.loads(verified.stdout)
        assert result["valid"], result
        claims = result["claims"]
        assert answer["expires_at"] == claims["expire"], (answer, claims)
        assert answer["renew_at"] <= claims["expire"] - 30, (answer, claims)
        assert before <= claims["ctime"] <= int(time.time()), claims
        return claims

    def refused(self, status, code, body, **credentials):
        """That it is refused with this status and code."""
        response, content = self.send(body, **credentials)
        assert response.status == status, (response.status, content)
        assert response.getheader("Content-Type", "").startswith("application/problem+json"), response.getheader("Content-Type")
        answer = json.loads(content)
        assert answer["status"] == status and (code is None or answer["code"] == code), answer
        assert isinstance(answer["code"], int) and answer["detail"] and answer["type"], answer
        secrets = (os.environ["ZEGO_SERVER_SECRET"], self.jwt_key)
        assert not any(secret in content.decode() for secret in secrets), "it shows a secret"
        if status == 401:
            assert response.getheader("WWW-Authenticate", "").startswith("Bearer"), "WWW-Authenticate is missing"


def a_token_for_the_user_of_the_jwt(client):
    for body in ({}, {"user_id": "user1"}, b"{}"):
        claims = client.granted(body)
        assert claims["user_id"] == "user1" and claims["payload"] == "" and claims["expire"] - claims["ctime"] == DAY, claims


def a_validity_within_the_policy(client):
    for ttl in (60, 3600, LONGEST):
        claims = client.granted({"ttl": ttl})
        assert claims["expire"] - claims["ctime"] == ttl, claims


def a_privilege_token(client):
    claims = client.granted({"room": {"room_id": "room1"}})
    assert json.loads(claims["payload"]) == {"room_id": "room1", "privilege": {"1": 1, "2": 0}, "stream_id_list": None}
    room = {"room_id": "room1", "login": True, "publish": True, "streams": ["s1", "s2"]}
    claims = client.granted({"user_id": "user1", "ttl": 60, "room": room})
    assert json.loads(claims["payload"]) == {"room_id": "room1", "privilege": {"1": 1, "2": 1}, "stream_id_list": ["s1", "s2"]}


def no_credentials_or_bad_ones(client):
    past, soon = int(time.time()) - 60, int(time.time()) + 60
    good = client.jwt()
    unsigned = jwt.encode({"sub": "user1", "exp": soon}, None, "none")
    head, claims, signature = good.split(".")
    for credentials in (
        None, "", "Bearer", "Bearer ", "Bearer x", f"Basic {good}", f"Bearer {unsigned}", f"Bearer {head}.{claims}.",
        f"Bearer {head}.{claims}.{signature[::-1]}", f"Bearer {good}x.y",
        f"Bearer {client.jwt(key='another key of more than 32 bytes!')}", f"Bearer {client.jwt(exp=past)}",
        f"Bearer {client.jwt(exp=None)}", f"Bearer {client.jwt(sub=None)}", f"Bearer {client.jwt(nbf=soon)}",
        f"Bearer {client.jwt(algorithm='HS512', key=client.jwt_key * 2)}",
    ):
        try:
            client.refused(401, None, {}, credentials=credentials)
        except AssertionError as error:
            raise AssertionError(f"with {credentials!r}: {error}") from None


def somebody_elses_user_id(client):
    client.refused(403, 206, {"user_id": "user2"})
    client.refused(403, 206, {"user_id": "User1"})


def too_long_a_validity(client):
    client.refused(403, 6, {"ttl": LONGEST + 1})
    client.refused(403, 6, {"ttl": 2**40})


def what_is_no_validity(client):
    for ttl in (0, -1, 1.5, "60", [], True):
        client.refused(400, 6, {"ttl": ttl})


def malformed_requests(client):
    for body in (b"{", b"nonsense", b"[]", b'"text"', b'{"ttl":60', b'{"user_id":"\xff"}', b"[" * 50_000, {"nonsense": 1}):
        client.refused(400, None, body)
    client.refused(400, 3, {"user_id": 1})
    for room in ("room1", {}, {"room_id": 1}, {"room_id": "room1", "publish": "yes"}, {"room_id": ""}, {"room_id": "room1", "streams": []},
                 {"room_id": "room1", "streams": [1]}, {"room_id": "room1", "other": 1}):
        client.refused(400, 102, {"room": room})


def a_user_id_that_the_product_refuses(client):
    for user_id in ("a b", "用户", "u" * 65):
        client.refused(400, 3, {}, credentials=f"Bearer {client.jwt(sub=user_id)}")


def a_huge_body(client):
    client.refused(413, None, b" " * (1 << 20))
    client.refused(413, None, b'{"user_id":"' + b"u" * (8 << 20) + b'"}')
    client.granted({})


def another_address(client):
    client.refused(404, None, {}, path="/v2/token")


def many_at_once(client):
    credentials = {f"user{count}": f"Bearer {client.jwt(sub=f'user{count}')}" for count in range(40)}
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        granted = pool.map(lambda user: (user, client.granted({}, credentials=credentials[user])), credentials)
        for user, claims in granted:
            assert claims["user_id"] == user, claims


ALL = [a_token_for_the_user_of_the_jwt, a_validity_within_the_policy, a_privilege_token, no_credentials_or_bad_ones,
       somebody_elses_user_id, too_long_a_validity, what_is_no_validity, malformed_requests, a_user_id_that_the_product_refuses,
       a_huge_body, another_address, many_at_once]
