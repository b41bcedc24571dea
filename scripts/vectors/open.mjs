// Cases of open.json: tokens as every official writer makes them, and the claims they hold.

import { readEnvelope, open, writeToken } from "./format.mjs";
import { alphanumericIvFor, claimsWith, ivFor, mustAgree, NOW, SECRET, textClaims } from "./fixtures.mjs";
import { encodeKit } from "./kit.mjs";
import { readPrivilege, writePrivilege } from "./privilege.mjs";
import { STYLES, styledBody } from "./styles.mjs";
import { verify } from "./verify.mjs";

const ROOM_PAYLOAD = writePrivilege({ room_id: "房间/1", login: true, publish: true, streams: null });
const HARD_TEXT = 'a"b\\c/d\b\f\n\r\t\u0001\u001f\u007fé房😀\u2028<&>\\u0041';
const INT64_MIN = -(1n << 63n);
const INT64_MAX = (1n << 63n) - 1n;

export function openCases() {
  return [...styleCases(), ...integerCases(), ...payloadCases(), ...bodyCases(), ...envelopeCases()].map(opened);
}

function styleCases() {
  const contents = {
    plain: {},
    room: { payload: ROOM_PAYLOAD },
    "hard-text": { user_id: HARD_TEXT, payload: HARD_TEXT },
  };
  return Object.keys(STYLES).flatMap((style) => Object.entries(contents).map(([name, changes]) =>
    ({ id: `${style}-${name}`, style, claims: claimsWith({ nonce: style === "java" ? -1793208034 : 748652439, ...changes }) })));
}

function integerCases() {
  const numbers = {
    "nonce-int64-min": { nonce: INT64_MIN },
    "nonce-int64-max": { nonce: INT64_MAX },
    "nonce-over-2-to-the-53": { nonce: 9007199254740993n },
    "expire-int64-max": { expire: INT64_MAX },
    "ctime-int64-min": { ctime: INT64_MIN, expire: NOW + 1 },
    "ctime-in-the-future": { ctime: NOW + 1800, expire: NOW + 3600 },
    "app-id-least": { app_id: 1 },
    "app-id-most": { app_id: 4294967295 },
  };
  return Object.entries(numbers).map(([id, changes]) => ({ id, style: "node", claims: claimsWith(changes) }));
}

function payloadCases() {
  const payloads = {
    "payload-not-json": "room1",
    "payload-other-json": '{"role":"host"}',
    "payload-privilege-denies": writePrivilege({ room_id: "room1", login: false, publish: false, streams: ["s1", "s2"] }),
    "payload-privilege-rights-missing": '{"room_id":"room1","privilege":{}}',
    "payload-privilege-empty-streams": '{"room_id":"","privilege":{"1":1,"2":2},"stream_id_list":[]}',
    "payload-8-kilobytes": "大".repeat(2731),
  };
  return [
    ...Object.entries(payloads).map(([id, payload]) => ({ id, style: "node", claims: claimsWith({ payload }) })),
    ...["java", "python", "dotnet"].map((style) => ({ id: `${style}-payload-null`, style, claims: claimsWith({ payload: null }) })),
    { id: "payload-absent", style: "node", claims: claimsWith({ payload: undefined }) },
    { id: "payload-absent-gcm", style: "go-gcm", claims: claimsWith({ payload: undefined }) },
  ];
}

function bodyCases() {
  const claims = claimsWith();
  const plain = styledBody("node", claims);
  return [
    { id: "user-nul", style: "cpp", claims: claimsWith({ user_id: "ab\u0000cd" }) },
    { id: "user-last-characters", style: "php", claims: claimsWith({ user_id: "\uffff\u{10ffff}" }) },
    { id: "user-257-bytes", style: "go", claims: claimsWith({ user_id: "u".repeat(257) }) },
    { id: "unknown-keys", style: "node", claims, body: plain.replace("}", ',"version":4,"extra":{"app_id":[1,null,true]}}') },
    { id: "unknown-key-in-other-case", style: "node", claims, body: plain.replace("}", ',"APP_ID":7,"userId":"other"}') },
    { id: "escaped-key", style: "node", claims, body: plain.replace('"user_id"', '"\\u0075ser\\u005fid"') },
    { id: "whitespace", style: "node", claims, body: ` \r\n\t${plain.replaceAll(",", " ,\n ").replaceAll(":", "\t: ")}\n ` },
  ];
}

function envelopeCases() {
  const claims = claimsWith();
  const kitUser = { user_id: "user1", room_id: "room1", user_name: "张三", app_id: claims.app_id };
  const kit = (token) => encodeKit(token, kitUser);
  return [
    { id: "mode-byte-0", style: "node", claims, mode_byte: 0 },
    { id: "mode-byte-0-java", style: "java", claims, mode_byte: 0 },
    { id: "iv-zeros", style: "java", claims, iv: Buffer.alloc(16) },
    { id: "kit", style: "node", claims, behind: kit },
    { id: "kit-gcm", style: "go-gcm", claims, behind: kit },
    { id: "kit-part-damaged", style: "node", claims, behind: (token) => `${token}#not base64!` },
    { id: "kit-part-empty", style: "node", claims, behind: (token) => `${token}#` },
    { id: "kit-two-hash-signs", style: "node", claims, behind: (token) => `${token}##` },
  ];
}

function opened({ id, style, claims, body = styledBody(style, claims), mode_byte, behind = (token) => token, ...given }) {
  const { mode = "cbc", alphanumeric } = STYLES[style];
  const iv = given.iv ?? (alphanumeric ? alphanumericIvFor(id) : ivFor(id, mode));
  const token = behind(writeToken({ claims, body, secret: SECRET, iv, mode, ...(mode_byte !== undefined && { mode_byte }) }));
  const envelope = readEnvelope(token);
  const written = textClaims({ ...claims, payload: claims.payload ?? "" });
  mustAgree(id, written, textClaims(open(envelope, SECRET)));
  mustAgree(id, 0, verify({ token, app_id: claims.app_id, secret: SECRET, now: NOW }));
  const privilege = readPrivilege(written.payload);
  return {
    id, style, token, app_id: claims.app_id, secret: SECRET, now: NOW, mode: envelope.mode, expires_at: String(envelope.expire),
    iv_bytes: envelope.iv.length, ciphertext_bytes: envelope.ciphertext.length, claims: written, ...(privilege && { privilege }),
  };
}
