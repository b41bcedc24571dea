// The privilege payload of the second implementation: writing it, reading it, and what it permits.

import { integerOf, readJson, uniqueEntriesOf, writeString } from "./json.mjs";

/** The exact payload text of a privilege. */
export function writePrivilege({ room_id, login = true, publish = false, streams = null }) {
  const list = streams === null ? "null" : `[${streams.map(writeString).join(",")}]`;
  return `{"room_id":${writeString(room_id)},"privilege":{"1":${Number(login)},"2":${Number(publish)}},"stream_id_list":${list}}`;
}

/** The privilege in a payload, or null when the payload is not of that form. */
export function readPrivilege(payload) {
  const entries = uniqueEntriesOf(parsedOrNothing(payload));
  const rights = uniqueEntriesOf(entries?.get("privilege"));
  const room = entries?.get("room_id");
  const list = entries?.get("stream_id_list") ?? { type: "null" };
  const streams = list.type === "null" ? null : list.type === "array" ? list.items : undefined;
  if (room?.type !== "string" || rights === undefined || streams === undefined) return null;
  if ([...rights.values()].some((value) => integerOf(value) === undefined)) return null;
  if (streams?.some((item) => item.type !== "string")) return null;
  return {
    room_id: room.value,
    login: rightOf(rights.get("1")),
    publish: rightOf(rights.get("2")),
    streams: streams && streams.map((item) => item.value),
  };
}

/** Whether a token with this payload permits what a login expects of room, stream, publishing and a privilege at all. */
export function permits(payload, { room_id, stream_id, publish = false, require_privilege = false }) {
  if (payload === "") return !require_privilege;
  const asked = room_id !== undefined || stream_id !== undefined || publish || require_privilege;
  if (!asked) return true;
  const privilege = readPrivilege(payload);
  if (privilege?.login !== true) return false;
  if (room_id !== undefined && privilege.room_id !== "" && privilege.room_id !== room_id) return false;
  if (publish && privilege.publish !== true) return false;
  return stream_id === undefined || !privilege.streams?.length || privilege.streams.includes(stream_id);
}

function parsedOrNothing(text) {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}

function rightOf(node) {
  return node === undefined ? null : integerOf(node) === 1n;
}
