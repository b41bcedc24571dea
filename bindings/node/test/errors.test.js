// Bad input beyond the vectors: each has its code, and no error shows a secret.
"use strict";

const assert = require("node:assert");
const path = require("node:path");
const test = require("node:test");
const { ErrorCode, inspect, Issuer, kit, RoomPrivilege, Token04Error, Verifier } = require("token04");
const { APP_ID, codeOf, errorOf, OTHER_SECRET, SECRET } = require("./fixtures.js");

const issuer = new Issuer(APP_ID, SECRET);
const verifier = new Verifier(APP_ID, SECRET);
const token = issuer.issue("user1", 3600);

const NO_STRINGS = [true, false, 0, 1, NaN, 1n, {}, [], ["user1"], () => "user1", Symbol("user1"), new String("user1"), Buffer.from("user1"), new Date()];
const NOTHING = [undefined, null];
const LONE_SURROGATES = ["\ud800", "\udc00", "a\ud83d", "\ude00\ud83d", "\ud83dx\ude00", "x".repeat(600) + "\ud800"];
const NO_WHOLE_NUMBERS = [
  ...NOTHING, true, false, "1", "3600", "", 1.5, 0.5, -0.5, NaN, Infinity, -Infinity, 2 ** 53, 2 ** 53 + 2, 1e300, Number.MIN_VALUE,
  1n, 3600n, 9223372036854775807n, {}, [], [1], new Number(1), () => 1, Symbol("1"), new Date(), { valueOf: () => 1 },
];

test("an error is an Error with its code and the official fields", () => {
  const error = errorOf(() => issuer.issue("", 60));
  assert.ok(error instanceof Error && error instanceof Token04Error);
  const { name, code, errorCode, errorMessage, message } = error;
  assert.deepStrictEqual({ name, code, errorCode }, { name: "Token04Error", code: 3, errorCode: 3 });
  assert.strictEqual(errorMessage, message);
  assert.strictEqual(String(error), "Token04Error: userId must not be empty");
  assert.ok(error.stack.includes(path.basename(__filename)), error.stack);
  assert.deepStrictEqual(Object.keys(error).sort(), ["code", "errorCode", "errorMessage"]);
});

test("every code has a name, and each that can be met is met", () => {
  const later = verifier.verify(token).expire;
  const bodyOf = (other) => new Issuer(APP_ID, SECRET).issue("user1", other);
  // An envelope that names another expiry than the body.
  const mixed = Buffer.from(bodyOf(60).slice(2), "base64");
  mixed.writeUInt32BE(later + 5, 4);
  const calls = {
    InvalidAppId: () => new Issuer(0, SECRET),
    InvalidUserId: () => issuer.issue("", 60),
    InvalidSecret: () => new Issuer(1, "short"),
    InvalidTtl: () => issuer.issue("user1", 0),
    TooLong: () => issuer.issue("user1", 60, "p".repeat(70000)),
    InvalidRoom: () => issuer.issueRoom("user1", 60, new RoomPrivilege("")),
    InvalidPayload: () => issuer.issue("user1", 60, {}),
    Malformed: () => verifier.verify("04"),
    Undecipherable: () => new Verifier(APP_ID, OTHER_SECRET).verify(token),
    Expired: () => verifier.verify(token, { now: later }),
    WrongAppId: () => new Verifier(1, SECRET).verify(token),
    WrongUserId: () => verifier.verify(token, { userId: "user2" }),
    ExpireMismatch: () => verifier.verify("04" + mixed.toString("base64")),
    NotPermitted: () => verifier.verify(issuer.issue("user1", 60, "{}"), { roomId: "room1" }),
    InvalidArgument: () => verifier.verify(undefined),
  };
  const unmet = ["RandomUnavailable", "BufferTooSmall", "Internal"];
  const names = Object.keys(ErrorCode);
  assert.deepStrictEqual(names.sort(), [...Object.keys(calls), ...unmet].sort());
  for (const [name, call] of Object.entries(calls)) assert.strictEqual(errorOf(call).code, ErrorCode[name], name);
});

