// Rejected because of what the claims say: 204 to 208, which is told first, and the controls beside each.

import { writeToken } from "./format.mjs";
import { APP_ID, claimsWith, ivFor, NOW, PREVIOUS_SECRET, SECRET, TTL } from "./fixtures.mjs";
import { writePrivilege } from "./privilege.mjs";

const END = NOW + TTL;
const OTHER_APP = APP_ID + 1;

function tokenOf(label, changes = {}, { mode = "cbc", ...envelope } = {}) {
  return writeToken({ claims: claimsWith(changes), secret: SECRET, iv: ivFor(label, mode), mode, ...envelope });
}

export function claimCases() {
  const sound = tokenOf("claims");
  const user = { user_id: "user1" };
  const otherUser = { user_id: "user2" };
  return [
    { id: "control-plain", token: sound, code: 0 },
    { id: "control-user", token: sound, login: user, code: 0 },
    { id: "control-gcm", token: tokenOf("claims", {}, { mode: "gcm" }), login: user, code: 0 },
    { id: "app-id-other", token: sound, app_id: OTHER_APP, code: 205 },
    { id: "app-id-low-bits-equal", token: tokenOf("low", { app_id: 1 }), app_id: 65537, code: 205 },
    { id: "user-other", token: sound, login: otherUser, code: 206 },
    { id: "user-in-other-case", token: sound, login: { user_id: "User1" }, code: 206 },
    { id: "user-longer", token: sound, login: { user_id: "user1 " }, code: 206 },
    { id: "user-cut-at-nul", token: tokenOf("nul", { user_id: "user1\u0000x" }), login: user, code: 206 },
    { id: "user-same-letter-composed", token: tokenOf("composed", { user_id: "e\u0301" }), login: { user_id: "\u00e9" }, code: 206 },
    { id: "expire-mismatch-by-one", token: tokenOf("mismatch", {}, { expire: END + 1 }), code: 207 },
    { id: "expire-mismatch-high-bits", token: tokenOf("high", {}, { expire: BigInt(END) + (1n << 32n) }), code: 207 },
    ...expiryCases(sound),
    { id: "first-malformed", token: `${tokenOf("order", {}, { expire: 1 })}\n`, app_id: OTHER_APP, code: 201 },
    { id: "first-undecipherable", token: tokenOf("order", {}, { expire: 1 }), secret: PREVIOUS_SECRET, app_id: OTHER_APP, code: 202 },
    { id: "first-app-id", token: tokenOf("order", {}, { expire: 1 }), app_id: OTHER_APP, login: otherUser, now: END, code: 205 },
    { id: "first-expire-mismatch", token: tokenOf("order", {}, { expire: 1 }), login: otherUser, now: END, code: 207 },
    { id: "first-expired", token: sound, login: otherUser, now: END, code: 204 },
    { id: "first-user", token: tokenOf("order", { payload: "room1" }), login: { ...otherUser, room_id: "room1" }, code: 206 },
  ];
}

function expiryCases(sound) {
  return [
    { id: "control-last-second", token: sound, now: END - 1, code: 0 },
    { id: "expired-on-the-second", token: sound, now: END, code: 204 },
    { id: "expired-long-ago", token: sound, now: 4102444800, code: 204 },
    { id: "control-leeway-last-second", token: sound, now: END + 9, leeway: 10, code: 0 },
    { id: "expired-with-leeway", token: sound, now: END + 10, leeway: 10, code: 204 },
    { id: "control-leeway-past-int64", token: tokenOf("far", { expire: (1n << 63n) - 1n }), leeway: 60, code: 0 },
    { id: "expired-negative", token: tokenOf("negative", { expire: -1 }), code: 204 },
    { id: "expired-int64-min", token: tokenOf("int64-min", { expire: -(1n << 63n) }), code: 204 },
    { id: "expired-a-duration", token: tokenOf("duration", { expire: TTL }), code: 204 },
    { id: "control-before-ctime", token: sound, now: NOW - 86400, code: 0 },
    { id: "control-milliseconds", token: tokenOf("milliseconds", { ctime: NOW * 1000, expire: NOW * 1000 + TTL }), code: 0 },
  ];
}

