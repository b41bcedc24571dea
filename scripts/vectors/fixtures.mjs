// What the cases share: one app, two secrets, one moment, and bytes that look random but never change.

import { createHash } from "node:crypto";

export const APP_ID = 1234567890;
export const SECRET = "0123456789abcdef0123456789ABCDEF";
export const PREVIOUS_SECRET = "fedcba9876543210fedcba9876543210";
export const NOW = 1700000000;
export const TTL = 3600;

/** Bytes that only the label decides: vectors must not change from one run to the next. */
export function bytesFor(label, length) {
  return createHash("shake256", { outputLength: length }).update(label).digest();
}

/** An IV for a mode: 16 bytes in CBC, 12 in GCM. */
export function ivFor(label, mode) {
  return bytesFor(label, mode === "gcm" ? 12 : 16);
}

/** The IV of most official writers: 16 characters of 0-9 and a-z. */
export function alphanumericIvFor(label) {
  return Buffer.from([...bytesFor(label, 16)].map((byte) => (byte % 36).toString(36)).join(""));
}

/** Claims of a sound token of this moment, with what a case changes. */
export function claimsWith(changes = {}) {
  const ctime = changes.ctime ?? NOW;
  return { app_id: APP_ID, user_id: "user1", nonce: 123456, ctime, expire: BigInt(ctime) + BigInt(TTL), payload: "", ...changes };
}

/** Claims as the vectors write them: what may pass 2^53 as decimal text. */
export function textClaims({ app_id, user_id, nonce, ctime, expire, payload }) {
  return { app_id, user_id, nonce: String(nonce), ctime: String(ctime), expire: String(expire), payload };
}

/** Fails the generation when two ways of knowing the same thing disagree. */
export function mustAgree(id, stated, computed) {
  if (JSON.stringify(stated) !== JSON.stringify(computed)) {
    throw new Error(`${id}: the case states ${JSON.stringify(stated)}, the second implementation says ${JSON.stringify(computed)}`);
  }
}