test("an app id that is not a whole number from 1 to 4294967295 is code 1", () => {
  const values = [...NO_WHOLE_NUMBERS, 0, -0, -1, -(2 ** 32) + 1, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1];
  for (const value of values) {
    assert.strictEqual(codeOf(() => new Issuer(value, SECRET)), 1);
    assert.strictEqual(codeOf(() => new Verifier(value, SECRET)), 1);
    assert.strictEqual(codeOf(() => kit.encode(token, { appId: value, userId: "user1", roomId: "room1" })), 1);
  }
  for (const value of [1, 1.0, 4294967295]) assert.strictEqual(new Issuer(value, SECRET).appId, value);
});

test("a ttl that is neither a whole number of seconds nor such a text is code 6", () => {
  const texts = ["0", "0s", "-5m", "+5m", "1.5h", "1h30m", "10 m", " 10m", "10M", "1w", "soon", "\ud800", SECRET];
  for (const value of [...NO_WHOLE_NUMBERS.filter((one) => !["1", "3600"].includes(one)), ...texts, 0, -0, -1, -(2 ** 53)]) {
    assert.strictEqual(codeOf(() => issuer.issue("user1", value)), 6);
    assert.strictEqual(codeOf(() => issuer.issueRoom("user1", value, new RoomPrivilege("room1"))), 6);
    assert.strictEqual(codeOf(() => issuer.kitToken("user1", value, "room1")), 6);
  }
});

test("a message says what was given in place of a whole number", () => {
  const words = new Map([
    [1.5, "1.5"], [0, "0"], [-1, "-1"], [NaN, "NaN"], [Infinity, "Infinity"], [-Infinity, "-Infinity"], [1e300, "1e300"], [2 ** 53, "9007199254740992"],
    [true, "a boolean"], [1n, "a bigint"], [null, "null"], [undefined, "undefined"], [{}, "an object"],
  ]);
  for (const [value, got] of words) {
    assert.strictEqual(errorOf(() => new Issuer(value, SECRET)).message, `appId must be 1 to 4294967295, got ${got}`);
    assert.strictEqual(errorOf(() => issuer.issue("user1", value)).message, `ttl must be whole seconds, at least 1, got ${got}`);
  }
  assert.strictEqual(errorOf(() => new Issuer("1", SECRET)).message, "appId must be 1 to 4294967295, got a string");
  assert.match(errorOf(() => issuer.issue("user1", "soon")).message, /^ttl must be whole seconds, at least 1, or text such as 90s/);
});

test("a message has JavaScript's names, and the word for what is missing", () => {
  const messages = [
    [() => issuer.issue(undefined, 60), "userId must be a string, not undefined"],
    [() => issuer.issue(null, 60), "userId must be a string, not null"],
    [() => new Issuer(1), "secret must be a string, not undefined"],
    [() => issuer.issueRoom("user1", 60), "roomId must be a string, not undefined"],
    [() => issuer.kitToken("user1", 60, 5), "roomId must be a string, got 5"],
    [() => new RoomPrivilege("room1", { streams: "s1" }), "streams must be a list of stream ids, got a string"],
    [() => verifier.verify(token, { requirePrivilege: 1 }), "requirePrivilege must be true or false, got 1"],
    [() => new Issuer(1, `${SECRET}\n`), "secret must be 32 bytes, got 33: remove the white space around it"],
    [() => issuer.issue("user1", 60, "", { now: 1.7e12 }), "now must be whole unix seconds, at least 0, got 1700000000000, which looks like milliseconds"],
    [() => new Issuer(1, SECRET, { profil: "rtc" }), "'profil' is not an option here; the options are mode, profile, dangerouslyAllowBrowser"],
    [() => new Issuer(1, SECRET, new Map([["mode", "gcm"]])), "options must be an object with any of mode, profile, dangerouslyAllowBrowser"],
  ];
  for (const [call, message] of messages) assert.strictEqual(errorOf(call).message, message);
  assert.match(errorOf(() => verifier.verify(token, { now: Date.now() })).message, /, which looks like milliseconds$/);
});