export function rightsCases() {
  const room = { room_id: "room1", login: true, publish: true, streams: ["s1", "s2"] };
  const privilege = (changes) => writePrivilege({ ...room, ...changes });
  const inRoom = { room_id: "room1" };
  const publishing = { ...inRoom, publish: true };
  const playing = { ...inRoom, stream_id: "s1" };
  const rows = [
    ["identity-room", "", inRoom, 0],
    ["identity-publish-stream", "", { ...publishing, stream_id: "s1" }, 0],
    ["room-same", privilege(), inRoom, 0],
    ["all-expected", privilege(), { user_id: "user1", ...publishing, stream_id: "s2" }, 0],
    ["room-other", privilege(), { room_id: "room2" }, 208],
    ["room-in-other-case", privilege(), { room_id: "Room1" }, 208],
    ["room-longer", privilege(), { room_id: "room11" }, 208],
    ["room-empty-in-token", privilege({ room_id: "" }), { room_id: "any" }, 0],
    ["room-escaped", '{"room_id":"\\u0072oom1","privilege":{"1":1}}', inRoom, 0],
    ["login-denied", privilege({ login: false }), inRoom, 208],
    ["login-denied-nothing-expected", privilege({ login: false }), { user_id: "user1" }, 0],
    ["login-denied-publish-alone", privilege({ login: false }), { publish: true }, 208],
    ["login-denied-stream-alone", privilege({ login: false }), { stream_id: "s1" }, 208],
    ["login-key-missing", '{"room_id":"room1","privilege":{"2":1}}', inRoom, 208],
    ["login-is-2", '{"room_id":"room1","privilege":{"1":2,"2":1}}', inRoom, 208],
    ["login-is-minus-1", '{"room_id":"room1","privilege":{"1":-1,"2":1}}', inRoom, 208],
    ["publish-alone", privilege(), { publish: true }, 0],
    ["publish-denied", privilege({ publish: false }), publishing, 208],
    ["publish-denied-not-asked", privilege({ publish: false }), { ...inRoom, publish: false }, 0],
    ["publish-key-missing", '{"room_id":"room1","privilege":{"1":1}}', publishing, 208],
    ["publish-key-missing-not-asked", '{"room_id":"room1","privilege":{"1":1}}', inRoom, 0],
    ["stream-alone", privilege(), { stream_id: "s2" }, 0],
    ["stream-listed", privilege(), playing, 0],
    ["stream-not-listed", privilege(), { ...inRoom, stream_id: "s3" }, 208],
    ["stream-list-null", privilege({ streams: null }), playing, 0],
    ["stream-list-empty", privilege({ streams: [] }), playing, 0],
    ["stream-list-absent", '{"room_id":"room1","privilege":{"1":1,"2":0}}', playing, 0],
    ["payload-not-json", "room1", inRoom, 208],
    ["payload-not-json-nothing-expected", "room1", { user_id: "user1" }, 0],
    ["payload-blank", " ", inRoom, 208],
    ["payload-empty-object", "{}", inRoom, 208],
    ["payload-encoded-twice", JSON.stringify(privilege()), inRoom, 208],
    ["payload-room-twice", '{"room_id":"room2","room_id":"room1","privilege":{"1":1}}', inRoom, 208],
    ["payload-right-twice", '{"room_id":"room1","privilege":{"1":0,"1":1}}', inRoom, 208],
    ["payload-right-text", '{"room_id":"room1","privilege":{"1":"1"}}', inRoom, 208],
    ["payload-right-true", '{"room_id":"room1","privilege":{"1":true}}', inRoom, 208],
    ["payload-right-with-fraction", '{"room_id":"room1","privilege":{"1":1.0}}', inRoom, 208],
    ["payload-room-number", '{"room_id":1,"privilege":{"1":1}}', { room_id: "1" }, 208],
    ["payload-streams-text", '{"room_id":"room1","privilege":{"1":1},"stream_id_list":"s1"}', playing, 208],
    ["required-identity", "", { require_privilege: true }, 208],
    ["required-identity-room-stream-publish", "", { ...publishing, stream_id: "s1", require_privilege: true }, 208],
    ["required-identity-not-required", "", { ...inRoom, require_privilege: false }, 0],
    ["required-privilege", privilege(), { require_privilege: true }, 0],
    ["required-room-same", privilege(), { ...inRoom, require_privilege: true }, 0],
    ["required-room-other", privilege(), { room_id: "room2", require_privilege: true }, 208],
    ["required-login-denied", privilege({ login: false }), { require_privilege: true }, 208],
    ["required-payload-not-json", "room1", { require_privilege: true }, 208],
    ["payload-other-json-publish", '{"role":"host"}', { publish: true }, 208],
  ];
  return rows.map(([name, payload, login, code]) => ({ id: `rights-${name}`, token: tokenOf(`rights ${name}`, { payload }), login, code }));
}
