// Kit tokens in the second implementation: a token with the room and the user behind it.

import { MALFORMED, readBase64, readEnvelope, Refusal } from "./format.mjs";
import { integerOf, readJson, uniqueEntriesOf, writeString } from "./json.mjs";
import { roomIdFaults, userIdFaults } from "./limits.mjs";

/** The kit token of a token and a user. Throws a Refusal with 1, 3, 102 or 201. */
export function encodeKit(token, { app_id, user_id, room_id, user_name }) {
  if (!Number.isInteger(app_id) || app_id < 1 || app_id > 0xffffffff) throw new Refusal(1, "app_id");
  if (userIdFaults("kit", user_id).length > 0) throw new Refusal(3, "user_id");
  if (roomIdFaults(room_id).length > 0) throw new Refusal(102, "room_id");
  if (token.includes("#")) throw new Refusal(MALFORMED, "already a kit token");
  readEnvelope(token);
  return `${token}#${Buffer.from(writeKitPart({ app_id, user_id, room_id, user_name })).toString("base64")}`;
}

/** The JSON behind the hash sign; only the name is percent-encoded. */
export function writeKitPart({ app_id, user_id, room_id, user_name }) {
  const name = encodeURIComponent(user_name);
  return `{"userID":${writeString(user_id)},"roomID":${writeString(room_id)},"userName":${writeString(name)},"appID":${app_id}}`;
}

/** The token and the user in a kit token. Throws a Refusal with 201. */
export function decodeKit(kitToken) {
  const cut = kitToken.indexOf("#");
  if (cut < 0) throw new Refusal(MALFORMED, "no hash sign");
  const token = kitToken.slice(0, cut);
  readEnvelope(token);
  return { token, user: readKitPart(kitToken.slice(cut + 1)) };
}

function readKitPart(part) {
  // The reader in the browser is JSON.parse(atob(part)): atob gives one character per byte.
  const text = readBase64(part).toString("latin1");
  try {
    const entries = uniqueEntriesOf(readJson(text));
    const [user_id, room_id, name] = ["userID", "roomID", "userName"].map((key) => entries.get(key));
    const app_id = integerOf(entries.get("appID"));
    const typed = [user_id, room_id, name].every((node) => node?.type === "string");
    if (!typed || app_id === undefined || app_id < 1n || app_id > 0xffffffffn) throw new TypeError("keys or types");
    const user_name = decodeURIComponent(name.value);
    return { user_id: user_id.value, room_id: room_id.value, user_name, app_id: Number(app_id) };
  } catch (error) {
    throw new Refusal(MALFORMED, error.message);
  }
}
