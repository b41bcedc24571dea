// Rejected because no Token04 body comes out of it: code 202, one error for every cause.

import { readEnvelope, seal, UNDECIPHERABLE, unseal, writeBody, writeEnvelope, writeText, writeToken } from "./format.mjs";
import { bytesFor, claimsWith, ivFor, NOW, PREVIOUS_SECRET, SECRET } from "./fixtures.mjs";

const CLAIMS = claimsWith();
const BODY = writeBody(CLAIMS);
const KEY = Buffer.from(SECRET);

export function undecipherableCases() {
  return [...secretCases(), ...damageCases(), ...bodyCases()].map((one) => ({ ...one, code: one.code ?? UNDECIPHERABLE }));
}

function tokenOf(label, { mode = "cbc", secret = SECRET, body = BODY } = {}) {
  return writeToken({ claims: CLAIMS, body, secret, iv: ivFor(label, mode), mode });
}

function secretCases() {
  return ["cbc", "gcm"].flatMap((mode) => {
    const token = tokenOf("secret", { mode });
    const old = tokenOf("old-secret", { mode, secret: PREVIOUS_SECRET });
    return [
      { id: `${mode}-wrong-secret`, token, secret: PREVIOUS_SECRET },
      { id: `${mode}-secret-last-bit-differs`, token, secret: SECRET.slice(0, -1) + "G" },
      { id: `${mode}-previous-secret-opens`, token: old, previous_secret: PREVIOUS_SECRET, code: 0 },
      { id: `${mode}-current-secret-opens-with-another-previous`, token, previous_secret: PREVIOUS_SECRET, code: 0 },
      { id: `${mode}-neither-secret`, token: old, previous_secret: "x".repeat(32) },
    ];
  }).concat(
    { id: "cbc-previous-secret-though-the-current-one-unpads", token: unpaddingToken(), previous_secret: PREVIOUS_SECRET, code: 0 },
    { id: "cbc-wrong-secret-that-unpads", token: unpaddingToken() },
  );
}

/** A token of the previous secret that, by chance, the current one decrypts to correct padding and rubbish. */
function unpaddingToken() {
  for (let attempt = 0; ; attempt += 1) {
    const token = tokenOf(`unpads ${attempt}`, { secret: PREVIOUS_SECRET });
    try {
      unseal(readEnvelope(token).ciphertext, { ...readEnvelope(token), key: KEY });
      return token;
    } catch {
      // This one was told apart by its padding; about one in 256 is not.
    }
  }
}

function damageCases() {
  const changed = (mode, position) => {
    const { expire, iv, ciphertext } = readEnvelope(tokenOf("damage", { mode }));
    const at = position < 0 ? ciphertext.length + position : position;
    ciphertext[at] ^= 0x80;
    return writeText(writeEnvelope({ expire, iv, ciphertext, mode_byte: mode === "gcm" ? 1 : undefined }));
  };
  const asOther = (label, mode, mode_byte, ivLength) => writeText(writeEnvelope({
    expire: CLAIMS.expire, iv: bytesFor(label, ivLength), mode_byte,
    ciphertext: seal(BODY, { key: KEY, iv: ivFor(label, mode), mode }) }));
  return [
    { id: "cbc-first-block-damaged", token: changed("cbc", 1) },
    { id: "cbc-last-block-damaged", token: changed("cbc", -1) },
    { id: "gcm-ciphertext-damaged", token: changed("gcm", 1) },
    { id: "gcm-tag-damaged", token: changed("gcm", -1) },
    { id: "gcm-tag-only", token: tokenOf("empty", { mode: "gcm", body: "" }) },
    { id: "cbc-empty-body", token: tokenOf("empty", { body: "" }) },
    { id: "cbc-read-as-gcm", token: asOther("cbc-as-gcm", "cbc", 1, 12) },
  ];
}