test("a text that is none has its code", () => {
  const uses = [
    { use: (text) => issuer.issue(text, 60), none: 901, other: 3, lone: 3 },
    { use: (text) => issuer.kitToken(text, 60, "room1"), none: 901, other: 3, lone: 3 },
    { use: (text) => new Issuer(APP_ID, text), none: 901, other: 5, lone: 5 },
    { use: (text) => new Verifier(APP_ID, text), none: 901, other: 5, lone: 5 },
    { use: (text) => issuer.issue("user1", 60, text), none: 0, other: 104, lone: 104 },
    { use: (text) => issuer.kitToken("user1", 60, "room1", { payload: text }), none: 0, other: 104, lone: 104 },
    { use: (text) => new RoomPrivilege(text), none: 102, other: 102, lone: 102 },
    { use: (text) => new RoomPrivilege("room1", { streams: [text] }), none: 102, other: 102, lone: 102 },
    { use: (text) => issuer.kitToken("user1", 60, text), none: 102, other: 102, lone: 102 },
    { use: (text) => verifier.verify(text), none: 901, other: 901, lone: 201 },
    { use: (text) => inspect(text), none: 901, other: 901, lone: 201 },
    { use: (text) => kit.decode(text), none: 901, other: 901, lone: 201 },
    { use: (text) => kit.encode(text, { appId: 1, userId: "u", roomId: "r" }), none: 901, other: 901, lone: 201 },
  ];
  for (const { use, none, other, lone } of uses) {
    for (const text of NOTHING) assert.strictEqual(codeOf(() => use(text)), none, use);
    for (const text of NO_STRINGS) assert.strictEqual(codeOf(() => use(text)), other, use);
    for (const text of LONE_SURROGATES) assert.strictEqual(codeOf(() => use(text)), lone, use);
  }
});

test("an expectation is met or refused, never passed over", () => {
  const room = issuer.issueRoom("user1", 60, new RoomPrivilege("room1"));
  for (const value of [...NO_STRINGS, null, "user2", "\ud800", ""]) {
    assert.notStrictEqual(codeOf(() => verifier.verify(room, { userId: value })), 0);
    assert.notStrictEqual(codeOf(() => verifier.verify(room, { roomId: value })), 0);
  }
  for (const value of [0, 1, "true", null, {}, []]) {
    assert.strictEqual(codeOf(() => verifier.verify(room, { publish: value })), 901);
  }
  for (const expectations of [{ user_id: "user2" }, { room: "room2" }, Object.create({ userID: "user2" }), "user2", 1, true, ["user2"]]) {
    assert.strictEqual(codeOf(() => verifier.verify(room, expectations)), 901);
  }
  for (const expectations of [undefined, null, {}, { userId: undefined }]) verifier.verify(room, expectations);
});

test("options that are none, or of another type, are code 901", () => {
  const wrong = [
    ...["CBC", "", "ecb", 1, true, {}, "\ud800"].map((mode) => () => new Issuer(APP_ID, SECRET, { mode })),
    ...["RTC", "", "live", 2, true, {}].map((profile) => () => new Issuer(APP_ID, SECRET, { profile })),
    ...[-1, 1.5, NaN, "", "soon", "-5s", "\ud800", null, 5n, 2 ** 53].map((leeway) => () => new Verifier(APP_ID, SECRET, { leeway })),
    ...[1.5, NaN, "5", null, 5n, 2 ** 53, new Date()].map((now) => () => verifier.verify(token, { now })),
    ...[1.5, "5", null, new Date()].map((now) => () => inspect(token, { now })),
    ...[0, 1, "yes", null].map((login) => () => new RoomPrivilege("room1", { login })),
    ...[0, 1, "yes", null].map((publish) => () => new RoomPrivilege("room1", { publish })),
    ...[-1, 1.5, NaN, "5", null, 5n, Date.now(), new Date()].map((now) => () => issuer.issue("user1", 60, "", { now })),
    ...[{ profil: "rtc" }, "gcm", 5, [], ["gcm"], new Map(), new Map([["mode", "gcm"]]), new Set()].map((options) => () => new Issuer(APP_ID, SECRET, options)),
    ...[{ secret: OTHER_SECRET }, OTHER_SECRET].map((options) => () => new Verifier(APP_ID, SECRET, options)),
    ...[{ stream: "s1" }, true].map((options) => () => new RoomPrivilege("room1", options)),
    ...[{ username: "Alice" }, "Alice"].map((options) => () => issuer.kitToken("user1", 60, "room1", options)),
    ...[{ roomid: "room1" }, { roomId: "room1", publsh: true }, ["room1"], new Map()].map((room) => () => issuer.issueRoom("user1", 60, room)),
    ...[{ publsh: true }, [], "publish", true].map((options) => () => issuer.issueRoom("user1", 60, "room1", options)),
    ...[{ publish: true }, [], true].map((options) => () => issuer.issueRoom("user1", 60, new RoomPrivilege("room1"), options)),
    ...[0, 1, "yes", null].map((requirePrivilege) => () => verifier.verify(token, { requirePrivilege })),
  ];
  for (const call of wrong) assert.strictEqual(codeOf(call), 901, call);
  for (const streams of ["s1", {}, 1, true, new Set(["s1"]), new Proxy({ 0: "s1", length: 1 }, {}), [undefined], ["s1", null], [["s1"]], new Array(2 ** 32 - 1)]) {
    assert.strictEqual(codeOf(() => new RoomPrivilege("room1", { streams })), 102);
    assert.strictEqual(codeOf(() => issuer.issueRoom("user1", 60, "room1", { streams })), 102);
  }
  for (const room of [...NOTHING, {}, 5, true, 1n, Symbol("room1"), { roomId: 5 }, { roomId: "" }, ""]) {
    assert.strictEqual(codeOf(() => issuer.issueRoom("user1", 60, room)), 102);
  }
});

