// Arguments that only a profile refuses: the limits of each, and the last value inside each.

const PUNCTUATION = { rtc: "!#$%&'()*+,-.;<=>@\\^_`~", zim: "!#$%&()+-:;<=.>?@[]^_{}|~", call: "!#$%&()+-.;<=>@^_~" };
const LETTERS = "azAZ09";

export function profileCases() {
  return [...characterCases(), ...rtcCases(), ...zimCases(), ...kitCases(), ...callCases()];
}

/** Every printable ASCII punctuation mark, in the user id of each profile: one control for all it takes, one case per refusal. */
function characterCases() {
  return ["rtc", "zim", "call"].flatMap((profile) => {
    const refused = [..." !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\u007f"].filter((mark) => !PUNCTUATION[profile].includes(mark));
    return [
      { id: `${profile}-user-all-characters`, profile, user_id: `${LETTERS}${PUNCTUATION[profile]}`, code: 0 },
      ...refused.map((mark) => ({ id: `${profile}-user-character-${mark.charCodeAt(0).toString(16)}`, profile, user_id: `a${mark}b`, code: 3 })),
      { id: `${profile}-user-chinese`, profile, user_id: "用户", code: 3 },
      { id: `${profile}-user-control-character`, profile, user_id: "user\n", code: 3 },
      { id: `${profile}-user-nul`, profile, user_id: "user\u0000", code: 3 },
    ];
  });
}

function rtcCases() {
  const room = (room_id, more) => ({ call: "issue_room", room: { room_id, ...more } });
  return [
    { id: "rtc-user-64", user_id: "u".repeat(64), code: 0 },
    { id: "rtc-user-65", user_id: "u".repeat(65), code: 3 },
    { id: "rtc-ttl-1", ttl: 1, code: 0 },
    { id: "rtc-ttl-100-days", ttl: 8640000, code: 0 },
    { id: "rtc-payload-not-json", payload: "room1", code: 104 },
    { id: "rtc-payload-cut-json", payload: '{"room_id":"room1"', code: 104 },
    { id: "rtc-payload-other-json", payload: '{"role":"host"}', code: 0 },
    { id: "rtc-payload-privilege", payload: '{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":null}', code: 0 },
    { id: "rtc-payload-room-empty", payload: '{"room_id":"","privilege":{"1":1,"2":0}}', code: 102 },
    { id: "rtc-payload-room-129", payload: `{"room_id":"${"r".repeat(129)}","privilege":{"1":1,"2":0}}`, code: 102 },
    { id: "rtc-payload-room-characters", payload: '{"room_id":"room 1","privilege":{"1":1,"2":0}}', code: 102 },
    { id: "rtc-room-128", ...room("r".repeat(128)), code: 0 },
    { id: "rtc-room-129", ...room("r".repeat(129)), code: 102 },
    { id: "rtc-room-all-characters", ...room(`${LETTERS}${PUNCTUATION.rtc}`), code: 0 },
    { id: "rtc-room-slash", ...room("room/1"), code: 102 },
    { id: "rtc-room-chinese", ...room("房间"), code: 102 },
    { id: "rtc-first-user", user_id: "user 1", payload: "room1", code: 3 },
  ].map((one) => ({ ...one, profile: "rtc" }));
}

function zimCases() {
  return [
    { id: "zim-user-32", user_id: "u".repeat(32), code: 0 },
    { id: "zim-user-33", user_id: "u".repeat(33), code: 3 },
    { id: "zim-ttl-29", ttl: 29, code: 6 },
    { id: "zim-ttl-30", ttl: 30, code: 0 },
    { id: "zim-ttl-24-days", ttl: 2073600, code: 0 },
    { id: "zim-ttl-24-days-and-a-second", ttl: 2073601, code: 6 },
    { id: "zim-payload", payload: '{"room_id":"room1","privilege":{"1":1,"2":0}}', code: 104 },
    { id: "zim-payload-not-json", payload: "room1", code: 104 },
    { id: "zim-room", call: "issue_room", room: { room_id: "room1" }, code: 104 },
    { id: "zim-first-ttl", ttl: 29, payload: "room1", code: 6 },
  ].map((one) => ({ ...one, profile: "zim" }));
}

function callCases() {
  const room = (room_id) => ({ call: "issue_room", room: { room_id, publish: true } });
  return [
    { id: "call-user-32", user_id: "u".repeat(32), code: 0 },
    { id: "call-user-33", user_id: "u".repeat(33), code: 3 },
    { id: "call-ttl-29", ttl: 29, code: 6 },
    { id: "call-ttl-30", ttl: 30, code: 0 },
    { id: "call-ttl-24-days", ttl: 2073600, code: 0 },
    { id: "call-ttl-24-days-and-a-second", ttl: 2073601, code: 6 },
    { id: "call-payload-not-json", payload: "room1", code: 104 },
    { id: "call-payload-privilege", payload: '{"room_id":"room1","privilege":{"1":1,"2":0}}', code: 0 },
    { id: "call-payload-room-characters", payload: '{"room_id":"room 1","privilege":{"1":1,"2":0}}', code: 102 },
    { id: "call-room-128", ...room("r".repeat(128)), code: 0 },
    { id: "call-room-129", ...room("r".repeat(129)), code: 102 },
  ].map((one) => ({ ...one, profile: "call" }));
}

/** The kit calls have the kit profile without being told. */
function kitCases() {
  const calls = [
    { id: "control-kit", code: 0 },
    { id: "control-kit-gcm", mode: "gcm", code: 0 },
    { id: "kit-user-64", user_id: "u".repeat(64), code: 0 },
    { id: "kit-user-65", user_id: "u".repeat(65), code: 3 },
    { id: "kit-user-colon", user_id: "user:1", code: 3 },
    { id: "kit-user-percent", user_id: "100%", code: 0 },
    { id: "kit-user-empty", user_id: "", code: 3 },
    { id: "kit-name-empty", user_name: "", code: 0 },
    { id: "kit-name-any", user_name: "张三 & 😀 #%", code: 0 },
    { id: "kit-room-empty", room: { room_id: "" }, code: 102 },
    { id: "kit-room-129", room: { room_id: "r".repeat(129) }, code: 102 },
    { id: "kit-room-blank", room: { room_id: "room 1" }, code: 102 },
    { id: "kit-ttl-29", ttl: 29, code: 6 },
    { id: "kit-ttl-24-days", ttl: 2073600, code: 0 },
    { id: "kit-ttl-24-days-and-a-second", ttl: 2073601, code: 6 },
    { id: "kit-app-id-0", app_id: 0, code: 1 },
    { id: "kit-secret-31", secret: "0123456789abcdef0123456789ABCDE", code: 5 },
  ].map((one) => ({ call: "kit", room: { room_id: "room1" }, ...one }));
  const issues = [
    { id: "profile-kit-payload-not-json", payload: "room1", code: 104 },
    { id: "profile-kit-payload-privilege", payload: '{"room_id":"room1","privilege":{"1":1,"2":0}}', code: 0 },
    { id: "profile-kit-ttl-29", ttl: 29, code: 6 },
  ].map((one) => ({ ...one, profile: "kit" }));
  return [...calls, ...issues];
}
