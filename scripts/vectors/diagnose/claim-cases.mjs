// Cases of diagnose.json about the body: its JSON, its claims and their types, and the payload.

import { bodyWith, bodyWithout, diagnosed, tokenWith } from "./build.mjs";
import { claimsWith, NOW, PREVIOUS_SECRET, SECRET } from "../fixtures.mjs";
import { writeBody } from "../format.mjs";
import { writePrivilege } from "../privilege.mjs";

const BODY = writeBody(claimsWith());
const ROOM_PAYLOAD = writePrivilege({ room_id: "room1" });

export function claimCases() {
  return [...bodyCases(), ...paddingCases(), ...nameCases(), ...missingCases(), ...typeCases(), ...swappedCases(), ...payloadCases()].map(diagnosed);
}

function bodyCases() {
  const latin1 = (user) => Buffer.from(BODY.replace("user1", user), "latin1");
  const bodies = {
    "plain-text": "user1",
    "array": `[${BODY}]`,
    "encoded-twice": JSON.stringify(BODY),
    "single-quotes": BODY.replaceAll('"', "'"),
    "cut": BODY.slice(0, -1),
    "something-behind": `${BODY};`,
    "query-string": `app_id=1234567890&user_id=user1&expire=${NOW + 3600}`,
    "empty": "",
    "latin1": latin1("us\u00e9r1"),
    "gbk": latin1("\u00d3\u00c3\u00bb\u00a7"),
    "utf16": Buffer.from(BODY, "utf16le"),
    "byte-order-mark": `\ufeff${BODY}`,
  };
  return [
    ...Object.entries(bodies).map(([name, body]) => ({ id: `body-not-json-${name}`, token: tokenWith({ body }) })),
    { id: "body-not-json-gcm", token: tokenWith({ body: "user1", mode: "gcm" }), cbc: false },
  ].map((one) => ({ ...one, errors: ["body-not-json"] }));
}

function paddingCases() {
  const paddedOnce = (body) => {
    const count = 16 - (Buffer.byteLength(body) % 16);
    return Buffer.concat([Buffer.from(body), Buffer.alloc(count, count)]);
  };
  const bodyThatNeeds = (count) => {
    let user = "user1";
    while (16 - (writeBody(claimsWith({ user_id: user })).length % 16) !== count) user += "x";
    return writeBody(claimsWith({ user_id: user }));
  };
  // Ten bytes of padding are line ends, nine tabs and thirteen carriage returns: blanks to a JSON reader.
  return [1, 5, 9, 10, 13, 16].map((count) => ({
    id: `double-padding-${count}`, token: tokenWith({ body: paddedOnce(bodyThatNeeds(count)) }), errors: ["double-padding"] }))
    .concat({ id: "double-padding-gcm", token: tokenWith({ body: paddedOnce(BODY), mode: "gcm" }), errors: ["double-padding"], cbc: false });
}

function nameCases() {
  const privilege = ['"room_id":"room1"', '"privilege":{"1":1,"2":0}', '"stream_id_list":null'];
  const times = [`"create_time":${NOW}`, `"expire_time":${NOW + 3600}`];
  const renamed = (keys, more) => tokenWith({ body: bodyWithout(keys, more) });
  return [
    { id: "misplaced-claims", token: renamed([], privilege), errors: ["misplaced-claims"] },
    { id: "misplaced-claims-without-payload", token: renamed(["payload"], privilege), errors: ["misplaced-claims"] },
    { id: "misplaced-claims-room-alone", token: renamed([], privilege.slice(0, 1)), errors: ["misplaced-claims"] },
    { id: "claim-names-times", token: renamed(["ctime", "expire"], times), errors: ["claim-names"] },
    { id: "claim-names-of-jwt", token: renamed(["app_id", "user_id", "ctime", "expire"], ['"iss":1234567890', '"sub":"user1"', `"iat":${NOW}`, `"exp":${NOW + 3600}`]), errors: ["claim-names"] },
    { id: "claim-names-of-jwt-and-missing", token: renamed(["app_id", "user_id", "nonce", "ctime", "expire", "payload"], ['"iss":1234567890', '"sub":"user1"', `"exp":${NOW + 3600}`]), errors: ["claim-names", "missing-claim"] },
    { id: "claim-names-camel-case", token: renamed(["app_id", "user_id"], ['"appId":1234567890', '"userId":"user1"']), errors: ["claim-names"] },
    { id: "claim-names-upper-case-id", token: renamed(["app_id", "user_id"], ['"appID":1234567890', '"userID":"user1"']), errors: ["claim-names"] },
    { id: "claim-names-and-another-missing", token: renamed(["ctime", "nonce"], times.slice(0, 1)), errors: ["claim-names", "missing-claim"] },
    { id: "claim-names-expired-by-the-envelope", token: renamed(["expire"], times.slice(1)), now: NOW + 3600, errors: ["claim-names", "expired"] },
    { id: "clean-unknown-keys", token: renamed([], ['"version":4', '"exp":1']) },
  ];
}

