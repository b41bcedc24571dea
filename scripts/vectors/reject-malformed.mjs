// Rejected because it is no Token04 envelope: code 201, decided without the secret.

import { MALFORMED, readBase64, seal, writeEnvelope, writeText, writeToken } from "./format.mjs";
import { bytesFor, claimsWith, ivFor, NOW, SECRET } from "./fixtures.mjs";

const KEY = Buffer.from(SECRET);
const EXPIRE = NOW + 3600;

export function malformedCases() {
  return [...textCases(), ...lengthCases()].map((one) => ({ ...one, code: one.code ?? MALFORMED }));
}

/** A sound token whose base64 ends in two padding characters, so that every spelling of base64 can be got wrong. */
function soundToken() {
  for (let length = 1; ; length += 1) {
    const token = writeToken({ claims: claimsWith({ user_id: "u".repeat(length) }), secret: SECRET, iv: ivFor("reject", "cbc"), mode: "cbc" });
    if (token.endsWith("==")) return token;
  }
}

function textCases() {
  const sound = soundToken();
  const half = sound.length / 2;
  const lastCharacter = sound.at(-3);
  const urlAlphabet = sound.replaceAll("+", "-").replaceAll("/", "_");
  const texts = {
    empty: "",
    "prefix-only": "04",
    "prefix-missing": sound.slice(2),
    "prefix-03": `03${sound.slice(2)}`,
    "prefix-4": `4${sound.slice(2)}`,
    "prefix-full-width": `０４${sound.slice(2)}`,
    "prefix-after-blank": ` ${sound}`,
    "prefix-twice": `04${sound}`,
    "line-end": `${sound}\n`,
    "blank-behind": `${sound} `,
    "line-break-inside": `${sound.slice(0, half)}\n${sound.slice(half)}`,
    "url-alphabet": urlAlphabet,
    "padding-missing": sound.replace(/=+$/, ""),
    "padding-half": sound.slice(0, -1),
    "padding-more": `${sound}=`,
    "padding-more-by-four": `${sound}====`,
    "padding-percent-encoded": sound.replaceAll("=", "%3D"),
    "trailing-bits": sound.slice(0, -3) + nextCharacter(lastCharacter) + "==",
    "no-base64": `04${"*".repeat(40)}`,
    "not-ascii": `${sound.slice(0, 40)}é${sound.slice(40)}`,
    "nul-inside": `${sound.slice(0, 40)}\u0000${sound.slice(40)}`,
    "nul-behind": `${sound}\u0000`,
    quoted: `"${sound}"`,
    "kit-part-only": "#eyJ9",
    jwt: "eyJhbGciOiJIUzI1NiJ9.eyJhcHBfaWQiOjF9.c2ln",
    "json-behind-prefix": `04${Buffer.from('{"app_id":1234567890,"user_id":"user1"}').toString("base64")}`,
  };
  if (urlAlphabet === sound) throw new Error("the sound token does not need the alphabet's last two characters");
  return [
    { id: "control-sound", token: sound, code: 0 },
    ...Object.entries(texts).map(([name, token]) => ({ id: `text-${name}`, token })),
  ];
}

/** The base64 character one up: its last bits are not zero, so it spells the same bytes in another way. */
function nextCharacter(character) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return alphabet[alphabet.indexOf(character) + 1];
}

function lengthCases() {
  const sound = readBase64(soundToken().slice(2));
  const random = (length) => bytesFor("reject", length);
  const envelope = (iv, ciphertext, mode_byte) => writeEnvelope({ expire: EXPIRE, iv: random(iv), ciphertext: random(ciphertext), mode_byte });
  const withIv = (ivLength, mode_byte) => writeEnvelope({
    expire: EXPIRE, iv: random(ivLength), ciphertext: seal("{}", { key: KEY, iv: random(16), mode: "cbc" }), mode_byte });
  const envelopes = {
    "cut-by-one": sound.subarray(0, -1),
    "cut-in-ciphertext": sound.subarray(0, 60),
    "cut-in-iv": sound.subarray(0, 20),
    "cut-in-fixed-fields": sound.subarray(0, 9),
    "one-byte": sound.subarray(0, 1),
    "two-bytes-behind": Buffer.concat([sound, Buffer.alloc(2)]),
    "a-block-behind": Buffer.concat([sound, random(16)]),
    "mode-byte-2": Buffer.concat([sound, Buffer.from([2])]),
    "mode-byte-255": Buffer.concat([sound, Buffer.from([255])]),
    "mode-byte-ascii-1": Buffer.concat([sound, Buffer.from("1")]),
    "gcm-bytes-behind": Buffer.concat([envelope(12, 40, 1), Buffer.alloc(1)]),
    "iv-empty": withIv(0),
    "iv-12-in-cbc": withIv(12),
    "iv-15-in-cbc": withIv(15),
    "iv-17-in-cbc": withIv(17),
    "iv-16-in-gcm": withIv(16, 1),
    "iv-0-in-gcm": withIv(0, 1),
    "cbc-no-ciphertext": envelope(16, 0),
    "cbc-ciphertext-15": envelope(16, 15),
    "cbc-ciphertext-17": envelope(16, 17),
    "gcm-no-ciphertext": envelope(12, 0, 1),
    "gcm-ciphertext-15": envelope(12, 15, 1),
    "little-endian": littleEndian(random(16), random(32)),
    "expire-32-bits": envelope(16, 32).subarray(4),
  };
  return Object.entries(envelopes).map(([name, bytes]) => ({ id: `length-${name}`, token: writeText(bytes) }));
}

function littleEndian(iv, ciphertext) {
  const bytes = writeEnvelope({ expire: EXPIRE, iv, ciphertext });
  const lengthAt = 10 + iv.length;
  return Buffer.concat([bytes.subarray(0, 8).reverse(), bytes.subarray(8, 10).reverse(), iv,
    bytes.subarray(lengthAt, lengthAt + 2).reverse(), ciphertext]);
}
