// Cases of arguments.json: bad arguments and the code each gets, with good controls beside them.

import { mustAgree, APP_ID, SECRET, TTL } from "./fixtures.mjs";
import { argumentCode } from "./argument-code.mjs";
import { profileCases } from "./arguments-profiles.mjs";
import { untypedCases } from "./arguments-untyped.mjs";

const LARGE = { text: "p", count: 66000 };

export function argumentCases() {
  return [...appIdCases(), ...textCases(), ...ttlCases(), ...payloadCases(), ...roomCases(), ...orderCases(), ...untypedCases(), ...profileCases()]
    .map(complete);
}

function appIdCases() {
  return [
    { id: "control-issue", code: 0 },
    { id: "control-issue-gcm", mode: "gcm", code: 0 },
    { id: "control-drop-in", call: "drop_in", code: 0 },
    { id: "app-id-0", app_id: 0, code: 1 },
    { id: "app-id-1", app_id: 1, code: 0 },
    { id: "app-id-most", app_id: 4294967295, code: 0 },
    { id: "app-id-33-bits", app_id: 4294967296, needs: ["wide-integer"], code: 1 },
    { id: "app-id-wraps-to-1", app_id: 4294967297, needs: ["wide-integer"], code: 1 },
    { id: "app-id-negative", app_id: -1, needs: ["wide-integer"], code: 1 },
    { id: "app-id-negative-wraps", app_id: -4294967295, needs: ["wide-integer"], code: 1 },
    { id: "app-id-64-bits", app_id_text: "18446744073709551617", needs: ["big-integer"], code: 1 },
    { id: "drop-in-app-id-0", call: "drop_in", app_id: 0, code: 1 },
    { id: "drop-in-app-id-wraps-to-1", call: "drop_in", app_id: 4294967297, needs: ["wide-integer"], code: 1 },
  ];
}

function textCases() {
  return [
    { id: "user-empty", user_id: "", code: 3 },
    { id: "user-one-byte", user_id: "u", code: 0 },
    { id: "user-nul", user_id: "a\u0000b", code: 0 },
    { id: "user-long-and-any", user_id: "用户 😀/\"\\".repeat(40), code: 0 },
    { id: "secret-empty", secret: "", code: 5 },
    { id: "secret-31", secret: SECRET.slice(1), code: 5 },
    { id: "secret-33", secret: `${SECRET}0`, code: 5 },
    { id: "secret-line-end", secret: `${SECRET}\n`, code: 5 },
    { id: "secret-app-sign", secret: SECRET + SECRET, code: 5 },
    { id: "secret-hex-decoded", secret: "0123456789abcdef", code: 5 },
    { id: "secret-32-characters-33-bytes", secret: `é${SECRET.slice(1)}`, code: 5 },
    { id: "secret-31-characters-32-bytes", secret: `é${SECRET.slice(2)}`, code: 0 },
    { id: "secret-nul-inside", secret: `a\u0000${SECRET.slice(2)}`, code: 0 },
    { id: "drop-in-user-empty", call: "drop_in", user_id: "", code: 3 },
    { id: "drop-in-secret-31", call: "drop_in", secret: SECRET.slice(1), code: 5 },
    { id: "drop-in-secret-32-characters-33-bytes", call: "drop_in", secret: `é${SECRET.slice(1)}`, code: 5 },
  ];
}

function ttlCases() {
  return [
    { id: "ttl-0", ttl: 0, code: 6 },
    { id: "ttl-1", ttl: 1, code: 0 },
    { id: "ttl-100-years", ttl: 3155760000, needs: ["wide-integer"], code: 0 },
    { id: "ttl-negative", ttl: -1, needs: ["negative"], code: 6 },
    { id: "ttl-int64-max", ttl_text: "9223372036854775807", needs: ["wide-integer"], code: 6 },
    { id: "ttl-64-bits", ttl_text: "9223372036854775808", needs: ["big-integer"], code: 6 },
    { id: "ttl-wraps-to-an-hour", ttl_text: "18446744073709555216", needs: ["big-integer"], code: 6 },
    { id: "drop-in-ttl-0", call: "drop_in", ttl: 0, code: 6 },
    { id: "drop-in-ttl-negative", call: "drop_in", ttl: -3600, needs: ["negative"], code: 6 },
    { id: "drop-in-ttl-int64-max", call: "drop_in", ttl_text: "9223372036854775807", needs: ["wide-integer"], code: 6 },
  ];
}