function missingCases() {
  const required = ["app_id", "user_id", "nonce", "ctime", "expire"];
  return [
    ...required.map((key) => ({ id: `missing-claim-${key.replace("_", "-")}`, token: tokenWith({ body: bodyWithout([key]) }), errors: ["missing-claim"] })),
    { id: "missing-claim-two", token: tokenWith({ body: bodyWithout(["nonce", "ctime"]) }), errors: ["missing-claim"] },
    { id: "missing-claim-and-payload", token: tokenWith({ body: bodyWithout(["nonce", "payload"]) }), errors: ["missing-claim"] },
    { id: "missing-claim-all", token: tokenWith({ body: "{}" }), errors: ["missing-claim"] },
    { id: "missing-claim-beside-an-unknown-key", token: tokenWith({ body: bodyWithout(["nonce"], ['"version":4']) }), errors: ["missing-claim"] },
    { id: "missing-payload", token: tokenWith({ body: bodyWithout(["payload"]) }), warnings: ["missing-claim"] },
  ];
}

function typeCases() {
  const raw = {
    "app-id-text": ["app_id", '"1234567890"'],
    "app-id-with-fraction": ["app_id", "1234567890.0"],
    "app-id-null": ["app_id", "null"],
    "app-id-0": ["app_id", "0"],
    "app-id-over-32-bits": ["app_id", "5529535186"],
    "user-id-number": ["user_id", "1"],
    "nonce-text": ["nonce", '"123456"'],
    "nonce-with-fraction": ["nonce", "123456.5"],
    "nonce-over-64-bits": ["nonce", "9223372036854775808"],
    "ctime-text": ["ctime", `"${NOW}"`],
    "ctime-with-fraction": ["ctime", `${NOW}.25`],
    "expire-text": ["expire", `"${NOW + 3600}"`],
    "expire-with-fraction": ["expire", `${NOW + 3600}.0`],
  };
  const several = bodyWith("nonce", '"1"').replace('"app_id":1234567890', '"app_id":"1234567890"').replace(`"ctime":${NOW}`, `"ctime":"${NOW}"`);
  return [
    ...Object.entries(raw).map(([name, [key, value]]) => ({ id: `claim-type-${name}`, token: tokenWith({ body: bodyWith(key, value) }), app_id: 1234567890 })),
    { id: "claim-type-several", token: tokenWith({ body: several }) },
    { id: "claim-type-gcm", token: tokenWith({ body: bodyWith("app_id", '"1234567890"'), mode: "gcm" }), cbc: false },
  ].map((one) => ({ ...one, errors: ["claim-type"] }));
}

function swappedCases() {
  const hex = "d41d8cd98f00b204e9800998ecf8427e";
  return [
    { id: "swapped-arguments-secret-as-user", token: tokenWith({ claims: { user_id: SECRET } }), user_id: "user1", errors: ["swapped-arguments"] },
    { id: "swapped-arguments-for-zim", token: tokenWith({ claims: { user_id: SECRET } }), profile: "zim", errors: ["swapped-arguments"] },
    { id: "swapped-arguments-hex-user", token: tokenWith({ claims: { user_id: hex } }), warnings: ["swapped-arguments"] },
    { id: "swapped-arguments-hex-user-upper-case", token: tokenWith({ claims: { user_id: hex.toUpperCase() } }), user_id: hex.toUpperCase(), warnings: ["swapped-arguments"] },
    { id: "swapped-arguments-another-secret-as-user", token: tokenWith({ claims: { user_id: PREVIOUS_SECRET } }), warnings: ["swapped-arguments"] },
    { id: "swapped-arguments-token-as-expected-room", token: tokenWith(), room_id: tokenWith(), errors: ["swapped-arguments"] },
    { id: "swapped-arguments-token-as-expected-room-in-rtc", token: tokenWith(), profile: "rtc", room_id: tokenWith(), errors: ["swapped-arguments"] },
    { id: "swapped-arguments-token-as-expected-room-without-a-secret", token: tokenWith(), secret: null, room_id: tokenWith({ mode: "gcm" }), errors: ["swapped-arguments"] },
    { id: "swapped-arguments-token-as-room-of-a-privilege", token: tokenWith({ claims: { payload: writePrivilege({ room_id: tokenWith() }) } }), errors: ["swapped-arguments"] },
    { id: "swapped-arguments-token-as-room-where-another-is-due", token: tokenWith({ claims: { payload: ROOM_PAYLOAD } }), room_id: tokenWith(), errors: ["swapped-arguments"] },
    { id: "swapped-arguments-token-as-room-and-another-user", token: tokenWith(), user_id: "user2", room_id: tokenWith(), errors: ["swapped-arguments", "user-id-mismatch"] },
    { id: "clean-room-that-begins-as-a-token", token: tokenWith(), room_id: tokenWith().slice(0, 40) },
    { id: "clean-hex-user-of-31", token: tokenWith({ claims: { user_id: hex.slice(1) } }) },
  ];
}

