// Cases of diagnose.json about sound bodies that are refused all the same: times, expectations and limits.

import { bodyWith, bodyWithout, diagnosed, tokenWith } from "./build.mjs";
import { APP_ID, NOW } from "../fixtures.mjs";
import { writePrivilege } from "../privilege.mjs";

const DAYS_24 = 2073600;
const END = NOW + 3600;

export function ruleCases() {
  return [...durationCases(), ...timeCases(), ...validityCases(), ...expectationCases(), ...limitCases()].map(diagnosed);
}

function durationCases() {
  const milliseconds = { ctime: NOW * 1000, expire: NOW * 1000 + 3600000 };
  return [
    { id: "expire-is-duration", token: tokenWith({ claims: { expire: 3600 } }), errors: ["expire-is-duration"] },
    { id: "expire-is-duration-body-alone", token: tokenWith({ claims: { expire: 3600 }, expire: END }), errors: ["expire-is-duration"] },
    { id: "expire-is-duration-envelope-alone", token: tokenWith({ expire: 3600 }), errors: ["expire-is-duration"] },
    { id: "expire-is-duration-of-30-days", token: tokenWith({ claims: { expire: 2592000 } }), profile: "zim", errors: ["expire-is-duration"] },
    { id: "expire-is-duration-without-a-secret", token: tokenWith({ claims: { expire: 3600 } }), secret: null, errors: ["expire-is-duration"] },
    { id: "milliseconds", token: tokenWith({ claims: milliseconds }), errors: ["milliseconds"] },
    { id: "milliseconds-envelope-in-seconds", token: tokenWith({ claims: milliseconds, expire: END }), errors: ["milliseconds"] },
    { id: "milliseconds-and-seconds-added", token: tokenWith({ claims: { ctime: NOW * 1000, expire: NOW * 1000 + 3600 } }), profile: "kit", errors: ["plain-token", "milliseconds"] },
    { id: "milliseconds-without-a-secret", token: tokenWith({ claims: milliseconds }), secret: null, errors: ["milliseconds"] },
    { id: "milliseconds-ctime-missing", token: tokenWith({ body: bodyWithout(["ctime"]).replace(String(END), String(milliseconds.expire)), expire: milliseconds.expire }), errors: ["missing-claim", "milliseconds"] },
    { id: "milliseconds-ctime-text", token: tokenWith({ body: bodyWith("ctime", `"${NOW}000"`).replace(String(END), String(milliseconds.expire)), expire: milliseconds.expire }), errors: ["claim-type", "milliseconds"] },
  ];
}

function timeCases() {
  const sound = tokenWith();
  return [
    { id: "expire-mismatch", token: tokenWith({ expire: END + 1 }), errors: ["expire-mismatch"] },
    { id: "expire-mismatch-by-a-day", token: tokenWith({ expire: END - 86400 }), errors: ["expire-mismatch"] },
    { id: "expire-mismatch-gcm", token: tokenWith({ expire: END + 1, mode: "gcm" }), errors: ["expire-mismatch"], cbc: false },
    { id: "clean-last-moment-without-a-warning", token: sound, now: END - 30 },
    { id: "expires-soon-29-left", token: sound, now: END - 29, warnings: ["expires-soon"] },
    { id: "expires-soon-1-left", token: sound, now: END - 1, warnings: ["expires-soon"] },
    { id: "expires-soon-without-a-secret", token: sound, now: END - 29, secret: null, warnings: ["expires-soon"] },
    { id: "expired-on-the-second", token: sound, now: END, errors: ["expired"] },
    { id: "expired-years-ago", token: sound, now: END + 100000000, errors: ["expired"] },
    { id: "expired-without-a-secret", token: sound, now: END, secret: null, errors: ["expired"] },
    { id: "expired-gcm", token: tokenWith({ mode: "gcm" }), now: END, errors: ["expired"], cbc: false },
    { id: "clean-clock-one-second-ahead", token: sound, now: NOW - 1 },
    { id: "clock-skew-two-seconds", token: sound, now: NOW - 2, warnings: ["clock-skew"] },
    { id: "clock-skew-eight-hours", token: sound, now: NOW - 28800, warnings: ["clock-skew"] },
  ];
}

