// The body in a diagnosis: whether it is JSON, which claims it has, and of which types.

import { readBody } from "../format.mjs";
import { integerOf, readJson, uniqueEntriesOf } from "../json.mjs";

const REQUIRED = ["app_id", "user_id", "nonce", "ctime", "expire"];
const MISPLACED = ["room_id", "privilege", "stream_id_list"];
/** Names in use for a claim, without case, underscores and dashes. */
const OTHER_NAMES = {
  app_id: ["appid", "app", "iss"],
  user_id: ["userid", "user", "uid", "sub"],
  nonce: ["random", "rand", "jti"],
  ctime: ["createtime", "createdat", "created", "iat", "timestamp"],
  expire: ["expiretime", "expireat", "expiresat", "expires", "expired", "expiry", "exp"],
};
const TYPE_CODES = { app_id: [1002076], user_id: [1002077], nonce: [1002080], ctime: [1002078], expire: [1002078] };

/** Adds what is wrong with the body; returns {entries, claims}: its nodes by key but those of a wrong type, and the claims where it is sound. */
export function readBodyNodes(plaintext, findings) {
  const unpadded = withoutSecondPadding(plaintext);
  const entries = entriesOf(unpadded ?? plaintext);
  if (!entries) {
    findings.add("body-not-json");
    return {};
  }
  if (unpadded) findings.add("double-padding");
  judgeKeys(entries, findings);
  judgeTypes(entries, findings);
  return { entries, claims: claimsOf(unpadded ?? plaintext) };
}

function entriesOf(bytes) {
  try {
    return uniqueEntriesOf(readJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}

function claimsOf(bytes) {
  try {
    return readBody(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes before a second padding, where there is one that leaves a JSON object. */
function withoutSecondPadding(bytes) {
  const count = bytes.at(-1);
  const padded = count >= 1 && count <= 16 && bytes.subarray(-count).every((byte) => byte === count);
  const rest = bytes.subarray(0, bytes.length - count);
  return padded && entriesOf(rest) ? rest : undefined;
}

function judgeKeys(entries, findings) {
  const misplaced = MISPLACED.some((key) => entries.has(key));
  if (misplaced) findings.add("misplaced-claims");
  const unknown = [...entries.keys()].map((key) => key.toLowerCase().replace(/[_-]/g, ""));
  const missing = REQUIRED.filter((key) => !entries.has(key));
  const renamed = missing.filter((key) => OTHER_NAMES[key].some((name) => unknown.includes(name)));
  if (renamed.length > 0) findings.add("claim-names");
  if (renamed.length < missing.length) findings.add("missing-claim");
  else if (!entries.has("payload") && !misplaced) findings.add("missing-claim", { severity: "warning" });
}

function judgeTypes(entries, findings) {
  const wrong = REQUIRED.filter((key) => entries.has(key) && !isTyped(key, entries.get(key)));
  wrong.forEach((key) => entries.delete(key));
  if (wrong.length > 0) findings.add("claim-type", { codes: [...new Set(wrong.flatMap((key) => TYPE_CODES[key]))] });
}

function isTyped(key, node) {
  if (key === "user_id") return node.type === "string";
  const value = integerOf(node);
  if (value === undefined) return false;
  return key === "app_id" ? value >= 1n && value <= 0xffffffffn : BigInt.asIntN(64, value) === value;
}
