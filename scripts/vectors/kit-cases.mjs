// Cases of kit.json: kit tokens written and read, and the parts and users that are refused.

import { writeToken } from "./format.mjs";
import { APP_ID, claimsWith, ivFor, mustAgree, SECRET } from "./fixtures.mjs";
import { decodeKit, encodeKit, writeKitPart } from "./kit.mjs";

const USER = { user_id: "user1", room_id: "room1", user_name: "Alice", app_id: APP_ID };
const TOKEN = writeToken({ claims: claimsWith(), secret: SECRET, iv: ivFor("kit", "cbc"), mode: "cbc" });
const GCM_TOKEN = writeToken({ claims: claimsWith(), secret: SECRET, iv: ivFor("kit", "gcm"), mode: "gcm" });
const PART = writeKitPart(USER);

export function kitCases() {
  return [...bothWays(), ...encodeErrors(), ...decodeOnly(), ...decodeErrors()];
}

function bothWays() {
  const rows = {
    plain: {},
    "name-chinese": { user_name: "张三" },
    "name-emoji": { user_name: "😀 ü" },
    "name-reserved": { user_name: "A B&C=#?/:%+\"\\" },
    "name-unescaped": { user_name: "-_.!~*'()" },
    "name-percent-encoded-already": { user_name: "%20" },
    "name-control-characters": { user_name: "a\u0000\n\u007f" },
    "name-empty": { user_name: "" },
    "user-all-characters": { user_id: "azAZ09!#$%&'()*+,-.;<=>@\\^_`~", room_id: "azAZ09!#$%&'()*+,-.;<=>@\\^_`~" },
    "user-percent": { user_id: "100%", room_id: "%41" },
    "user-64": { user_id: "u".repeat(64) },
    "room-128": { room_id: "r".repeat(128) },
    "app-id-most": { app_id: 4294967295 },
    "padding-one": { user_name: "Alicia" },
    "padding-two": { user_name: "Alici" },
  };
  const cases = Object.entries(rows).map(([name, changes]) => [name, TOKEN, { ...USER, ...changes }]);
  return [...cases, ["gcm", GCM_TOKEN, USER]].map(([name, token, user]) => {
    const kit_token = encodeKit(token, user);
    mustAgree(name, { token, user }, decodeKit(kit_token));
    return { id: `both-${name}`, direction: "both", token, user, kit_token, code: 0 };
  });
}

function encodeErrors() {
  const rows = [
    ["app-id-0", TOKEN, { app_id: 0 }, 1],
    ["user-empty", TOKEN, { user_id: "" }, 3],
    ["user-65", TOKEN, { user_id: "u".repeat(65) }, 3],
    ["user-blank", TOKEN, { user_id: "user 1" }, 3],
    ["user-chinese", TOKEN, { user_id: "用户" }, 3],
    ["room-empty", TOKEN, { room_id: "" }, 102],
    ["room-129", TOKEN, { room_id: "r".repeat(129) }, 102],
    ["room-slash", TOKEN, { room_id: "room/1" }, 102],
    ["token-empty", "", {}, 201],
    ["token-malformed", `${TOKEN}=`, {}, 201],
    ["token-a-kit-token", encodeKit(TOKEN, USER), {}, 201],
  ];
  return rows.map(([name, token, changes, code]) => {
    const user = { ...USER, ...changes };
    mustAgree(name, code, codeOf(() => encodeKit(token, user)));
    return { id: `encode-${name}`, direction: "encode", token, user, code };
  });
}

/** Parts that our writer would write otherwise, but that a kit reads. */
function decodeOnly() {
  const rows = [
    ["other-order", '{"appID":1234567890,"userName":"Alice","roomID":"room1","userID":"user1"}', {}],
    ["unknown-key", PART.replace("}", ',"avatar":null}'), {}],
    ["whitespace", `${PART.replaceAll(",", ",\n ")} `, {}],
    ["ids-percent-encoded", PART.replace("user1", "a%20b"), { user_id: "a%20b" }],
    ["ids-escaped", PART.replace("user1", "\\u7528\\u6237"), { user_id: "用户" }],
    ["name-not-encoded", PART.replace("Alice", "A B"), { user_name: "A B" }],
    ["name-raw-utf8", PART.replace("Alice", "é"), { user_name: "Ã©" }],
  ];
  return rows.map(([name, part, changes]) => {
    const kit_token = withPart(part);
    const user = { ...USER, ...changes };
    mustAgree(name, { token: TOKEN, user }, decodeKit(kit_token));
    return { id: `decode-${name}`, direction: "decode", kit_token, token: TOKEN, user, code: 0 };
  });
}

function decodeErrors() {
  const coded = Buffer.from(PART).toString("base64");
  const rows = {
    "hash-sign-missing": TOKEN,
    "token-empty": `#${coded}`,
    "token-malformed": `${TOKEN}x#${coded}`,
    "part-empty": `${TOKEN}#`,
    "part-not-base64": `${TOKEN}#*${coded}`,
    "part-url-alphabet": withPart(PART.replace("Alice", "\u007f\u007f?>?>")).replaceAll("+", "-").replaceAll("/", "_"),
    "part-padding-missing": withPart(PART.padEnd(Math.ceil(PART.length / 3) * 3 + 1)).replace(/=+$/, ""),
    "part-blank-behind": `${TOKEN}#${coded} `,
    "part-twice": `${TOKEN}#${coded}#${coded}`,
    "json-raw": `${TOKEN}#${PART}`,
    "json-broken": withPart(PART.slice(0, -1)),
    "json-array": withPart(`[${PART}]`),
    "json-null": withPart("null"),
    "user-missing": withPart(PART.replace('"userID":"user1",', "")),
    "room-missing": withPart(PART.replace('"roomID":"room1",', "")),
    "name-missing": withPart(PART.replace('"userName":"Alice",', "")),
    "app-id-missing": withPart(PART.replace(/,"appID":\d+/, "")),
    "user-number": withPart(PART.replace('"user1"', "1")),
    "room-null": withPart(PART.replace('"room1"', "null")),
    "name-number": withPart(PART.replace('"Alice"', "1")),
    "name-percent-alone": withPart(PART.replace("Alice", "100%")),
    "name-percent-not-utf8": withPart(PART.replace("Alice", "%ff")),
    "app-id-text": withPart(PART.replace("1234567890", '"1234567890"')),
    "app-id-0": withPart(PART.replace("1234567890", "0")),
    "app-id-over-32-bits": withPart(PART.replace("1234567890", "4294967296")),
    "app-id-with-fraction": withPart(PART.replace("1234567890", "1.5")),
    "key-twice": withPart(PART.replace("}", ',"userID":"user1"}')),
  };
  return Object.entries(rows).map(([name, kit_token]) => {
    mustAgree(name, 201, codeOf(() => decodeKit(kit_token)));
    return { id: `decode-${name}`, direction: "decode", kit_token, code: 201 };
  });
}

function withPart(part) {
  return `${TOKEN}#${Buffer.from(part).toString("base64")}`;
}

function codeOf(call) {
  try {
    call();
    return 0;
  } catch (error) {
    return error.code;
  }
}