function validityCases() {
  const lasting = (ttl, more) => tokenWith({ claims: { expire: NOW + ttl }, ...more });
  return [
    { id: "clean-24-days", token: lasting(DAYS_24), profile: "zim" },
    { id: "ttl-over-24-days-zim", token: lasting(DAYS_24 + 1), profile: "zim", errors: ["ttl-over-24-days"] },
    { id: "ttl-over-24-days-call", token: lasting(DAYS_24 + 1), profile: "call", errors: ["ttl-over-24-days"] },
    { id: "ttl-over-24-days-rtc", token: lasting(DAYS_24 + 1), profile: "rtc", warnings: ["ttl-over-24-days"] },
    { id: "ttl-over-24-days-no-profile", token: lasting(DAYS_24 + 1), warnings: ["ttl-over-24-days"] },
    { id: "ttl-over-24-days-less-is-left", token: lasting(DAYS_24 + 1), now: NOW + 86400, profile: "zim", errors: ["ttl-over-24-days"] },
    { id: "ttl-over-24-days-and-expired", token: lasting(2592000), now: NOW + 2592000, errors: ["expired"], warnings: ["ttl-over-24-days"] },
    { id: "ttl-over-24-days-without-a-secret", token: lasting(2592000), secret: null, profile: "zim", errors: ["ttl-over-24-days"] },
    { id: "ttl-over-24-days-less-is-left-without-a-secret", token: lasting(2592000), now: NOW + 864000, secret: null, profile: "zim" },
    { id: "ttl-over-24-days-by-a-clock-ahead", token: tokenWith({ claims: { ctime: NOW + 86400, expire: NOW + DAYS_24 + 60 } }), profile: "zim", errors: ["ttl-over-24-days"], warnings: ["clock-skew"] },
    { id: "ttl-over-24-days-gcm", token: lasting(2592000, { mode: "gcm" }), warnings: ["ttl-over-24-days"], cbc: false },
  ];
}

function expectationCases() {
  const privilege = (changes) => tokenWith({ claims: { payload: writePrivilege({ room_id: "room1", publish: true, streams: ["s1", "s2"], ...changes }) } });
  const withRights = (rights) => tokenWith({ claims: { payload: `{"room_id":"room1","privilege":${rights},"stream_id_list":null}` } });
  const identity = tokenWith();
  const all = { app_id: APP_ID, user_id: "user1", room_id: "room1", stream_id: "s2", publish: true };
  return [
    { id: "clean-all-expected", token: privilege(), ...all },
    { id: "clean-identity-all-expected", token: identity, ...all },
    { id: "clean-any-stream", token: privilege({ streams: null }), ...all },
    { id: "clean-rights-denied-but-not-expected", token: privilege({ login: false, publish: false }), user_id: "user1" },
    { id: "clean-publish-denied-but-not-expected", token: privilege({ publish: false }), room_id: "room1", publish: false },
    { id: "app-id-mismatch", token: identity, app_id: APP_ID + 1, errors: ["app-id-mismatch"] },
    { id: "user-id-mismatch", token: identity, user_id: "user2", errors: ["user-id-mismatch"] },
    { id: "user-id-mismatch-case", token: identity, user_id: "User1", errors: ["user-id-mismatch"] },
    { id: "room-mismatch", token: privilege(), room_id: "room2", errors: ["room-mismatch"] },
    { id: "stream-mismatch", token: privilege(), room_id: "room1", stream_id: "s3", errors: ["stream-mismatch"] },
    { id: "stream-mismatch-no-room-expected", token: privilege(), stream_id: "s3", errors: ["stream-mismatch"] },
    { id: "login-denied", token: privilege({ login: false }), room_id: "room1", errors: ["login-denied"] },
    { id: "login-denied-publishing", token: privilege({ login: false }), publish: true, errors: ["login-denied"] },
    { id: "publish-denied", token: privilege({ publish: false }), room_id: "room1", publish: true, errors: ["publish-denied"] },
    { id: "login-and-publish-denied", token: privilege({ login: false, publish: false }), room_id: "room1", publish: true, errors: ["login-denied", "publish-denied"] },
    { id: "login-denied-by-a-missing-right", token: withRights('{"2":1}'), room_id: "room1", errors: ["login-denied"], warnings: ["payload-shape"] },
    { id: "publish-denied-by-a-missing-right", token: withRights('{"1":1}'), publish: true, errors: ["publish-denied"], warnings: ["payload-shape"] },
    { id: "payload-shape-of-a-right-that-is-not-expected", token: withRights('{"1":1}'), room_id: "room1", warnings: ["payload-shape"] },
    { id: "expectations-need-the-secret", token: identity, secret: null, app_id: APP_ID + 1, user_id: "user2" },
  ];
}

