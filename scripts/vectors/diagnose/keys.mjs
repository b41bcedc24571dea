// Keys in a diagnosis: the secret as it should be used, then the ways in which people use it instead.

import { createHash } from "node:crypto";
import { unseal } from "../format.mjs";
import { readJson } from "../json.mjs";

const CIPHER_OF_KEY_BYTES = { 16: 128, 24: 192, 32: 256 };

/** Opens a located envelope; returns {plaintext, findings}, or undefined where nothing opens it. */
export function tryToOpen(located, secret) {
  for (const { key, finding } of keysOf(secret)) {
    for (const { mode, findings } of modesOf(located)) {
      const plaintext = opened(located, key, mode);
      if (plaintext) return { plaintext, mode, findings: finding ? [...findings, finding] : findings };
    }
  }
  return undefined;
}

function keysOf(given) {
  const secret = bareSecret(given);
  const bytes = Buffer.from(secret);
  const digest = (name) => createHash(name).update(bytes).digest();
  const isHex = (digits) => secret.length === digits && /^[0-9a-fA-F]*$/.test(secret);
  const md5 = digest("md5");
  return [
    { key: Buffer.from(given) },
    ...(secret === given ? [] : [{ key: bytes.length === 32 ? bytes : Buffer.alloc(0), finding: "secret-quoted" }]),
    // PHP cuts a key that is too long.
    ...['"', "'"].map((quote) => ({ key: bytes.length === 32 ? Buffer.from(quote + secret).subarray(0, 32) : Buffer.alloc(0), finding: "secret-quoted" })),
    ...(isHex(64) ? [{ key: bytes.subarray(0, 32), finding: "app-sign" }, { key: Buffer.from(secret, "hex"), finding: "app-sign" }] : []),
    ...(isHex(32) ? [{ key: Buffer.from(secret, "hex"), finding: "key-hex-decoded" }] : []),
    { key: bytes.subarray(0, 16), finding: "key-truncated" },
    ...[digest("sha256"), md5, Buffer.from(md5.toString("hex")), Buffer.from(md5.toString("hex").toUpperCase())].map((key) => ({ key, finding: "key-hashed" })),
  ].filter(({ key }) => key.length in CIPHER_OF_KEY_BYTES);
}

/** The secret without the quotes and blanks that surround it. */
export function bareSecret(secret) {
  return secret.replace(/^[\s"'`“”‘’]+|[\s"'`“”‘’]+$/g, "");
}

/** The modes to try: a 16-byte IV without a mode byte may belong to either. */
function modesOf({ gcm, iv }) {
  const asGcm = { mode: "gcm", findings: gcm === undefined ? ["gcm-iv-length", "gcm-without-mode"] : [] };
  if (gcm) return [asGcm];
  return [{ mode: "cbc", findings: [] }, ...(iv.length === 16 && gcm === undefined ? [asGcm] : [])];
}

function opened({ iv, ciphertext }, key, mode) {
  if (mode === "cbc" && (iv.length !== 16 || ciphertext.length % 16 !== 0)) return undefined;
  if (mode === "gcm" && ciphertext.length < 16) return undefined;
  try {
    const plaintext = unseal(ciphertext, { key, iv, mode, cipher: `aes-${CIPHER_OF_KEY_BYTES[key.length]}-${mode}` });
    return mode === "gcm" || looksWritten(plaintext) ? plaintext : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether somebody wrote this. A wrong key gives correct padding once in 256 times, and a damaged token gives a block of
 * rubbish among good ones: neither is UTF-8, nor JSON in another encoding.
 */
function looksWritten(plaintext) {
  const utf8 = !plaintext.toString("utf8").includes("\ufffd");
  const singleBytes = plaintext.toString("latin1").replace(/[\u0080-\u00ff]/g, "x");
  return utf8 || [singleBytes, plaintext.toString("utf16le")].some(isJsonObject);
}

function isJsonObject(text) {
  try {
    return readJson(text.replace(/^\ufeff/, "")).type === "object";
  } catch {
    return false;
  }
}
