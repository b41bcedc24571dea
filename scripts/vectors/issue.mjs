// Cases of issue.json: a fixed clock, nonce and IV, and the exact token they make.

import { LONGEST_BODY, open, readEnvelope, writeBody, writeToken } from "./format.mjs";
import { APP_ID, ivFor, NOW, SECRET, TTL } from "./fixtures.mjs";
import { writePrivilege } from "./privilege.mjs";

const ROOM = { room_id: "room1", login: true, publish: false, streams: ["s1", "s2"] };
const LATEST = 253402300799;

export function issueCases() {
  return [...paddingCases(), ...contentCases(), ...numberCases(), ...largestCases()].map(issued);
}

/** One case per body length modulo 16, so that each padding length occurs; a full block is modulo 0. */
function paddingCases() {
  return Array.from({ length: 16 }, (_, remainder) => {
    const one = { id: `cbc-padding-${remainder}`, user_id: "u" };
    while (bodyBytes(one) % 16 !== remainder) one.user_id += "x";
    return one;
  });
}

function contentCases() {
  const texts = {
    quotes: 'say "hi"',
    backslashes: "C:\\temp\\",
    "control-characters": "\b\t\n\f\r\u0001\u000b\u001f",
    nul: "a\u0000b",
    "raw-characters": "/\u007f\u0085\u2028\u2029<>&'",
    chinese: "用户一号",
    emoji: "a😀b👨‍👩‍👧c",
    "last-characters": "\uffff\u{10ffff}",
  };
  const contents = Object.entries(texts).flatMap(([name, text]) => [
    { id: `user-${name}`, user_id: text },
    { id: `payload-${name}`, payload: text },
  ]);
  const payloads = {
    room: writePrivilege(ROOM),
    "room-chinese": writePrivilege({ ...ROOM, room_id: "房间一", streams: null }),
    "not-json": "room1",
    "json-twice-escaped": '"{\\"room_id\\":\\"\\\\u623f\\"}"',
    blank: " ",
  };
  for (const [name, payload] of Object.entries(payloads)) contents.push({ id: `payload-${name}`, payload });
  contents.push({ id: "user-longest-rtc", user_id: "u".repeat(64) }, { id: "secret-other-characters", secret: 'é"\\#\u0001 ~'.padEnd(31, "x") });
  const inGcm = contents.filter(({ id }) => /control|emoji|room$|longest/.test(id));
  return [...contents, ...inGcm.map((one) => ({ ...one, id: `gcm-${one.id}`, mode: "gcm" }))];
}

function numberCases() {
  return [
    { id: "plain" },
    { id: "gcm-plain", mode: "gcm" },
    { id: "app-id-least", app_id: 1 },
    { id: "app-id-most", app_id: 4294967295 },
    { id: "app-id-over-31-bits", app_id: 2147483648 },
    { id: "nonce-least", nonce: 0 },
    { id: "nonce-most", nonce: 2147483647 },
    { id: "ttl-least", ttl: 1 },
    { id: "ttl-30-days", ttl: 2592000 },
    { id: "ttl-to-the-year-9999", ttl: LATEST - NOW },
    { id: "now-zero", now: 0 },
    { id: "now-past-2038", now: 4102444800 },
    { id: "iv-zeros", iv: Buffer.alloc(16) },
    { id: "gcm-iv-all-ones", mode: "gcm", iv: Buffer.alloc(12, 0xff) },
  ];
}

/** The longest body that is issued, once per mode. */
function largestCases() {
  return ["cbc", "gcm"].map((mode) => {
    const one = { id: `${mode}-largest`, mode };
    return { ...one, payload: "p".repeat(LONGEST_BODY - bodyBytes(one)) };
  });
}

function bodyBytes(one) {
  return Buffer.byteLength(writeBody(claimsOf(one)));
}

function claimsOf({ app_id = APP_ID, user_id = "user1", nonce = 123456, now = NOW, ttl = TTL, payload = "" }) {
  return { app_id, user_id, nonce, ctime: now, expire: now + ttl, payload };
}

function issued(one) {
  const { id, secret = SECRET, now = NOW, ttl = TTL, mode = "cbc", iv = ivFor(one.id, mode) } = one;
  const { app_id, user_id, nonce, payload } = claimsOf(one);
  const token = writeToken({ claims: claimsOf(one), secret, iv, mode });
  if (open(readEnvelope(token), secret).user_id !== user_id) throw new Error(`${id} does not open`);
  return { id, app_id, secret, user_id, ttl, payload, now, nonce, iv: iv.toString("hex"), mode, token };
}
