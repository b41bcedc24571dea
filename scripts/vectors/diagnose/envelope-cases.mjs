// Cases of diagnose.json about the envelope and what is in it: layouts, modes and keys.

import { createHash } from "node:crypto";
import { diagnosed, pieces, tokenWith } from "./build.mjs";
import { bytesFor, claimsWith, ivFor, NOW, PREVIOUS_SECRET, SECRET } from "../fixtures.mjs";
import { readEnvelope, unseal, writeEnvelope, writeText } from "../format.mjs";

const APP_SIGN = "0123456789abcdef".repeat(2) + "fedcba9876543210".repeat(2);

export function envelopeCases() {
  return [...layoutCases(), ...modeCases(), ...keyCases(), ...wrongSecretCases()].map(diagnosed);
}

function number(bytes, value, little = false) {
  const written = Buffer.alloc(8);
  written.writeBigInt64BE(BigInt(value));
  const cut = written.subarray(8 - bytes);
  return little ? Buffer.from(cut).reverse() : cut;
}

/** An envelope whose numbers each have a width and a byte order of their own. */
function layout({ expire, iv, ciphertext, mode_byte }, { expireBytes = 8, lengthBytes = 2, littleExpire = false, littleLengths = false } = {}) {
  const length = (field) => number(lengthBytes, field.length, littleLengths);
  const mode = mode_byte === undefined ? [] : [Buffer.from([mode_byte])];
  return Buffer.concat([number(expireBytes, expire, littleExpire), length(iv), iv, length(ciphertext), ciphertext, ...mode]);
}

function layoutCases() {
  const sound = pieces();
  const { expire, iv, ciphertext } = sound;
  const signature = bytesFor("signature", 32);
  const located = {
    "expire-32-bits": layout(sound, { expireBytes: 4 }),
    "expire-32-bits-gcm": layout(pieces({ mode: "gcm" }), { expireBytes: 4 }),
    "field-behind": Buffer.concat([writeEnvelope(sound), number(2, 32), signature]),
  };
  const lost = {
    "field-in-front": Buffer.concat([number(4, 1234567890), writeEnvelope(sound)]),
    "version-byte-in-front": Buffer.concat([Buffer.from([4]), writeEnvelope(sound)]),
    "lengths-32-bits": layout(sound, { lengthBytes: 4 }),
    "without-lengths": Buffer.concat([number(8, expire), iv, ciphertext]),
    "iv-and-ciphertext-alone": Buffer.concat([iv, ciphertext]),
    "iv-of-24-bytes": layout({ ...sound, iv: bytesFor("iv", 24) }),
  };
  const little = {
    "all": layout(sound, { littleExpire: true, littleLengths: true }),
    "expire-alone": layout(sound, { littleExpire: true }),
    "lengths-alone": layout(sound, { littleLengths: true }),
  };
  const gcm = layout(pieces({ mode: "gcm" }), { littleExpire: true, littleLengths: true });
  const cases = (id, envelopes, more = {}) => Object.entries(envelopes).map(([name, bytes]) =>
    ({ id: `${id}-${name}`, token: writeText(bytes), errors: [id], cbc: !name.endsWith("gcm"), ...more }));
  return [
    ...cases("foreign-layout", { ...located, ...lost }, { cbc: false }),
    { id: "foreign-layout-no-base64-at-all", token: `04${"*".repeat(40)}`, errors: ["foreign-layout"], cbc: false },
    { id: "foreign-layout-without-a-secret", token: writeText(located["expire-32-bits"]), secret: null, errors: ["foreign-layout"], cbc: false },
    ...cases("little-endian", little),
    { id: "little-endian-all-gcm", token: writeText(gcm), errors: ["little-endian"], cbc: false },
    { id: "little-endian-without-a-secret", token: writeText(little.all), secret: null, errors: ["little-endian"] },
    { id: "little-endian-expire-alone-without-a-secret", token: writeText(little["expire-alone"]), secret: null, errors: ["little-endian"] },
  ];
}

