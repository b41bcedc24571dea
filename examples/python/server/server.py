"""A token service with FastAPI: the user shows the app's own JWT and gets a token for ZEGO's SDK.

pip install -r requirements.txt
export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef JWT_KEY=…   # at least 32 bytes
python server.py
"""

import os
from datetime import timedelta
from typing import Annotated, Optional

import jwt
import uvicorn
from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from token04 import Issuer, Token04Error, inspect

# The policy.
DEFAULT_TTL, MAX_TTL = 24 * 3600, 7 * 24 * 3600
LONGEST_BODY = 64 * 1024


def may_publish(user_id: str, room_id: str) -> bool:
    """Whether a user may publish in a room. Put your own rules here."""
    return room_id != "announcements"


# Created once and shared by all threads: it holds the expanded key.
issuer = Issuer(int(os.environ["ZEGO_APP_ID"]), os.environ["ZEGO_SERVER_SECRET"], profile="rtc")
jwt_key = os.environ["JWT_KEY"]
app = FastAPI(title="Token service")


class Room(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    room_id: str
    login: bool = True
    publish: bool = False
    streams: Optional[list[str]] = None


class Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    user_id: Optional[str] = None
    ttl: int = Field(default=DEFAULT_TTL, ge=1)
    room: Optional[Room] = None


class Problem(Exception):
    """A refusal, answered as in RFC 9457, with the error code that all token04 libraries share."""

    def __init__(self, status: int, code: int, detail: str):
        self.status, self.code, self.detail = status, code, detail


def caller(request: Request) -> str:
    """The user id in the JWT: nobody can ask for somebody else."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    try:
        if scheme.lower() != "bearer":
            raise jwt.InvalidTokenError("send Authorization: Bearer and a JWT")
        claims = jwt.decode(token, jwt_key, algorithms=["HS256"], options={"require": ["exp", "sub"]})
    except jwt.InvalidTokenError as error:
        raise Problem(401, 901, f"the JWT is invalid: {error}") from None
    return claims["sub"]


@app.middleware("http")
async def limit_body(request: Request, call_next):
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) <= LONGEST_BODY:
        return await call_next(request)
    # A client that is still sending would lose the answer with the connection.
    async for _ in request.stream():
        pass
    return answer(Problem(413, 901, f"the body must be at most {LONGEST_BODY} bytes"))


@app.post("/v1/token")
def token(asked: Asked, user_id: Annotated[str, Depends(caller)]):
    if asked.user_id not in (None, user_id):
        raise Problem(403, 206, "user_id is another than that of the JWT")
    if asked.ttl > MAX_TTL:
        raise Problem(403, 6, f"ttl must be at most {MAX_TTL} seconds")
    ttl, room = timedelta(seconds=asked.ttl), asked.room
    if room is None:
        made = issuer.issue(user_id, ttl)
    elif room.publish and not may_publish(user_id, room.room_id):
        raise Problem(403, 208, "publishing is not granted")
    else:
        made = issuer.issue_room(user_id, ttl, room.room_id, login=room.login, publish=room.publish, streams=room.streams)
    ends = inspect(made).expire
    # The SDK warns 30 s before the expiry; the client renews earlier.
    body = {"token": made, "expires_at": ends, "renew_at": ends - min(max(asked.ttl // 10, 40), 3600)}
    return JSONResponse(body, headers={"cache-control": "no-store"})


@app.exception_handler(Problem)
def problem(_request: Request, problem: Problem):
    return answer(problem)


@app.exception_handler(Token04Error)
def refused(_request: Request, error: Token04Error):
    return answer(Problem(400, error.code, str(error)))


@app.exception_handler(RequestValidationError)
def malformed(_request: Request, error: RequestValidationError):
    first = error.errors()[0]
    field = first["loc"][1] if len(first["loc"]) > 1 else None
    return answer(Problem(400, {"ttl": 6, "user_id": 3, "room": 102}.get(field, 901), f"{field or 'body'}: {first['msg']}"))


@app.exception_handler(HTTPException)
def other(_request: Request, error: HTTPException):
    return answer(Problem(error.status_code, 901, str(error.detail)))


def answer(problem: Problem) -> JSONResponse:
    body = {"type": "about:blank", "status": problem.status, "code": problem.code, "detail": problem.detail}
    headers = {"www-authenticate": "Bearer"} if problem.status == 401 else None
    return JSONResponse(body, problem.status, headers, "application/problem+json")


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "3000")), log_level="warning")
