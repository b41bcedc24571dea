// A token service with Express: the user shows the app's own JWT and gets a token for ZEGO's SDK.
//
//     npm install
//     export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef JWT_KEY=…   # at least 32 bytes
//     npm start

import express from "express";
import jwt from "jsonwebtoken";
import { Issuer, Token04Error, inspect } from "token04";

// The policy.
const DEFAULT_TTL = 24 * 3600;
const MAX_TTL = 7 * 24 * 3600;
const LONGEST_BODY = 64 * 1024;

/** Whether a user may publish in a room. Put your own rules here. */
function mayPublish(userId, roomId) {
  return roomId !== "announcements";
}

const { ZEGO_APP_ID, ZEGO_SERVER_SECRET, JWT_KEY, PORT = "3000" } = process.env;
if (!JWT_KEY) throw new Error("set JWT_KEY to the key that your JWTs are signed with");
// Made once and kept: it holds the expanded key.
const issuer = new Issuer(Number(ZEGO_APP_ID), ZEGO_SERVER_SECRET, { profile: "rtc" });

/** A refusal, answered as RFC 9457 has it, with the error code that all token04 libraries share. */
class Problem extends Error {
  constructor(status, code, detail) {
    super(detail);
    Object.assign(this, { status, code });
  }
}

/** The user id in the JWT: nobody can ask for somebody else. */
function caller(request) {
  const [scheme, token] = (request.get("authorization") ?? "").split(" ");
  try {
    if (scheme.toLowerCase() !== "bearer") throw new Error("send Authorization: Bearer and a JWT");
    const claims = jwt.verify(token, JWT_KEY, { algorithms: ["HS256"] });
    if (typeof claims.sub !== "string" || typeof claims.exp !== "number") throw new Error("it needs sub and exp");
    return claims.sub;
  } catch (error) {
    throw new Problem(401, 901, `the JWT is not good: ${error.message}`);
  }
}

/** The body as JSON. What is no UTF-8 is refused: Express would put another character in its place. */
function parse(body) {
  if (!Buffer.isBuffer(body) || body.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new Problem(400, 901, "the body must be JSON in UTF-8");
  }
}

/** What is asked for, or a refusal where it is not of the form. */
function read(body) {
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const only = (value, names) => Object.keys(value).every((name) => names.includes(name));
  if (!isObject(body) || !only(body, ["user_id", "ttl", "room"])) {
    throw new Problem(400, 901, "the body must be an object of user_id, ttl and room, or fewer");
  }
  const { user_id: userId, ttl = DEFAULT_TTL, room } = body;
  if (userId !== undefined && typeof userId !== "string") throw new Problem(400, 3, "user_id must be a string");
  if (!Number.isSafeInteger(ttl) || ttl < 1) throw new Problem(400, 6, "ttl must be whole seconds, at least 1");
  const isRoom = (value) =>
    isObject(value) &&
    only(value, ["room_id", "login", "publish", "streams"]) &&
    [value.login ?? true, value.publish ?? false].every((right) => typeof right === "boolean");
  if (room !== undefined && !isRoom(room)) {
    throw new Problem(400, 102, "room must be an object of room_id, login, publish and streams, or fewer");
  }
  return { userId, ttl, room };
}

function make(userId, { ttl, room }) {
  if (room === undefined) return issuer.issue(userId, ttl);
  const { room_id: roomId, login = true, publish = false, streams = null } = room;
  if (publish && !mayPublish(userId, roomId)) throw new Problem(403, 208, "publishing is not granted");
  return issuer.issueRoom(userId, ttl, roomId, { login, publish, streams });
}

const app = express().disable("x-powered-by");

app.post(
  "/v1/token",
  (request, _response, next) => {
    request.userId = caller(request);
    next();
  },
  express.raw({ limit: LONGEST_BODY, type: () => true }),
  (request, response) => {
    const asked = read(parse(request.body));
    if (asked.userId !== undefined && asked.userId !== request.userId) {
      throw new Problem(403, 206, "user_id is another than that of the JWT");
    }
    if (asked.ttl > MAX_TTL) throw new Problem(403, 6, `ttl must be at most ${MAX_TTL} seconds`);
    const token = make(request.userId, asked);
    const endsAt = inspect(token).expire;
    // The SDK warns 30 s before the end; the client is to be earlier.
    const renewAt = endsAt - Math.min(Math.max(Math.floor(asked.ttl / 10), 40), 3600);
    response.set("Cache-Control", "no-store").json({ token, expires_at: endsAt, renew_at: renewAt });
  },
);

app.use(() => {
  throw new Problem(404, 901, "POST /v1/token");
});

app.use((error, _request, response, _next) => {
  let { status = 500, code = 903, message: detail } = error;
  if (error instanceof Token04Error) status = 400;
  else if (!(error instanceof Problem) && status < 500) code = 901;
  else if (status >= 500) {
    console.error(error);
    detail = "internal error";
  }
  if (status === 401) response.set("WWW-Authenticate", "Bearer");
  response.status(status).type("application/problem+json").send(JSON.stringify({ type: "about:blank", status, code, detail }));
});

app.listen(Number(PORT), "127.0.0.1");