function modeCases() {
  const iv16 = bytesFor("gcm-iv", 16);
  const noMode = tokenWith({ mode: "gcm", mode_byte: null });
  const longIv = tokenWith({ mode: "gcm", iv: iv16 });
  // Whole blocks, so that by its lengths alone it could be CBC.
  const wholeBlocks = tokenWith({ mode: "gcm", iv: iv16, mode_byte: null, body: bodyOfWholeBlocks() });
  const { expire, iv, ciphertext } = pieces({ mode: "gcm" });
  const field = (bytes) => Buffer.concat([number(2, bytes.length), bytes]);
  const [sealed, tag] = [ciphertext.subarray(0, -16), ciphertext.subarray(-16)];
  const behind = Buffer.concat([number(8, expire), field(iv), field(sealed), field(tag)]);
  const between = Buffer.concat([number(8, expire), field(iv), field(tag), field(sealed)]);
  const withMode = (bytes) => writeText(Buffer.concat([bytes, Buffer.from([1])]));
  return [
    { id: "gcm-without-mode", token: noMode, errors: ["gcm-without-mode"] },
    { id: "gcm-without-mode-byte-0", token: tokenWith({ mode: "gcm", mode_byte: 0 }), errors: ["gcm-without-mode"] },
    { id: "gcm-without-mode-without-a-secret", token: noMode, secret: null, errors: ["gcm-without-mode"] },
    { id: "gcm-iv-length", token: longIv, errors: ["gcm-iv-length"] },
    { id: "gcm-iv-length-without-a-secret", token: longIv, secret: null, errors: ["gcm-iv-length"] },
    { id: "gcm-iv-length-and-without-mode", token: tokenWith({ mode: "gcm", iv: iv16, mode_byte: null }), errors: ["gcm-iv-length", "gcm-without-mode"] },
    { id: "gcm-iv-length-and-without-mode-whole-blocks", token: wholeBlocks, errors: ["gcm-iv-length", "gcm-without-mode"] },
    { id: "gcm-separate-tag-behind", token: withMode(behind), errors: ["gcm-separate-tag"] },
    { id: "gcm-separate-tag-between", token: withMode(between), errors: ["gcm-separate-tag"] },
    { id: "gcm-separate-tag-without-a-secret", token: withMode(behind), secret: null, errors: ["gcm-separate-tag"] },
    { id: "gcm-separate-tag-and-without-mode", token: writeText(behind), errors: ["gcm-separate-tag", "gcm-without-mode"] },
  ].map((one) => ({ ...one, cbc: false }));
}

function bodyOfWholeBlocks() {
  const claims = claimsWith();
  const body = (user) => `{"app_id":${claims.app_id},"user_id":"${user}","nonce":1,"ctime":${NOW},"expire":${claims.expire},"payload":""}`;
  let user = "user1";
  while (body(user).length % 16 !== 0) user += "x";
  return body(user);
}

