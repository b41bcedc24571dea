// Which code bad arguments get when a token is made, and which of several is told.

import { LONGEST_BODY, writeBody } from "./format.mjs";
import { readJson } from "./json.mjs";
import { LONGEST_ZIM_TTL, roomIdFaults, SHORTEST_ZIM_TTL, userIdFaults } from "./limits.mjs";
import { readPrivilege, writePrivilege } from "./privilege.mjs";

const LARGEST_INT64 = (1n << 63n) - 1n;

/** The code of a case of arguments.json: what its language-neutral values deserve, in the order of checks. */
export function argumentCode(one) {
  const checks = { app_id: appIdCode, user_id: userIdCode, secret: secretCode, ttl: ttlCode };
  // The official functions look at the user before the secret; an Issuer has its secret before it sees a user.
  const order = one.call === "drop_in" ? ["app_id", "user_id", "secret", "ttl"] : ["app_id", "secret", "user_id", "ttl"];
  for (const name of order) {
    const code = checks[name](one);
    if (code !== 0) return code;
  }
  return payloadCode(one) || lengthCode(one);
}

function profileOf(one) {
  return one.call === "kit" ? "kit" : one.profile;
}

/** A text argument in whatever spelling the case uses: a string, null when null or absent, undefined when it is no text. */
function textOf(holder, name) {
  if (`${name}_utf16` in holder || `${name}_hex` in holder) return undefined;
  const repeat = holder[`${name}_repeat`];
  const value = repeat ? repeat.text.repeat(repeat.count) : holder[name] ?? null;
  return typeof value === "string" || value === null ? value : undefined;
}

function takesUserId(profile, userId) {
  return userId !== "" && (!profile || userIdFaults(profile, userId).length === 0);
}

function takesRoomId(profile, roomId) {
  return roomId !== "" && (!profile || roomIdFaults(roomId).length === 0);
}

function appIdCode(one) {
  const value = one.app_id_text === undefined ? one.app_id : BigInt(one.app_id_text);
  const whole = typeof value === "bigint" || Number.isSafeInteger(value);
  return whole && value >= 1 && value <= 0xffffffff ? 0 : 1;
}

function userIdCode(one) {
  const userId = textOf(one, "user_id");
  if (userId === null) return one.call === "drop_in" ? 3 : 901;
  return userId !== undefined && takesUserId(profileOf(one), userId) ? 0 : 3;
}

function secretCode(one) {
  const secret = textOf(one, "secret");
  if (secret === null) return one.call === "drop_in" ? 5 : 901;
  return secret !== undefined && Buffer.byteLength(secret) === 32 ? 0 : 5;
}

function ttlCode(one) {
  const value = one.ttl_text === undefined ? durationOf(one) : BigInt(one.ttl_text);
  if (typeof value !== "bigint" && !Number.isSafeInteger(value)) return 6;
  const limited = ["zim", "kit", "call"].includes(profileOf(one));
  // The clock is at least at this moment when a case runs, so what overflows now overflows then.
  const longest = limited ? BigInt(LONGEST_ZIM_TTL) : LARGEST_INT64 - 1700000000n;
  return BigInt(value) >= (limited ? SHORTEST_ZIM_TTL : 1) && BigInt(value) <= longest ? 0 : 6;
}

/** The ttl of a case; the seconds of one that is the text of a duration. */
function durationOf(one) {
  const text = one.needs?.includes("duration-text") ? /^([0-9]+)([smhd]?)$/.exec(one.ttl) : null;
  return text?.[0] === one.ttl ? BigInt(text[1]) * { "": 1n, s: 1n, m: 60n, h: 3600n, d: 86400n }[text[2]] : one.ttl;
}

function payloadCode(one) {
  const profile = profileOf(one);
  if (one.room !== undefined) return profile === "zim" ? 104 : roomCode(profile, one.room);
  const payload = textOf(one, "payload");
  if (payload === undefined) return 104;
  if (!payload || !profile) return 0;
  if (profile === "zim" || !isJson(payload)) return 104;
  const privilege = readPrivilege(payload);
  return privilege === null || takesRoomId(profile, privilege.room_id) ? 0 : 102;
}

function roomCode(profile, room) {
  const roomId = textOf(room, "room_id");
  if (typeof roomId !== "string" || !takesRoomId(profile, roomId)) return 102;
  const streams = room.streams ?? null;
  return streams === null || (streams.length > 0 && !streams.includes("")) ? 0 : 102;
}

function lengthCode(one) {
  const payload = one.call === "issue_room" ? writePrivilege({ ...one.room, room_id: textOf(one.room, "room_id") }) : textOf(one, "payload") ?? "";
  const [shortest, longest] = [[0, 1], [2147483647, 9999999999]].map(([nonce, expire]) => {
    const claims = { app_id: one.app_id, user_id: textOf(one, "user_id"), nonce, ctime: 1700000000, expire, payload };
    return Buffer.byteLength(writeBody(claims));
  });
  if (shortest <= LONGEST_BODY && longest > LONGEST_BODY) throw new Error(`${one.id}: whether it fits depends on the nonce`);
  return shortest > LONGEST_BODY ? 101 : 0;
}

function isJson(text) {
  try {
    readJson(text);
    return true;
  } catch {
    return false;
  }
}
