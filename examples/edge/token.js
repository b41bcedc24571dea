// A token service on the standard `Request` and `Response`: the user shows the app's own JWT and gets a token for ZEGO's
// SDK. Each platform's folder has the few lines that connect it.

import { jwtVerify } from "jose";
import { Issuer, Token04Error, inspect } from "token04";

// The policy.
const DEFAULT_TTL = 24 * 3600;
const MAX_TTL = 7 * 24 * 3600;
const LONGEST_BODY = 64 * 1024;

/** Whether a user may publish in a room. Put your own rules here. */
function mayPublish(userId, roomId) {
  return roomId !== "announcements";
}

/** A refusal, answered as RFC 9457 has it, with the error code that all token04 libraries share. */
class Problem extends Error {
  constructor(status, code, detail) {
    super(detail);
    Object.assign(this, { status, code });
  }

  get response() {
    const { status, code, message: detail } = this;
    const headers = { "Content-Type": "application/problem+json", ...(status === 401 && { "WWW-Authenticate": "Bearer" }) };
    return new Response(JSON.stringify({ type: "about:blank", status, code, detail }), { status, headers });
  }
}

/** The service for an app, as a function from a request to its response. Create it once: it holds the expanded key. */
export function tokenService({ ZEGO_APP_ID, ZEGO_SERVER_SECRET, JWT_KEY }) {
  if (!JWT_KEY) throw new Error("set JWT_KEY to the key that your JWTs are signed with");
  const issuer = new Issuer(Number(ZEGO_APP_ID), ZEGO_SERVER_SECRET, { profile: "rtc" });
  const jwtKey = new TextEncoder().encode(JWT_KEY);
  return async (request) => {
    try {
      if (request.method !== "POST") throw new Problem(405, 901, "send POST");
      const userId = await caller(request, jwtKey);
      return grant(issuer, userId, read(await parse(request)));
    } catch (error) {
      return refusal(error).response;
    }
  };
}

/** The answer for every other address. */
export function notFound() {
  return new Problem(404, 901, "POST /v1/token").response;
}

/** The user id in the JWT: nobody can ask for somebody else. */
async function caller(request, jwtKey) {
  const [scheme, token] = (request.headers.get("authorization") ?? "").split(" ");
  try {
    if (scheme.toLowerCase() !== "bearer") throw new Error("send Authorization: Bearer and a JWT");
    const { payload } = await jwtVerify(token ?? "", jwtKey, { algorithms: ["HS256"], requiredClaims: ["sub", "exp"] });
    if (typeof payload.sub !== "string") throw new Error("sub must be a string");
    return payload.sub;
  } catch (error) {
    throw new Problem(401, 901, `the JWT is invalid: ${error.message}`);
  }
}

/** The body as JSON. Invalid UTF-8 is refused, not replaced by another character. */
async function parse(request) {
  const body = await read64KiB(request.body);
  if (body.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new Problem(400, 901, "the body must be JSON in UTF-8");
  }
}

/** The bytes of a body, and no more than are allowed. */
async function read64KiB(stream) {
  const chunks = [];
  let length = 0;
  for (const reader = stream?.getReader(); reader !== undefined;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    // What is too long is read to its end, because not every server answers before that.
    if (length <= LONGEST_BODY) chunks.push(value);
  }
  if (length > LONGEST_BODY) throw new Problem(413, 901, `the body must be at most ${LONGEST_BODY} bytes`);
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
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

/** The response with the token, or a refusal where the policy does not grant it. */
function grant(issuer, userId, { userId: askedFor = userId, ttl, room }) {
  if (askedFor !== userId) throw new Problem(403, 206, "user_id is another than that of the JWT");
  if (ttl > MAX_TTL) throw new Problem(403, 6, `ttl must be at most ${MAX_TTL} seconds`);
  const token = issue(issuer, userId, ttl, room);
  const endsAt = inspect(token).expire;
  // The SDK warns 30 s before the end; the client is to be earlier.
  const renewAt = endsAt - Math.min(Math.max(Math.floor(ttl / 10), 40), 3600);
  return Response.json({ token, expires_at: endsAt, renew_at: renewAt }, { headers: { "Cache-Control": "no-store" } });
}

function issue(issuer, userId, ttl, room) {
  if (room === undefined) return issuer.issue(userId, ttl);
  const { room_id: roomId, login = true, publish = false, streams = null } = room;
  if (publish && !mayPublish(userId, roomId)) throw new Problem(403, 208, "publishing is not granted");
  return issuer.issueRoom(userId, ttl, roomId, { login, publish, streams });
}

/** An error as a refusal. Only refusals say what happened. */
function refusal(error) {
  if (error instanceof Problem) return error;
  if (error instanceof Token04Error) return new Problem(400, error.code, error.message);
  console.error(error);
  return new Problem(500, 903, "internal error");
}
