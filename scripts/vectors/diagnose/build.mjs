// What the cases of diagnose.json are built from: tokens with a mistake in them, and the findings they deserve.

import { createHmac } from "node:crypto";
import { seal, writeBody, writeEnvelope, writeText } from "../format.mjs";
import { APP_ID, claimsWith, ivFor, mustAgree, NOW, SECRET, textClaims } from "../fixtures.mjs";
import { writeKitPart } from "../kit.mjs";
import { bareSecret } from "./keys.mjs";
import { diagnose } from "./report.mjs";

export const USER = "user1";

/** The pieces of a token, sound but for what is changed; `mode_byte: null` writes none. */
export function pieces({ label = "diagnose", claims, mode = "cbc", body, key = SECRET, iv = ivFor(label, mode), expire,
  mode_byte = mode === "gcm" ? 1 : undefined, cipher, padding } = {}) {
  const whole = claimsWith(claims);
  const keyBytes = Buffer.from(key);
  const ciphertext = seal(body ?? writeBody(whole), { key: keyBytes, iv, mode, padding, cipher: cipher ?? `aes-${keyBytes.length * 8}-${mode}` });
  return { expire: expire ?? whole.expire, iv, ciphertext, mode_byte: mode_byte ?? undefined };
}

/** A token, sound but for what is changed. */
export function tokenWith(changes) {
  return writeText(writeEnvelope(pieces(changes)));
}

/** The body of a sound token with one JSON value changed, as text: `raw` is what stands behind the colon. */
export function bodyWith(key, raw) {
  return writeBody(claimsWith()).replace(new RegExp(`"${key}":("[^"]*"|[^,}]*)`), () => `"${key}":${raw}`);
}

/** The body of a sound token without some of its keys, and with more text before its end. */
export function bodyWithout(keys, more = []) {
  const members = writeBody(claimsWith()).slice(1, -1).split(",").filter((member) => !keys.some((key) => member.startsWith(`"${key}":`)));
  return `{${[...members, ...more].join(",")}}`;
}

/** The part of a kit token, with the hash sign; `edit` changes its JSON. */
export function kitPart(changes = {}, edit = (json) => json) {
  const json = writeKitPart({ user_id: USER, room_id: "room1", user_name: "Alice", app_id: APP_ID, ...changes });
  return `#${Buffer.from(edit(json)).toString("base64")}`;
}

/** A JSON Web Token that holds these claims. */
export function jwtOf(claims) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${hmac(signed).toString("base64url")}`;
}

/** The HMAC that mistaken writers put beside what they do not encrypt. */
export function hmac(text) {
  return createHmac("sha256", SECRET).update(text).digest();
}

/**
 * One case: what is asked, and beside it the ids it deserves as errors and warnings, in order. `cbc` says whether the
 * note on CBC is due; `secret: null` asks without the secret.
 */
export function diagnosed({ id, token, secret = SECRET, errors = [], warnings = [], cbc = true, ...asked }) {
  const question = { token, ...(secret !== null && { secret }), now: NOW, ...asked };
  const stated = [...errors.map((name) => [name, "error"]), ...warnings.map((name) => [name, "warning"]), ...(cbc ? [["unauthenticated-cbc", "note"]] : [])];
  const { ok, findings, claims } = diagnose(question);
  mustAgree(id, stated, findings.map((finding) => [finding.id, finding.severity]));
  const coded = findings.filter(({ codes }) => codes.length > 0);
  return {
    id, ...question, ok,
    findings: findings.map((finding) => ({ id: finding.id, severity: finding.severity })),
    codes: Object.fromEntries(coded.map((finding) => [finding.id, finding.codes])),
    ...(claims && { claims: redacted(textClaims(claims), question.secret) }),
  };
}

/** Claims without the secret, which stands among them where arguments were swapped. */
function redacted(claims, secret) {
  const shown = (value) => (typeof value === "string" && secret && value.includes(bareSecret(secret)) ? "[redacted]" : value);
  return Object.fromEntries(Object.entries(claims).map(([key, value]) => [key, shown(value)]));
}
