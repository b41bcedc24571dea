// Cases of diagnose.json with two independent mistakes, and sound tokens of every official writer.

import { createHash } from "node:crypto";
import { bodyWith, bodyWithout, diagnosed, kitPart, pieces, tokenWith } from "./build.mjs";
import { alphanumericIvFor, APP_ID, claimsWith, ivFor, NOW, PREVIOUS_SECRET, SECRET } from "../fixtures.mjs";
import { writeEnvelope, writeText } from "../format.mjs";
import { writePrivilege } from "../privilege.mjs";
import { STYLES, styledBody } from "../styles.mjs";

const END = NOW + 3600;

export function pairCases() {
  const hexKey = Buffer.from(SECRET, "hex");
  const objectBody = bodyWith("payload", '{"room_id":"room1"}');
  const textAppId = bodyWith("app_id", '"1234567890"');
  const sha256 = createHash("sha256").update(SECRET).digest();
  const shortExpire = (changes) => writeText(writeEnvelope(pieces(changes)).subarray(4));
  const pairs = [
    ["hex-key-and-payload-object", tokenWith({ key: hexKey, body: objectBody }), ["key-hex-decoded", "payload-object"]],
    ["hashed-key-and-expired", tokenWith({ key: sha256 }), ["key-hashed", "expired"], { now: END }],
    ["truncated-key-and-duration", tokenWith({ key: SECRET.slice(0, 16), claims: { expire: 3600 } }), ["key-truncated", "expire-is-duration"]],
    ["line-breaks-and-hashed-key", tokenWith({ key: sha256 }).replace(/.{76}/g, "$&\n"), ["transport-damage", "key-hashed"]],
    ["quotes-and-expired", `"${tokenWith()}"`, ["transport-damage", "expired"], { now: END }],
    ["blank-and-cut", ` ${tokenWith().slice(0, 100)}`, ["transport-damage", "truncated"], { cbc: false }],
    ["version-and-user", `03${tokenWith().slice(2)}`, ["version", "user-id-mismatch"], { user_id: "user2" }],
    ["version-and-line-end", `${tokenWith().slice(2)}\n`, ["version", "transport-damage"]],
    ["short-expire-and-hex-key", shortExpire({ key: hexKey }), ["foreign-layout", "key-hex-decoded"], { cbc: false }],
    ["no-mode-byte-and-claim-type", tokenWith({ mode: "gcm", mode_byte: null, body: textAppId }), ["gcm-without-mode", "claim-type"], { cbc: false }],
    ["no-mode-byte-and-wrong-secret", tokenWith({ mode: "gcm", mode_byte: null }), ["gcm-without-mode", "wrong-secret"], { cbc: false, secret: PREVIOUS_SECRET }],
    ["long-iv-and-hex-key", tokenWith({ mode: "gcm", iv: ivFor("long", "cbc"), key: hexKey }), ["gcm-iv-length", "key-hex-decoded"], { cbc: false }],
    ["wrong-secret-and-expired", tokenWith(), ["wrong-secret", "expired"], { secret: PREVIOUS_SECRET, now: END }],
    ["app-sign-and-expired", tokenWith(), ["app-sign", "expired"], { secret: SECRET + SECRET.toLowerCase(), now: END }],
    ["body-not-json-and-expired", tokenWith({ body: "user1" }), ["body-not-json", "expired"], { now: END }],
    ["misplaced-and-claim-type", tokenWith({ body: bodyWithout(["app_id"], ['"app_id":"1234567890"', '"room_id":"room1"']) }), ["misplaced-claims", "claim-type"]],
    ["claim-type-and-payload-object", tokenWith({ body: objectBody.replace('"nonce":123456', '"nonce":"123456"') }), ["claim-type", "payload-object"]],
    ["missing-and-payload-not-json", tokenWith({ body: bodyWithout(["nonce", "payload"], ['"payload":"room1"']) }), ["missing-claim", "payload-not-json"]],
    ["payload-not-json-and-mismatch", tokenWith({ claims: { payload: "room1" }, expire: END + 1 }), ["payload-not-json", "expire-mismatch"]],
    ["mismatch-and-expired", tokenWith({ expire: END + 1 }), ["expire-mismatch", "expired"], { now: END + 2 }],
    ["app-and-user", tokenWith(), ["app-id-mismatch", "user-id-mismatch"], { app_id: APP_ID + 1, user_id: "user2" }],
    ["expired-and-room", tokenWith({ claims: { payload: writePrivilege({ room_id: "room2" }) } }), ["expired", "room-mismatch"], { now: END, room_id: "room1" }],
    ["user-and-limit", tokenWith({ claims: { user_id: "user 1" } }), ["user-id-mismatch", "user-id-limit"], { profile: "rtc", user_id: "user2" }],
    ["kit-token-and-expired", tokenWith() + kitPart(), ["kit-token", "expired"], { profile: "rtc", now: END }],
    ["plain-token-and-hex-key", tokenWith({ key: hexKey }), ["plain-token", "key-hex-decoded"], { profile: "kit" }],
    ["kit-part-and-wrong-secret", `${tokenWith()}#***`, ["kit-part", "wrong-secret"], { profile: "kit", secret: PREVIOUS_SECRET }],
  ].map(([name, token, errors, more]) => ({ id: `pair-${name}`, token, errors, ...more }));
  const withWarnings = [
    { id: "pair-expired-and-empty-streams", token: tokenWith({ claims: { payload: writePrivilege({ room_id: "room1", streams: [] }) } }), now: END, errors: ["expired"], warnings: ["payload-shape"] },
    { id: "pair-hex-user-and-soon", token: tokenWith({ claims: { user_id: "0f".repeat(16) } }), now: END - 5, warnings: ["swapped-arguments", "expires-soon"] },
    { id: "pair-user-and-payload-absent", token: tokenWith({ body: bodyWithout(["payload"]) }), user_id: "user2", errors: ["user-id-mismatch"], warnings: ["missing-claim"] },
  ];
  return [...pairs, ...withWarnings, ...soundCases()].map(diagnosed);
}

function soundCases() {
  const room = writePrivilege({ room_id: "room1", publish: true });
  return Object.entries(STYLES).flatMap(([style, { mode = "cbc", alphanumeric }]) => {
    const token = (name, claims) => {
      const iv = alphanumeric ? alphanumericIvFor(`${style} ${name}`) : ivFor(`${style} ${name}`, mode);
      return tokenWith({ mode, iv, body: styledBody(style, claimsWith({ nonce: -1793208034, ...claims })) });
    };
    const cbc = mode === "cbc";
    return [
      { id: `clean-${style}`, token: token("plain"), app_id: APP_ID, user_id: "user1", profile: "zim", cbc },
      { id: `clean-${style}-room`, token: token("room", { payload: room }), app_id: APP_ID, user_id: "user1", room_id: "room1", stream_id: "s1", publish: true, profile: "rtc", cbc },
      { id: `clean-${style}-without-a-secret`, token: token("plain"), secret: null, cbc },
    ];
  });
}
