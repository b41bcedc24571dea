// Cases of diagnose.json about kit tokens: where they belong, and the part behind the hash sign.

import { diagnosed, kitPart, tokenWith } from "./build.mjs";
import { writePrivilege } from "../privilege.mjs";

const SOUND = tokenWith();

export function kitTokenCases() {
  return [...placeCases(), ...partCases(), ...limitCases()].map(diagnosed);
}

function placeCases() {
  const kit = SOUND + kitPart();
  return [
    { id: "clean-kit", token: kit, profile: "kit", user_id: "user1", room_id: "room1" },
    { id: "clean-kit-no-profile", token: kit },
    { id: "clean-kit-without-a-secret", token: kit, profile: "kit", secret: null },
    { id: "clean-kit-gcm", token: tokenWith({ mode: "gcm" }) + kitPart(), profile: "kit", cbc: false },
    { id: "clean-kit-chinese-name", token: SOUND + kitPart({ user_name: "张三 😀" }), profile: "kit" },
    { id: "kit-token-in-rtc", token: kit, profile: "rtc", errors: ["kit-token"] },
    { id: "kit-token-in-zim", token: kit, profile: "zim", errors: ["kit-token"] },
    { id: "kit-token-in-call", token: kit, profile: "call", errors: ["kit-token"] },
    { id: "clean-call", token: SOUND, profile: "call", user_id: "user1", room_id: "room1" },
    { id: "clean-call-gcm", token: tokenWith({ mode: "gcm" }), profile: "call", cbc: false },
    { id: "kit-token-without-a-secret", token: kit, profile: "rtc", secret: null, errors: ["kit-token"] },
    { id: "kit-token-in-rtc-whatever-its-part", token: `${SOUND}#broken`, profile: "rtc", errors: ["kit-token"] },
    { id: "plain-token", token: SOUND, profile: "kit", errors: ["plain-token"] },
    { id: "plain-token-gcm", token: tokenWith({ mode: "gcm" }), profile: "kit", errors: ["plain-token"], cbc: false },
    { id: "plain-token-without-a-secret", token: SOUND, profile: "kit", secret: null, errors: ["plain-token"] },
  ];
}

function partCases() {
  const edited = (from, to) => SOUND + kitPart({}, (json) => json.replace(from, () => to));
  const forRoom = tokenWith({ claims: { payload: writePrivilege({ room_id: "room2" }) } });
  const parts = {
    "empty": `${SOUND}#`,
    "not-base64": `${SOUND}#***`,
    "json-raw": `${SOUND}#{"userID":"user1","roomID":"room1","userName":"Alice","appID":1234567890}`,
    "not-json": `${SOUND}#${Buffer.from("user1").toString("base64")}`,
    "array": SOUND + kitPart({}, (json) => `[${json}]`),
    "user-missing": edited('"userID":"user1",', ""),
    "room-missing": edited('"roomID":"room1",', ""),
    "name-missing": edited('"userName":"Alice",', ""),
    "app-id-missing": edited(',"appID":1234567890', ""),
    "app-id-text": edited("1234567890", '"1234567890"'),
    "user-number": edited('"user1"', "1"),
    "name-raw-utf8": edited("Alice", "张三"),
    "name-percent-alone": edited("Alice", "100%"),
    "user-differs": SOUND + kitPart({ user_id: "user2" }),
    "user-percent-encoded": tokenWith({ claims: { user_id: "user@1" } }) + kitPart({ user_id: "user%401" }),
    "app-id-differs": SOUND + kitPart({ app_id: 987654321 }),
    "room-differs": forRoom + kitPart(),
  };
  const readable = ["not-base64", "name-missing", "name-raw-utf8"].map((name) => ({ id: `kit-part-${name}-without-a-secret`, token: parts[name], secret: null }));
  return [...Object.entries(parts).map(([name, token]) => ({ id: `kit-part-${name}`, token, profile: "kit" })),
    { id: "kit-part-no-profile", token: parts["name-missing"] }, ...readable].map((one) => ({ ...one, errors: ["kit-part"] }));
}

function limitCases() {
  const of = (user_id, room_id = "room1") => tokenWith({ claims: { user_id } }) + kitPart({ user_id, room_id });
  return [
    { id: "user-id-limit-kit-33-bytes", token: of("u".repeat(33)), warnings: ["user-id-limit"] },
    { id: "user-id-limit-kit-backslash", token: of("user\\1"), warnings: ["user-id-limit"] },
    { id: "user-id-limit-kit-65-bytes", token: of("u".repeat(65)), errors: ["user-id-limit"] },
    { id: "user-id-limit-kit-colon", token: of("user:1"), errors: ["user-id-limit"] },
    { id: "room-id-limit-kit-129-bytes", token: of("user1", "r".repeat(129)), errors: ["room-id-limit"] },
    { id: "room-id-limit-kit-blank", token: of("user1", "room 1"), errors: ["room-id-limit"] },
    { id: "room-id-limit-kit-empty", token: of("user1", ""), errors: ["room-id-limit"] },
    { id: "ttl-over-24-days-kit", token: tokenWith({ claims: { expire: 1702592000 } }) + kitPart(), errors: ["ttl-over-24-days"] },
  ].map((one) => ({ ...one, profile: "kit" }));
}