test("of several faults the first is reported", () => {
  const streams = ["s1", ""];
  assert.strictEqual(codeOf(() => new Issuer(1.5, null)), 1);
  assert.strictEqual(codeOf(() => new Issuer(1, null, { mode: "x" })), 901);
  assert.strictEqual(codeOf(() => new Issuer(1, "", { mode: "x" })), 5);
  assert.strictEqual(codeOf(() => issuer.issue("", 1.5, {})), 3);
  assert.strictEqual(codeOf(() => issuer.issue("user1", 1.5, {})), 6);
  assert.strictEqual(codeOf(() => issuer.issue("user1", 0, "\ud800")), 6);
  assert.strictEqual(codeOf(() => issuer.issueRoom("", 0, {})), 3);
  assert.strictEqual(codeOf(() => issuer.issueRoom("user1", 0, "", { streams })), 6);
  assert.strictEqual(codeOf(() => issuer.issueRoom("user1", 60, "", { streams, now: NaN })), 901);
  assert.strictEqual(codeOf(() => issuer.issueRoom("user1", 0, new RoomPrivilege("", { streams }))), 6);
  assert.strictEqual(codeOf(() => issuer.kitToken("user 1", 1.5, null, { payload: 1 })), 3);
});

test("what JavaScript throws while it is read comes through", () => {
  const mine = new Error("mine");
  const throwing = [""];
  Object.defineProperty(throwing, 0, { get() { throw mine; } });
  assert.throws(() => new RoomPrivilege("room1", { streams: throwing }), mine);
  assert.throws(() => verifier.verify(token, { get userId() { throw mine; } }), mine);
});

test("no error shows a secret or the content of a token", () => {
  const calls = [
    () => new Issuer(1, SECRET + "x"),
    () => new Issuer(SECRET, SECRET),
    () => new Issuer(1, SECRET, SECRET),
    () => new Issuer(1, SECRET, { mode: SECRET }),
    () => new Issuer(1, SECRET, { profile: SECRET }),
    () => new Issuer(1, SECRET + SECRET),
    () => new Verifier(1, SECRET, { previousSecret: SECRET + "\ud800" }),
    () => new Verifier(1, SECRET, { leeway: SECRET }),
    () => verifier.verify(SECRET),
    () => verifier.verify(token, SECRET),
    () => verifier.verify(token, { userId: SECRET }),
    () => issuer.issue("user1", SECRET),
    () => issuer.issue("user1", 60, [SECRET]),
    () => new Issuer(1, SECRET, { profile: "rtc" }).issue("user1", 60, SECRET),
  ];
  for (const call of calls) {
    const error = errorOf(call);
    assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes(SECRET), error.message);
  }
});
