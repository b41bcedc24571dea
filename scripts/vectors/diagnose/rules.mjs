// What a diagnosis says of claims that could be read: payload, times, expectations and limits.

import { readEnvelope } from "../format.mjs";
import { integerOf, readJson, uniqueEntriesOf } from "../json.mjs";
import { LONGEST_ZIM_TTL, roomIdFaults, SHORTEST_ZIM_TTL, userIdFaults } from "../limits.mjs";
import { readPrivilege } from "../privilege.mjs";

const EARLIEST_TIME = 1000000000n;
const EARLIEST_MILLISECONDS = 100000000000n;
const USER_CODES = { empty: 1002007, length: 1002007, characters: 1002006 };
const ROOM_CODES = { empty: 1002011, length: 1002013, characters: 1002012 };

/** Judges the payload; returns the privilege in it, where it is sound enough to hold against expectations. */
export function judgePayload(node, { profile }, findings) {
  if (node?.type === "object" || node?.type === "array") findings.add("payload-object");
  if (node?.type !== "string" || node.value === "") return null;
  if (["zim", "call"].includes(profile)) findings.add("payload-in-zim", { severity: "warning" });
  if (profile === "zim") return null;
  const parsed = parsedOrNothing(node.value);
  const privilege = readPrivilege(node.value);
  if (!parsed) findings.add("payload-not-json");
  else if (parsed.type === "string" && parsedOrNothing(parsed.value)) findings.add("payload-double-encoded");
  else if (isForFilm(parsed)) return null;
  else if (!privilege) findings.add("payload-shape");
  else if (privilege.login === null || privilege.publish === null || privilege.room_id === "" || privilege.streams?.length === 0) {
    findings.add("payload-shape", { severity: "warning" });
  }
  return privilege;
}

/** Judges the times: those of the body where they can be read, and the envelope's expire. */
export function judgeTimes({ ctime, bodyExpire, envelopeExpire }, { now, profile }, findings) {
  const expire = bodyExpire ?? envelopeExpire;
  const present = BigInt(now);
  const duration = [bodyExpire, envelopeExpire].some((time) => time !== undefined && time < EARLIEST_TIME);
  const milliseconds = (ctime ?? expire ?? 0n) > EARLIEST_MILLISECONDS;
  if (duration) findings.add("expire-is-duration");
  if (milliseconds) findings.add("milliseconds");
  if (ctime !== undefined && !milliseconds && ctime > present + 1n) findings.add("clock-skew", { severity: "warning" });
  if (expire === undefined || duration || milliseconds) return;
  if (bodyExpire !== undefined && envelopeExpire !== undefined && bodyExpire !== envelopeExpire) findings.add("expire-mismatch");
  if (present >= expire) findings.add("expired");
  else if (expire - present < SHORTEST_ZIM_TTL) findings.add("expires-soon", { severity: "warning" });
  if (expire - present > LONGEST_ZIM_TTL || (ctime !== undefined && expire - ctime > LONGEST_ZIM_TTL)) {
    findings.add("ttl-over-24-days", { severity: ["zim", "kit", "call"].includes(profile) ? "error" : "warning" });
  }
}

/** Holds app and user against what is expected. */
export function judgeIdentity(entries, question, findings) {
  const appId = integerOf(entries?.get("app_id"));
  const userId = entries?.get("user_id");
  if (appId !== undefined && question.app_id !== undefined && appId !== BigInt(question.app_id)) {
    findings.add("app-id-mismatch");
  }
  if (!userId) return;
  if (question.secret !== undefined && userId.value === question.secret) {
    findings.add("swapped-arguments");
    return;
  }
  if (/^[0-9a-fA-F]{32}$/.test(userId.value)) findings.add("swapped-arguments", { severity: "warning" });
  if (question.user_id !== undefined && userId.value !== question.user_id) findings.add("user-id-mismatch");
  judgeUserId(userId.value, question, findings);
}

/** Holds a privilege against the room, the rights and the stream that are expected. */
export function judgeRights(privilege, { room_id, stream_id, publish = false }, findings) {
  if (!privilege || (room_id === undefined && stream_id === undefined && !publish)) return;
  if (room_id !== undefined && !isToken(room_id) && privilege.room_id !== "" && privilege.room_id !== room_id) findings.add("room-mismatch");
  if (privilege.login !== true) findings.add("login-denied");
  if (publish && privilege.publish !== true) findings.add("publish-denied");
  if (stream_id !== undefined && privilege.streams?.length && !privilege.streams.includes(stream_id)) findings.add("stream-mismatch");
}

function judgeUserId(userId, { profile }, findings) {
  const codesOf = (faults) => [...new Set(faults.map((fault) => USER_CODES[fault]))];
  const errors = profile ? userIdFaults(profile, userId) : userIdFaults("rtc", userId).filter((fault) => fault === "empty");
  const warnings = profile === "kit" ? userIdFaults("zim", userId) : profile ? [] : userIdFaults("rtc", userId).filter((fault) => fault === "length");
  if (errors.length > 0) findings.add("user-id-limit", { codes: codesOf(errors) });
  else if (warnings.length > 0) findings.add("user-id-limit", { severity: "warning", codes: codesOf(warnings) });
}

/** Holds the first room that is known, of the payload, the kit part or the question, against the limits. */
export function judgeRoomId(roomIds, { profile }, findings) {
  if (profile === "zim") return;
  for (const roomId of roomIds.filter((known) => known !== undefined)) {
    const faults = roomIdFaults(roomId).filter((fault) => profile || fault !== "characters");
    const severity = profile ? "error" : "warning";
    if (isToken(roomId)) findings.add("swapped-arguments");
    else if (faults.length > 0) findings.add("room-id-limit", { severity, codes: faults.map((fault) => ROOM_CODES[fault]) });
  }
}

/** Whether a payload is that of the licensed-film player. */
function isForFilm(node) {
  const entries = uniqueEntriesOf(node);
  const typed = entries?.get("room_id")?.type === "string" && ["string", "number"].includes(entries.get("video_id")?.type);
  return typed && !entries.has("privilege") && !entries.has("stream_id_list");
}

/** Whether a text is a token, a plain one or a kit's. */
function isToken(text) {
  try {
    return readEnvelope(text) !== undefined;
  } catch {
    return false;
  }
}

function parsedOrNothing(text) {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}