function bodyCases() {
  const claims = (changes) => writeBody(claimsWith(changes));
  const without = (key) => BODY.replace(new RegExp(`"${key}":("[^"]*"|[^,}]*),`), "");
  const raw = (key, value) => BODY.replace(new RegExp(`"${key}":("[^"]*"|[^,}]*)`), () => `"${key}":${value}`);
  const behind = (text) => BODY.replace(/}$/, () => `,${text}}`);
  const bodies = {
    "not-json": "user1",
    "json-array": `[${BODY}]`,
    "json-string": JSON.stringify(BODY),
    "json-number": "123",
    "empty-object": "{}",
    "something-behind": `${BODY}x`,
    "two-objects": BODY + BODY,
    "trailing-comma": behind(""),
    "single-quotes": BODY.replaceAll('"', "'"),
    "comment": `${BODY}//`,
    "byte-order-mark": `\ufeff${BODY}`,
    "nul-behind": `${BODY}\u0000`,
    "padded-twice": Buffer.concat([Buffer.from(BODY), Buffer.alloc(16, 16)]),
    "invalid-utf8": Buffer.from(BODY.replace("user1", "user\u00ff"), "latin1"),
    "overlong-utf8": Buffer.from(BODY.replace("user1", "user\u00c0\u00af"), "latin1"),
    "surrogate-utf8": Buffer.from(BODY.replace("user1", "user\u00ed\u00a0\u0080"), "latin1"),
    "utf16": Buffer.from(BODY, "utf16le"),
    "raw-line-break-in-text": raw("user_id", '"user\n1"'),
    "lone-surrogate-in-user": raw("user_id", '"user\\ud800"'),
    "reversed-surrogates-in-payload": raw("payload", '"\\udc00\\ud800"'),
    "unknown-escape": raw("user_id", '"user\\x31"'),
    "app-id-0": claims({ app_id: 0 }),
    "app-id-over-32-bits": claims({ app_id: 4294967296 }),
    "app-id-wraps-to-the-expected": claims({ app_id: 1234567890 + 4294967296 }),
    "app-id-negative": claims({ app_id: -1 }),
    "app-id-text": raw("app_id", '"1234567890"'),
    "app-id-with-fraction": raw("app_id", "1234567890.0"),
    "app-id-with-exponent": raw("app_id", "123456789e1"),
    "app-id-null": raw("app_id", "null"),
    "app-id-leading-zero": raw("app_id", "01234567890"),
    "app-id-plus": raw("app_id", "+1234567890"),
    "user-id-empty": claims({ user_id: "" }),
    "user-id-number": raw("user_id", "1"),
    "user-id-null": raw("user_id", "null"),
    "nonce-text": raw("nonce", '"123456"'),
    "nonce-with-fraction": raw("nonce", "123456.5"),
    "nonce-over-int64": claims({ nonce: 9223372036854775808n }),
    "nonce-null": raw("nonce", "null"),
    "ctime-text": raw("ctime", `"${NOW}"`),
    "ctime-with-fraction": raw("ctime", `${NOW}.0`),
    "ctime-under-int64": raw("ctime", "-9223372036854775809"),
    "expire-text": raw("expire", `"${NOW + 3600}"`),
    "expire-with-exponent": raw("expire", "17000036e2"),
    "expire-over-int64": raw("expire", "9223372036854775808"),
    "payload-object": raw("payload", '{"room_id":"room1"}'),
    "payload-number": raw("payload", "0"),
    "payload-false": raw("payload", "false"),
    "app-id-twice": behind('"app_id":1234567890'),
    "user-id-twice-escaped": behind('"user\\u005fid":"user2"'),
    "payload-twice": behind('"payload":""'),
    "unknown-key-twice": behind('"x":1,"x":1'),
  };
  for (const key of ["app_id", "user_id", "nonce", "ctime", "expire"]) bodies[`${key.replace("_", "-")}-missing`] = without(key);
  return Object.entries(bodies).map(([name, body]) => ({ id: `body-${name}`, token: tokenOf(`body ${name}`, { body }) }));
}
