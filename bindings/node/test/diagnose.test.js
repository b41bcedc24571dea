// Diagnosing: the conformance vectors, the constants for the ids, and the arguments.
"use strict";

const assert = require("node:assert");
const test = require("node:test");
const { Claims, diagnose, FindingId, Issuer, RoomPrivilege } = require("token04");
const { APP_ID, codeOf, errorOf, OTHER_SECRET, SECRET, vectors, written } = require("./fixtures.js");

const token = new Issuer(APP_ID, SECRET).issue("user1", 3600);
const cases = vectors("diagnose");

/** What a case asks, in a language. */
function ask(one, lang) {
  const { secret, app_id: appId, user_id: userId, room_id: roomId, stream_id: streamId, publish, profile, now } = one;
  return diagnose(one.token, { secret, appId, userId, roomId, streamId, publish, profile, lang, now });
}

test("diagnose.json: every case has its findings, and its claims where they are given", () => {
  assert.ok(cases.length >= 300, `only ${cases.length}`);
  for (const one of cases) {
    const report = ask(one);
    assert.deepStrictEqual(Object.keys(report), ["ok", "findings", "claims"], one.id);
    assert.strictEqual(report.ok, one.ok, one.id);
    assert.deepStrictEqual(report.findings.map(({ id, severity }) => ({ id, severity })), one.findings, one.id);
    for (const { id, message, fix, clientCodes } of report.findings) {
      assert.deepStrictEqual(clientCodes, one.codes[id] ?? [], `${one.id} ${id}`);
      assert.ok(message !== "" && fix !== "", `${one.id} ${id}`);
    }
    if (one.claims) assert.deepStrictEqual(written(report.claims), one.claims, one.id);
    assert.ok(report.claims === null || report.claims instanceof Claims, one.id);
  }
  assert.ok(cases.some((one) => one.claims));
});

test("diagnose.json: the findings are the same in Chinese, and their texts are Chinese", () => {
  for (const one of cases) {
    const [english, chinese] = [ask(one, "en"), ask(one, "zh")];
    const known = ({ findings }) => findings.map(({ id, severity, clientCodes }) => ({ id, severity, clientCodes }));
    assert.deepStrictEqual(known(chinese), known(english), one.id);
    for (const { message, fix } of chinese.findings) assert.match(message + fix, /\p{Script=Han}/u, one.id);
    for (const { fix } of english.findings) assert.doesNotMatch(fix, /\p{Script=Han}/u, one.id);
  }
});

test("diagnose.json: no report holds the secret", () => {
  const secrets = cases.filter((one) => one.secret?.trim().length >= 16);
  assert.ok(secrets.length >= 300, `only ${secrets.length}`);
  for (const one of secrets) {
    for (const lang of ["en", "zh"]) {
      assert.ok(!JSON.stringify(ask(one, lang)).includes(one.secret.trim()), one.id);
    }
  }
});

test("every id that can be found has a constant, and every constant is one", () => {
  const ids = new Set(cases.flatMap((one) => one.findings.map(({ id }) => id)));
  assert.deepStrictEqual(Object.values(FindingId).sort(), [...ids].sort());
  for (const [name, id] of Object.entries(FindingId)) {
    assert.strictEqual(name, id.replace(/(^|-)(\w)/g, (_, dash, letter) => letter.toUpperCase()));
  }
});

test("all but the token may be left out", () => {
  for (const options of [undefined, null, {}, { secret: undefined, appId: undefined, userId: undefined, lang: undefined, now: undefined }]) {
    assert.deepStrictEqual({ ...diagnose(token, options) }, { ok: true, findings: diagnose(token).findings, claims: null });
  }
  const report = diagnose(token, { secret: SECRET, appId: APP_ID, userId: "user1", profile: null });
  assert.deepStrictEqual([report.ok, report.claims.userId, report.claims.privilege], [true, "user1", null]);
  assert.deepStrictEqual(report.findings.map(({ id }) => id), [FindingId.UnauthenticatedCbc]);
});

