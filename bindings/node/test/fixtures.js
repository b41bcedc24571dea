// What the tests share: a good app, the conformance vectors, and how an error is caught.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { Token04Error } = require("token04");

const APP_ID = 1234567890;
const SECRET = "0123456789abcdef0123456789ABCDEF";
const OTHER_SECRET = "fedcba9876543210fedcba9876543210";
const ROOM_PAYLOAD = '{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s1","s2"]}';

/** The cases of a file of crates/token04-vectors/vectors. */
function vectors(name) {
  const folder = process.env.TOKEN04_VECTORS;
  if (!folder) throw new Error("TOKEN04_VECTORS must name the folder crates/token04-vectors/vectors");
  return JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), "utf8")).cases;
}

/** Claims as the vectors write them: 64-bit integers as decimal text. */
function written(claims) {
  const { appId: app_id, userId: user_id, payload } = claims;
  const { nonce, ctime, expire } = claims.exact;
  return { app_id, user_id, nonce: String(nonce), ctime: String(ctime), expire: String(expire), payload };
}

/** The error that a call throws; a call that throws none, or another one, is an error of its own. */
function errorOf(call) {
  let result;
  try {
    result = call();
  } catch (error) {
    if (error instanceof Token04Error) return error;
    throw error;
  }
  throw new Error(`nothing was thrown, but given: ${String(result)}`);
}

/** The code of a call: that of its error, or 0. */
function codeOf(call) {
  try {
    call();
    return 0;
  } catch (error) {
    if (error instanceof Token04Error) return error.code;
    throw error;
  }
}

module.exports = { APP_ID, SECRET, OTHER_SECRET, ROOM_PAYLOAD, vectors, written, errorOf, codeOf };