function limitCases() {
  const user = (user_id) => tokenWith({ claims: { user_id } });
  const room = (room_id) => tokenWith({ claims: { payload: writePrivilege({ room_id }) } });
  const long = { user: user("u".repeat(65)), room: room("r".repeat(129)) };
  const limit = (id, name, token, profile, severity) => ({ id: `${id}-${name}`, token, profile, [severity]: [id] });
  return [
    limit("user-id-limit", "rtc-65-bytes", long.user, "rtc", "errors"),
    limit("user-id-limit", "rtc-blank", user("user 1"), "rtc", "errors"),
    limit("user-id-limit", "rtc-chinese", user("用户一号"), "rtc", "errors"),
    limit("user-id-limit", "rtc-both", user("用户".repeat(11)), "rtc", "errors"),
    limit("user-id-limit", "zim-33-bytes", user("u".repeat(33)), "zim", "errors"),
    limit("user-id-limit", "zim-backslash", user("user\\1"), "zim", "errors"),
    limit("user-id-limit", "no-profile-65-bytes", long.user, undefined, "warnings"),
    limit("user-id-limit", "no-profile-65-bytes-in-22-characters", user("大".repeat(22)), undefined, "warnings"),
    limit("user-id-limit", "no-profile-empty", user(""), undefined, "errors"),
    limit("room-id-limit", "rtc-129-bytes", long.room, "rtc", "errors"),
    limit("room-id-limit", "rtc-slash", room("room/1"), "rtc", "errors"),
    limit("room-id-limit", "no-profile-129-bytes", long.room, undefined, "warnings"),
    { ...limit("room-id-limit", "rtc-expected-room", tokenWith(), "rtc", "errors"), room_id: "room 1" },
    { ...limit("room-id-limit", "rtc-expected-room-empty", tokenWith(), "rtc", "errors"), room_id: "" },
    { ...limit("room-id-limit", "no-profile-expected-room-empty", tokenWith(), undefined, "warnings"), room_id: "" },
    limit("user-id-limit", "call-33-bytes", user("u".repeat(33)), "call", "errors"),
    limit("user-id-limit", "call-apostrophe-which-zim-refuses", user("user'1"), "call", "errors"),
    limit("user-id-limit", "call-colon-which-rtc-refuses", user("user:1"), "call", "errors"),
    { ...limit("room-id-limit", "call-expected-room", tokenWith(), "call", "errors"), room_id: "room 1" },
    { id: "clean-rtc-longest", token: tokenWith({ claims: { user_id: "u".repeat(64), payload: writePrivilege({ room_id: "r".repeat(128) }) } }), profile: "rtc" },
    { id: "clean-zim-longest", token: user("u".repeat(32)), profile: "zim" },
    { id: "clean-call-longest", token: user("u".repeat(32)), profile: "call", user_id: "u".repeat(32), room_id: "r".repeat(128) },
    { id: "clean-call-characters", token: user("a!#$%&()+-.;<=>@^_~"), profile: "call" },
    { id: "clean-zim-characters", token: user("a:b?c[d]{e}|f"), profile: "zim" },
    { id: "clean-no-profile-any-characters", token: tokenWith({ claims: { user_id: "用户 1/2", payload: writePrivilege({ room_id: "房间 1" }) } }) },
  ];
}