test("each option is asked about", () => {
  const room = new Issuer(APP_ID, SECRET, { mode: "gcm" }).issueRoom("user1", 60, new RoomPrivilege("room1", { streams: ["s1"] }));
  const found = (options) => diagnose(room, { secret: SECRET, ...options }).findings.map(({ id }) => id);
  assert.deepStrictEqual(found({ appId: APP_ID, userId: "user1", roomId: "room1", streamId: "s1", publish: false, profile: "rtc" }), []);
  assert.deepStrictEqual(found({ secret: OTHER_SECRET }), [FindingId.WrongSecret]);
  assert.deepStrictEqual(found({ appId: 1 }), [FindingId.AppIdMismatch]);
  assert.deepStrictEqual(found({ userId: "用户" }), [FindingId.UserIdMismatch]);
  assert.deepStrictEqual(found({ roomId: "room2" }), [FindingId.RoomMismatch]);
  assert.deepStrictEqual(found({ streamId: "s2" }), [FindingId.StreamMismatch]);
  assert.deepStrictEqual(found({ publish: true }), [FindingId.PublishDenied]);
  assert.deepStrictEqual(found({ profile: "zim" }), [FindingId.PayloadInZim]);
  assert.deepStrictEqual(found({ now: 2 ** 40 }), [FindingId.Expired]);
  const both = { roomId: "room2", streamId: "s2" };
  assert.deepStrictEqual(found(both), [FindingId.RoomMismatch, FindingId.StreamMismatch]);
});

test("any text is looked at, and any secret is tried", () => {
  const texts = ["", "\0", "\ud800", "\udc00\ud83d", "#", "token", "04\ud800", "用户", "x".repeat(600) + "\ud800", "04".repeat(1e6), "\ud800".repeat(1e5)];
  for (const text of texts) {
    const report = diagnose(text, { secret: SECRET });
    assert.deepStrictEqual([report.ok, report.claims], [false, null]);
  }
  assert.strictEqual(diagnose(`${token}\ud800`, { secret: SECRET }).claims.userId, "user1");
  assert.deepStrictEqual(diagnose("04\ud83dAAAA").findings, diagnose("04\ufffdAAAA").findings);
  assert.strictEqual(diagnose(token, { secret: "0f".repeat(32) }).findings[0].id, FindingId.AppSign);
  for (const secret of ["", "short", "用".repeat(1000)]) {
    assert.strictEqual(diagnose(token, { secret }).findings[0].id, FindingId.WrongSecret);
  }
});

test("a bad argument has its code, and the first is reported", () => {
  const noText = [5, true, 1n, {}, ["user1"], Symbol("user1"), Buffer.from("user1"), new String("user1")];
  const noTime = [1.5, NaN, "5", null, 5n, 2 ** 53, new Date()];
  const refused = [
    ...[undefined, null, ...noText].map((bad) => [901, () => diagnose(bad)]),
    ...[0, -1, 1.5, NaN, Infinity, 2 ** 32, 2 ** 53, "1", 1n, null, {}].map((appId) => [1, () => diagnose(token, { appId })]),
    ...["\ud800", ...noText].map((secret) => [5, () => diagnose(token, { secret })]),
    ...["\ud800", ...noText].map((userId) => [3, () => diagnose(token, { userId })]),
    ...["\ud800", null, ...noText].flatMap((id) => [[102, () => diagnose(token, { roomId: id })], [102, () => diagnose(token, { streamId: id })]]),
    ...[0, 1, "yes", null].map((publish) => [901, () => diagnose(token, { publish })]),
    ...["RTC", "", 1, {}].map((profile) => [901, () => diagnose(token, { profile })]),
    ...["EN", "", "zh-CN", 0, {}, "\ud800"].map((lang) => [901, () => diagnose(token, { lang })]),
    ...noTime.map((now) => [901, () => diagnose(token, { now })]),
    ...noTime.map((code) => [901, () => diagnose(token, { code })]),
    ...[{ user_id: "user1" }, { language: "zh" }, SECRET, 5, [SECRET]].map((options) => [901, () => diagnose(token, options)]),
    [901, () => diagnose(token, { secret: null })],
    [901, () => diagnose(token, { userId: null })],
    [901, () => diagnose(null, { secret: 5, appId: 0 })],
    [5, () => diagnose(token, { lang: "fr", userId: 5, appId: 0, secret: 5 })],
    [1, () => diagnose(token, { lang: "fr", userId: 5, appId: 0 })],
  ];
  for (const [code, call] of refused) assert.strictEqual(codeOf(call), code, call);
});

test("what an option throws while it is read comes through", () => {
  const mine = new Error("mine");
  assert.throws(() => diagnose(token, { get secret() { throw mine; } }), mine);
});

test("no error shows a secret", () => {
  const calls = [
    () => diagnose(token, SECRET),
    () => diagnose([SECRET]),
    () => diagnose(token, { secret: `${SECRET}\ud800` }),
    () => diagnose(token, { secret: [SECRET] }),
    () => diagnose(token, { secret: SECRET, appId: SECRET }),
    () => diagnose(token, { secret: SECRET, profile: SECRET }),
    () => diagnose(token, { secret: SECRET, lang: SECRET }),
    () => diagnose(token, { secret: SECRET, now: SECRET }),
    () => diagnose(token, { secret: SECRET, publish: SECRET }),
  ];
  for (const call of calls) {
    const error = errorOf(call);
    assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes(SECRET), error.message);
  }
});