function payloadCases() {
  return [
    { id: "payload-any-text", payload: "not json {", code: 0 },
    { id: "payload-privilege-empty-room", payload: '{"room_id":"","privilege":{"1":1,"2":0}}', code: 0 },
    { id: "payload-60000-bytes", payload_repeat: { text: "p", count: 60000 }, code: 0 },
    { id: "payload-60000-bytes-of-chinese", payload_repeat: { text: "房", count: 20000 }, code: 0 },
    { id: "payload-too-long", payload_repeat: LARGE, code: 101 },
    { id: "payload-too-long-gcm", payload_repeat: LARGE, mode: "gcm", code: 101 },
    { id: "payload-too-long-by-its-escapes", payload_repeat: { text: '"', count: 33000 }, code: 101 },
    { id: "payload-too-long-in-bytes", payload_repeat: { text: "房", count: 22000 }, code: 101 },
    { id: "user-too-long", user_id_repeat: LARGE, code: 101 },
    { id: "drop-in-payload-too-long", call: "drop_in", payload_repeat: LARGE, code: 101 },
  ];
}

function roomCases() {
  return [
    { id: "control-room", room: { room_id: "room1" }, code: 0 },
    { id: "control-room-all-told", room: { room_id: "room1", login: true, publish: true, streams: ["s1", "s2"] }, code: 0 },
    { id: "room-any-text", room: { room_id: "房间 1".repeat(40) }, code: 0 },
    { id: "room-empty", room: { room_id: "" }, code: 102 },
    { id: "streams-empty", room: { room_id: "room1", streams: [] }, code: 102 },
    { id: "stream-empty", room: { room_id: "room1", streams: ["s1", ""] }, code: 102 },
    { id: "room-too-long", room: { room_id_repeat: LARGE }, code: 101 },
  ].map((one) => ({ call: "issue_room", ...one }));
}

/** Two defects each: the one that is told first. */
function orderCases() {
  const bad = { app_id: 0, secret: "", user_id: "", ttl: 0, room: { room_id: "" } };
  return [
    { id: "first-app-id", ...bad, call: "issue_room", code: 1 },
    { id: "first-secret", ...bad, call: "issue_room", app_id: APP_ID, code: 5 },
    { id: "first-user", ...bad, call: "issue_room", app_id: APP_ID, secret: SECRET, code: 3 },
    { id: "first-ttl", call: "issue_room", ttl: 0, room: { room_id: "" }, code: 6 },
    { id: "first-room", call: "issue_room", room: { room_id: "", streams: [] }, user_id_repeat: LARGE, code: 102 },
    { id: "first-ttl-then-length", ttl: 0, payload_repeat: LARGE, code: 6 },
    { id: "drop-in-first-app-id", call: "drop_in", app_id: 0, user_id: "", secret: "", ttl: 0, code: 1 },
    { id: "drop-in-first-user", call: "drop_in", user_id: "", secret: "", ttl: 0, code: 3 },
    { id: "drop-in-first-secret", call: "drop_in", secret: "", ttl: 0, code: 5 },
    { id: "drop-in-first-ttl", call: "drop_in", ttl: 0, payload_repeat: LARGE, code: 6 },
  ];
}

/** Fills in what a case does not care about, and checks the code it states. */
function complete({ id, call = "issue", needs = [], code, ...given }) {
  const defaults = { app_id: APP_ID, secret: SECRET, user_id: "user1", ttl: TTL, ...(call === "kit" && { user_name: "Alice" }) };
  for (const name of Object.keys(defaults)) {
    if (Object.keys(given).some((key) => key.startsWith(`${name}_`))) delete defaults[name];
  }
  const one = { id, call, ...defaults, ...given, needs };
  mustAgree(id, code, argumentCode({ ...defaults, ...given, id, call, needs }));
  return { ...one, code };
}
