// The second implementation of the token format, on Node's own crypto: body, cipher, envelope and text, both ways.
//
// It shares no code with the Rust core on purpose: where the two disagree, one of them is wrong.

import { createCipheriv, createDecipheriv } from "node:crypto";
import { integerOf, readJson, uniqueEntriesOf, writeString } from "./json.mjs";

export const MALFORMED = 201;
export const UNDECIPHERABLE = 202;
/** The longest body that is issued: padded to 65 520 bytes it still fits the envelope's 16-bit length. */
export const LONGEST_BODY = 65519;

/** A refusal with its public code. */
export class Refusal extends Error {
  constructor(code, reason) {
    super(reason);
    this.code = code;
  }
}

const CIPHERS = { cbc: "aes-256-cbc", gcm: "aes-256-gcm" };
const IV_BYTES = { cbc: 16, gcm: 12 };
const TAG_BYTES = 16;

/** The body in the form that is issued: compact, keys in this order, as few escapes as possible. */
export function writeBody({ app_id, user_id, nonce, ctime, expire, payload }) {
  return `{"app_id":${app_id},"user_id":${writeString(user_id)},"nonce":${nonce},"ctime":${ctime},` +
    `"expire":${expire},"payload":${writeString(payload)}}`;
}

/** Encrypts; the result is what stands in the envelope, in GCM with the tag behind. */
export function seal(body, { key, iv, mode, cipher = CIPHERS[mode], padding = true }) {
  const encryption = createCipheriv(cipher, key, iv).setAutoPadding(padding);
  const sealed = Buffer.concat([encryption.update(body), encryption.final()]);
  return mode === "gcm" ? Buffer.concat([sealed, encryption.getAuthTag()]) : sealed;
}

/** Decrypts what seal made; throws a Refusal when the padding or the tag does not fit. */
export function unseal(ciphertext, { key, iv, mode, cipher = CIPHERS[mode] }) {
  try {
    const decryption = createDecipheriv(cipher, key, iv);
    if (mode === "cbc") return Buffer.concat([decryption.update(ciphertext), decryption.final()]);
    decryption.setAuthTag(ciphertext.subarray(-TAG_BYTES));
    return Buffer.concat([decryption.update(ciphertext.subarray(0, -TAG_BYTES)), decryption.final()]);
  } catch (error) {
    throw new Refusal(UNDECIPHERABLE, error.message);
  }
}

/** The envelope's bytes. `mode_byte` undefined writes none. */
export function writeEnvelope({ expire, iv, ciphertext, mode_byte }) {
  const parts = [int64(expire), uint16(iv.length), iv, uint16(ciphertext.length), ciphertext];
  if (mode_byte !== undefined) parts.push(Buffer.from([mode_byte]));
  return Buffer.concat(parts);
}

/** The token's text around an envelope. */
export function writeText(envelope) {
  return "04" + envelope.toString("base64");
}

/** A whole token as it is issued, or with another body or mode byte where a case asks for that. */
export function writeToken({ claims, secret, iv, mode, body = writeBody(claims), expire = claims.expire,
  mode_byte = mode === "gcm" ? 1 : undefined }) {
  const ciphertext = seal(Buffer.from(body), { key: Buffer.from(secret), iv, mode });
  return writeText(writeEnvelope({ expire, iv, ciphertext, mode_byte }));
}

/** Reads what needs no secret; of a kit token, the part before the hash sign. Throws a Refusal with 201. */
export function readEnvelope(text) {
  const plain = text.split("#", 1)[0];
  if (!plain.startsWith("04")) throw new Refusal(MALFORMED, "the prefix is not 04");
  const bytes = readBase64(plain.slice(2));
  if (bytes.length < 12) throw new Refusal(MALFORMED, "shorter than its fixed fields");
  const ivEnd = 10 + bytes.readUInt16BE(8);
  if (bytes.length < ivEnd + 2) throw new Refusal(MALFORMED, "the IV is longer than the envelope");
  const ciphertextEnd = ivEnd + 2 + bytes.readUInt16BE(ivEnd);
  const tail = bytes.subarray(ciphertextEnd);
  if (bytes.length < ciphertextEnd || tail.length > 1 || tail[0] > 1) throw new Refusal(MALFORMED, "lengths do not add up");
  const mode = tail[0] === 1 ? "gcm" : "cbc";
  const iv = bytes.subarray(10, ivEnd);
  const ciphertext = bytes.subarray(ivEnd + 2, ciphertextEnd);
  const whole = mode === "gcm" ? ciphertext.length >= TAG_BYTES : ciphertext.length >= 16 && ciphertext.length % 16 === 0;
  if (iv.length !== IV_BYTES[mode] || !whole) throw new Refusal(MALFORMED, `not the lengths of ${mode}`);
  return { expire: bytes.readBigInt64BE(0), iv, ciphertext, mode };
}

/** Standard base64 in its one canonical spelling, or a Refusal: Node's own decoder skips what it does not know. */
export function readBase64(text) {
  const bytes = Buffer.from(text, "base64");
  if (bytes.toString("base64") !== text) throw new Refusal(MALFORMED, "not canonical base64");
  return bytes;
}

/** Opens an envelope with one secret. Throws a Refusal with 202. */
export function open(envelope, secret) {
  return readBody(unseal(envelope.ciphertext, { ...envelope, key: Buffer.from(secret) }));
}

/** Reads the decrypted body; integers that may pass 2^53 come as BigInt. */
export function readBody(bytes) {
  const entries = uniqueEntriesOf(parsed(bytes));
  const claims = {
    app_id: integerOf(entries?.get("app_id")),
    user_id: stringOf(entries?.get("user_id")),
    nonce: int64Of(entries?.get("nonce")),
    ctime: int64Of(entries?.get("ctime")),
    expire: int64Of(entries?.get("expire")),
    payload: optionalStringOf(entries?.get("payload")),
  };
  const complete = Object.values(claims).every((claim) => claim !== undefined);
  if (!complete || claims.user_id === "" || claims.app_id < 1n || claims.app_id > 0xffffffffn) {
    throw new Refusal(UNDECIPHERABLE, "no Token04 body");
  }
  return { ...claims, app_id: Number(claims.app_id) };
}

function parsed(bytes) {
  try {
    return readJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw new Refusal(UNDECIPHERABLE, error.message);
  }
}

function stringOf(node) {
  return node?.type === "string" ? node.value : undefined;
}

function optionalStringOf(node) {
  return node === undefined || node.type === "null" ? "" : stringOf(node);
}

function int64Of(node) {
  const value = integerOf(node);
  return value !== undefined && BigInt.asIntN(64, value) === value ? value : undefined;
}

function int64(value) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}

function uint16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