function keyCases() {
  const digest = (name) => createHash(name).update(SECRET).digest();
  const hexDecoded = Buffer.from(SECRET, "hex");
  return [
    { id: "key-hex-decoded", token: tokenWith({ key: hexDecoded }), errors: ["key-hex-decoded"] },
    { id: "key-hex-decoded-gcm", token: tokenWith({ key: hexDecoded, mode: "gcm" }), errors: ["key-hex-decoded"], cbc: false },
    { id: "key-truncated", token: tokenWith({ key: SECRET.slice(0, 16) }), errors: ["key-truncated"] },
    { id: "key-truncated-gcm", token: tokenWith({ key: SECRET.slice(0, 16), mode: "gcm" }), errors: ["key-truncated"], cbc: false },
    { id: "key-hashed-sha256", token: tokenWith({ key: digest("sha256") }), errors: ["key-hashed"] },
    { id: "key-hashed-sha256-gcm", token: tokenWith({ key: digest("sha256"), mode: "gcm" }), errors: ["key-hashed"], cbc: false },
    { id: "key-hashed-md5", token: tokenWith({ key: digest("md5") }), errors: ["key-hashed"] },
    { id: "key-hashed-md5-hex", token: tokenWith({ key: digest("md5").toString("hex") }), errors: ["key-hashed"] },
    { id: "app-sign-first-half-as-key", token: tokenWith({ key: APP_SIGN.slice(0, 32) }), secret: APP_SIGN, errors: ["app-sign"] },
    { id: "app-sign-decoded-as-key", token: tokenWith({ key: Buffer.from(APP_SIGN, "hex") }), secret: APP_SIGN, errors: ["app-sign"] },
    { id: "app-sign-decoded-as-key-gcm", token: tokenWith({ key: Buffer.from(APP_SIGN, "hex"), mode: "gcm" }), secret: APP_SIGN, errors: ["app-sign"], cbc: false },
    { id: "app-sign-given-for-a-sound-token", token: tokenWith(), secret: APP_SIGN, errors: ["app-sign"] },
    { id: "app-sign-in-quotes", token: tokenWith(), secret: `"${APP_SIGN}"`, errors: ["app-sign"] },
    { id: "secret-quoted", token: tokenWith(), secret: `"${SECRET}"`, errors: ["secret-quoted"] },
    { id: "secret-quoted-single-and-a-line-end", token: tokenWith(), secret: `'${SECRET}'\n`, errors: ["secret-quoted"] },
    { id: "secret-quoted-blanks", token: tokenWith(), secret: ` ${SECRET}`, errors: ["secret-quoted"] },
    { id: "secret-quoted-gcm", token: tokenWith({ mode: "gcm" }), secret: `"${SECRET}"`, errors: ["secret-quoted"], cbc: false },
    { id: "secret-quoted-as-key-that-php-cuts", token: tokenWith({ key: `"${SECRET}"`.slice(0, 32) }), errors: ["secret-quoted"] },
    { id: "secret-quoted-as-key-given-with-its-quotes", token: tokenWith({ key: `'${SECRET}'`.slice(0, 32), mode: "gcm" }), secret: `'${SECRET}'`, errors: ["secret-quoted"], cbc: false },
    { id: "key-hashed-secret-given-in-quotes", token: tokenWith({ key: digest("sha256") }), secret: `"${SECRET}"`, errors: ["key-hashed"] },
    { id: "app-sign-upper-case", token: tokenWith({ key: APP_SIGN.toUpperCase().slice(0, 32) }), secret: APP_SIGN.toUpperCase(), errors: ["app-sign"] },
  ];
}

function wrongSecretCases() {
  const damaged = (mode) => {
    const parts = pieces({ mode });
    parts.ciphertext[3] ^= 1;
    return writeText(writeEnvelope(parts));
  };
  return [
    { id: "wrong-secret", token: tokenWith(), secret: PREVIOUS_SECRET },
    { id: "wrong-secret-gcm", token: tokenWith({ mode: "gcm" }), secret: PREVIOUS_SECRET, cbc: false },
    { id: "wrong-secret-that-unpads", token: unpaddingToken() },
    { id: "wrong-secret-cbc-damaged", token: damaged("cbc") },
    { id: "wrong-secret-gcm-damaged", token: damaged("gcm"), cbc: false },
    { id: "wrong-secret-of-31-bytes", token: tokenWith(), secret: SECRET.slice(1) },
    { id: "wrong-secret-in-quotes", token: tokenWith(), secret: `"${PREVIOUS_SECRET}"` },
    { id: "wrong-secret-empty", token: tokenWith(), secret: "" },
    { id: "wrong-secret-of-33-bytes", token: tokenWith(), secret: `${SECRET}0` },
    { id: "wrong-secret-with-mode-byte-0", token: tokenWith({ mode_byte: 0 }), secret: PREVIOUS_SECRET },
  ].map((one) => ({ ...one, errors: ["wrong-secret"] }));
}

/** A token of another secret that, by chance, the one given decrypts to correct padding and rubbish. */
function unpaddingToken() {
  for (let attempt = 0; ; attempt += 1) {
    const token = tokenWith({ label: `unpads ${attempt}`, key: PREVIOUS_SECRET, iv: ivFor(`unpads ${attempt}`, "cbc") });
    try {
      unseal(readEnvelope(token).ciphertext, { ...readEnvelope(token), key: Buffer.from(SECRET) });
      return token;
    } catch {
      // Told apart by its padding; about one in 256 is not.
    }
  }
}
