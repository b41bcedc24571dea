// Opens tokens that ZEGO's own generators made with the second implementation, so that the vectors rest on them.
//
// The tokens are not part of this repository: TOKEN04_OFFICIAL names a folder with tokens.jsonl and kit-tokens.jsonl.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { open, readEnvelope, unseal } from "./format.mjs";
import { decodeKit, encodeKit } from "./kit.mjs";
import { styledBody } from "./styles.mjs";

const folder = process.env.TOKEN04_OFFICIAL;
if (folder) {
  checkEach("tokens.jsonl", checkToken);
  checkEach("kit-tokens.jsonl", checkKitToken);
} else {
  console.warn("SKIPPED: no official tokens were checked, because TOKEN04_OFFICIAL does not name their folder");
}

function checkEach(file, check) {
  const records = readFileSync(join(folder, file), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const failures = records.flatMap((record, index) => {
    const wrong = check(record);
    return wrong ? [`${file}:${index + 1}: ${wrong}`] : [];
  });
  failures.forEach((failure) => console.error(failure));
  if (failures.length > 0) process.exitCode = 1;
  console.log(`${file}: ${records.length - failures.length} of ${records.length} as expected`);
}

/** What is wrong with the token of a record, or undefined. */
function checkToken(record) {
  const envelope = readEnvelope(record.token);
  const claims = open(envelope, record.secret);
  const body = unseal(envelope.ciphertext, { ...envelope, key: Buffer.from(record.secret) }).toString();
  const style = record.impl === "php56" ? "php" : record.impl;
  if (envelope.mode !== record.mode) return `mode ${envelope.mode}`;
  if (record.body !== undefined && record.body !== body) return "another body than recorded";
  if (claims.app_id !== record.app_id || claims.user_id !== record.user_id) return "another app or user";
  if (claims.payload !== (record.payload ?? "")) return "another payload";
  if (claims.expire - claims.ctime !== BigInt(record.ttl) || envelope.expire !== claims.expire) return "another time";
  // Given a null payload, some writers write null and others an empty text.
  const rewritten = [record.payload, claims.payload].map((payload) => styledBody(style, { ...claims, payload }));
  return rewritten.includes(body) ? undefined : `the style writes ${rewritten[0]}, not ${body}`;
}

/** What is wrong with the kit token of a record, or undefined. */
function checkKitToken(record) {
  const { token, user } = decodeKit(record.kit_token);
  const claims = open(readEnvelope(token), record.secret);
  const expected = { user_id: record.userID, room_id: record.roomID, user_name: record.userName, app_id: record.appID };
  if (Object.keys(expected).some((key) => user[key] !== expected[key])) return "another user";
  if (claims.user_id !== record.userID || claims.app_id !== record.appID) return "another app or user in the token";
  return encodeKit(token, expected) === record.kit_token ? undefined : "encoded in another way";
}