function payloadCases() {
  const withPayload = (payload) => tokenWith({ claims: { payload } });
  const objects = { object: '{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":null}', "empty-object": "{}" };
  const notJson = { "room-id": "room1", "cut": ROOM_PAYLOAD.slice(0, -1), "single-quotes": ROOM_PAYLOAD.replaceAll('"', "'"), blank: " " };
  const shape = {
    "other-keys": '{"role":"host"}',
    "empty-object": "{}",
    "room-number": '{"room_id":1,"privilege":{"1":1,"2":0}}',
    "privilege-absent": '{"room_id":"room1"}',
    "rights-true": '{"room_id":"room1","privilege":{"1":true,"2":false},"stream_id_list":null}',
    "rights-text": '{"room_id":"room1","privilege":{"1":"1","2":"0"},"stream_id_list":null}',
    "streams-text": '{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":"s1"}',
    "array": `[${ROOM_PAYLOAD}]`,
    "number": "12345",
    "null": "null",
  };
  const doubtful = {
    "right-missing": '{"room_id":"room1","privilege":{"1":1},"stream_id_list":null}',
    "room-empty": '{"room_id":"","privilege":{"1":1,"2":0},"stream_id_list":null}',
    "streams-empty": '{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":[]}',
  };
  const rows = (id, texts, more) => Object.entries(texts).map(([name, payload]) => ({ id: `${id}-${name}`, token: withPayload(payload), ...more }));
  return [
    ...Object.entries(objects).map(([name, raw]) => ({ id: `payload-object-${name}`, token: tokenWith({ body: bodyWith("payload", raw) }), errors: ["payload-object"] })),
    { id: "payload-object-with-a-room-expected", token: tokenWith({ body: bodyWith("payload", objects.object) }), room_id: "room1", errors: ["payload-object"] },
    { id: "payload-double-encoded", token: withPayload(JSON.stringify(ROOM_PAYLOAD)), errors: ["payload-double-encoded"] },
    { id: "payload-double-encoded-with-a-room-expected", token: withPayload(JSON.stringify(ROOM_PAYLOAD)), room_id: "room1", errors: ["payload-double-encoded"] },
    ...rows("payload-not-json", notJson, { errors: ["payload-not-json"] }),
    { id: "payload-not-json-with-a-room-expected", token: withPayload("room1"), room_id: "room1", errors: ["payload-not-json"] },
    ...rows("payload-shape", shape, { errors: ["payload-shape"] }),
    ...rows("payload-shape", doubtful, { warnings: ["payload-shape"] }),
    { id: "payload-in-zim", token: withPayload(ROOM_PAYLOAD), profile: "zim", warnings: ["payload-in-zim"] },
    { id: "payload-in-zim-for-a-call-kit", token: withPayload(ROOM_PAYLOAD), profile: "call", warnings: ["payload-in-zim"] },
    { id: "payload-in-zim-for-a-call-kit-not-json", token: withPayload("room1"), profile: "call", errors: ["payload-not-json"], warnings: ["payload-in-zim"] },
    { id: "payload-in-zim-for-a-call-kit-in-another-room", token: withPayload(ROOM_PAYLOAD), profile: "call", room_id: "room2", errors: ["room-mismatch"], warnings: ["payload-in-zim"] },
    { id: "clean-payload-of-a-film", token: withPayload('{"room_id":"room1","video_id":"v1"}') },
    { id: "clean-payload-of-a-film-in-rtc", token: withPayload('{"video_id":"v1","room_id":"room1"}'), profile: "rtc" },
    { id: "payload-shape-film-without-a-room", token: withPayload('{"video_id":"v1"}'), errors: ["payload-shape"] },
    { id: "clean-payload-of-a-film-with-a-number", token: withPayload('{"room_id":"room1","video_id":1}') },
    { id: "payload-shape-film-room-number", token: withPayload('{"room_id":1,"video_id":"v1"}'), errors: ["payload-shape"] },
    { id: "payload-shape-film-and-streams", token: withPayload('{"room_id":"room1","video_id":"v1","stream_id_list":null}'), errors: ["payload-shape"] },
    { id: "payload-in-zim-not-json", token: withPayload("room1"), profile: "zim", warnings: ["payload-in-zim"] },
    { id: "clean-payload-null", token: tokenWith({ body: bodyWith("payload", "null") }) },
    { id: "clean-payload-in-rtc", token: withPayload(ROOM_PAYLOAD), profile: "rtc" },
    { id: "clean-payload-streams-absent", token: withPayload('{"room_id":"room1","privilege":{"1":1,"2":0}}') },
  ];
}
