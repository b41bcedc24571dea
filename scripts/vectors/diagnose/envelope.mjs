// The envelope in a diagnosis: where IV and ciphertext stand, in the layout told or in one that people write instead.

const MODE_GCM = 1;
const TAG_BYTES = 16;
const PLAUSIBLE_TIMES = [1000000000n, 100000000000n];

/**
 * Finds {expire, iv, ciphertext, gcm, findings} in an envelope's bytes, or {cut: true} where they end too early,
 * or undefined where no layout fits. `gcm` is true, false, or undefined where only opening it can tell.
 */
export function locate(bytes) {
  const told = fieldsOf(bytes);
  if (told) return judgeTold(told) ?? elsewhere(bytes);
  const cut = bytes.length >= 10 && [12, 16].includes(bytes.readUInt16BE(8));
  return cut ? { cut } : elsewhere(bytes);
}

/** Reads the fields from where the IV's length stands; undefined where they run over the end. */
function fieldsOf(bytes, { at = 8, little = false } = {}) {
  const uint16 = (offset) => (little ? bytes.readUInt16LE(offset) : bytes.readUInt16BE(offset));
  if (bytes.length < at + 4) return undefined;
  const ivEnd = at + 2 + uint16(at);
  if (bytes.length < ivEnd + 2) return undefined;
  const end = ivEnd + 2 + uint16(ivEnd);
  if (bytes.length < end) return undefined;
  return { expire: expireBefore(bytes, at), iv: bytes.subarray(at + 2, ivEnd), ciphertext: bytes.subarray(ivEnd + 2, end), tail: bytes.subarray(end) };
}

function expireBefore(bytes, at) {
  if (at === 4) return { value: BigInt(bytes.readUInt32BE(0)) };
  const value = bytes.readBigInt64BE(0);
  const swapped = bytes.readBigInt64LE(0);
  return isPlausible(swapped) && !isPlausible(value) ? { value: swapped, swapped: true } : { value };
}

function isPlausible(time) {
  return time >= PLAUSIBLE_TIMES[0] && time <= PLAUSIBLE_TIMES[1];
}

function judgeTold({ expire, iv, ciphertext, tail }) {
  const located = { expire: expire.value, iv, ciphertext, findings: expire.swapped ? ["little-endian"] : [] };
  const found = (gcm, ...ids) => ({ ...located, gcm, findings: [...located.findings, ...ids] });
  const separateTag = tagOnItsOwn(iv, ciphertext, tail);
  if (separateTag) return { ...found(true, "gcm-separate-tag", ...modeFindings(iv, separateTag.tail)), ciphertext: separateTag.ciphertext };
  if (tail.length > 1) {
    if (iv.length !== 12 && iv.length !== 16) return undefined;
    return found(iv.length === 12, isListOfFields(tail) ? "foreign-layout" : "truncated");
  }
  if (iv.length === 12 || tail[0] === MODE_GCM) return ciphertext.length < TAG_BYTES ? undefined : found(true, ...modeFindings(iv, tail));
  if (iv.length !== 16 || ciphertext.length === 0) return undefined;
  if (tail[0] > MODE_GCM) return found(false, "truncated");
  return found(ciphertext.length % 16 === 0 ? undefined : true, ...(ciphertext.length % 16 === 0 ? [] : ["odd-length"]));
}

function modeFindings(iv, tail) {
  return [...(iv.length === 12 ? [] : ["gcm-iv-length"]), ...(tail[0] === MODE_GCM ? [] : ["gcm-without-mode"])];
}

/** The tag as a field behind the ciphertext, or between IV and ciphertext. */
function tagOnItsOwn(iv, ciphertext, tail) {
  const next = tail.length > 2 && tail.length >= 2 + tail.readUInt16BE(0) ? tail.subarray(2, 2 + tail.readUInt16BE(0)) : undefined;
  const rest = next && tail.subarray(2 + next.length);
  if ((iv.length !== 12 && iv.length !== 16) || !next || rest.length > 1) return undefined;
  if (next.length === TAG_BYTES) return { ciphertext: Buffer.concat([ciphertext, next]), tail: rest };
  return ciphertext.length === TAG_BYTES ? { ciphertext: Buffer.concat([next, ciphertext]), tail: rest } : undefined;
}

function isListOfFields(tail) {
  let at = 0;
  while (at + 2 <= tail.length) at += 2 + tail.readUInt16BE(at);
  return at === tail.length || at === tail.length - 1;
}

function elsewhere(bytes) {
  const little = fieldsOf(bytes, { little: true });
  if (little && addsUp(little)) return asFound(little, "little-endian");
  const short = fieldsOf(bytes, { at: 4 });
  return short && addsUp(short) ? asFound(short, "foreign-layout") : undefined;
}

function addsUp({ iv, ciphertext, tail }) {
  const whole = iv.length === 12 ? ciphertext.length >= TAG_BYTES : iv.length === 16 && ciphertext.length > 0 && ciphertext.length % 16 === 0;
  return whole && tail.length <= 1;
}

function asFound({ expire, iv, ciphertext, tail }, finding) {
  const gcm = iv.length === 12;
  return { expire: expire.value, iv, ciphertext, gcm, findings: [finding, ...(gcm ? modeFindings(iv, tail) : [])] };
}
