// The classes: what they make, what they open, and how they behave as JavaScript classes.
"use strict";

const assert = require("node:assert");
const test = require("node:test");
const util = require("node:util");
const { Claims, inspect, Issuer, kit, RoomPrivilege, Verifier } = require("token04");
const { APP_ID, codeOf, errorOf, OTHER_SECRET, ROOM_PAYLOAD, SECRET } = require("./fixtures.js");

const issuer = new Issuer(APP_ID, SECRET);
const verifier = new Verifier(APP_ID, SECRET);

/** The second now by the clock that tokens are made by, which lags behind `Date.now()` by a tick or more. */
const secondOfTokens = () => verifier.verify(issuer.issue("user1", 3600)).ctime;

test("an identity token opens to what it was made of", () => {
  const before = secondOfTokens();
  assert.ok(before > Date.now() / 1000 - 60);
  const token = issuer.issue("user1", 3600);
  const claims = verifier.verify(token, { userId: "user1" });
  assert.ok(claims instanceof Claims);
  assert.deepStrictEqual([claims.appId, claims.userId, claims.payload, claims.privilege], [APP_ID, "user1", "", null]);
  assert.strictEqual(claims.expire - claims.ctime, 3600);
  assert.deepStrictEqual([claims.createdAt, claims.expiresAt], [new Date(claims.ctime * 1000), new Date(claims.expire * 1000)]);
  assert.ok(before <= claims.ctime && claims.ctime <= Date.now() / 1000);
  assert.ok(Number.isInteger(claims.nonce) && claims.nonce >= 0 && claims.nonce <= 2147483647);
});

test("a privilege token holds the privilege", () => {
  const privilege = new RoomPrivilege("room1", { publish: true, streams: ["s1", "流"] });
  const token = issuer.issueRoom("user1", 3600, privilege);
  const claims = verifier.verify(token, { roomId: "room1", streamId: "流", publish: true });
  assert.strictEqual(claims.payload, privilege.payload());
  assert.deepStrictEqual(claims.privilege, { roomId: "room1", login: true, publish: true, streams: ["s1", "流"] });
  for (const expected of [{ roomId: "room2" }, { streamId: "s3" }]) {
    assert.strictEqual(codeOf(() => verifier.verify(token, expected)), 208);
  }
  const plain = issuer.issueRoom("user1", 3600, new RoomPrivilege("room1"));
  assert.strictEqual(codeOf(() => verifier.verify(plain, { publish: true })), 208);
  assert.strictEqual(codeOf(() => verifier.verify(plain, { publish: false })), 0);
});

test("a kit token is the token and the user, and verifies as the token", () => {
  const kitToken = issuer.kitToken("user1", 3600, "room1", { userName: "张三 & 😀", payload: ROOM_PAYLOAD });
  const { token, user } = kit.decode(kitToken);
  assert.deepStrictEqual(user, { appId: APP_ID, userId: "user1", roomId: "room1", userName: "张三 & 😀" });
  assert.strictEqual(verifier.verify(kitToken).payload, ROOM_PAYLOAD);
  assert.strictEqual(kit.encode(token, user), kitToken);
  assert.strictEqual(kit.decode(issuer.kitToken("user1", 3600, "room1")).user.userName, "user1");
  assert.strictEqual(inspect(kitToken).version, "04");
});

test("modes and profiles are those asked for", () => {
  assert.strictEqual(inspect(issuer.issue("user1", 60)).mode, "cbc");
  for (const mode of [undefined, "cbc", "gcm"]) {
    const token = new Issuer(APP_ID, SECRET, { mode }).issue("user1", 60);
    assert.strictEqual(inspect(token).mode, mode ?? "cbc");
    assert.strictEqual(verifier.verify(token).userId, "user1");
  }
  for (const profile of [undefined, null]) assert.ok(new Issuer(APP_ID, SECRET, { profile }).issue("a b", 1));
  assert.strictEqual(codeOf(() => new Issuer(APP_ID, SECRET, { profile: "rtc" }).issue("a b", 60)), 3);
  assert.strictEqual(codeOf(() => new Issuer(APP_ID, SECRET, { profile: "zim" }).issue("user1", 29)), 6);
});

test("a token of the previous secret is good while it is named", () => {
  const token = new Issuer(APP_ID, OTHER_SECRET).issue("user1", 60);
  assert.strictEqual(codeOf(() => verifier.verify(token)), 202);
  const rotating = new Verifier(APP_ID, SECRET, { previousSecret: OTHER_SECRET });
  assert.strictEqual(rotating.verify(token).userId, "user1");
  assert.strictEqual(rotating.verify(issuer.issue("user2", 60)).userId, "user2");
});

test("leeway and now decide over expiry", () => {
  const token = issuer.issue("user1", 60);
  const { expire } = verifier.verify(token);
  const lenient = new Verifier(APP_ID, SECRET, { leeway: 10 });
  assert.strictEqual(codeOf(() => verifier.verify(token, { now: expire - 1 })), 0);
  assert.strictEqual(codeOf(() => verifier.verify(token, { now: expire })), 204);
  assert.strictEqual(codeOf(() => lenient.verify(token, { now: expire + 9 })), 0);
  assert.strictEqual(codeOf(() => lenient.verify(token, { now: expire + 10 })), 204);
  assert.deepStrictEqual([expire - 1, expire].map((now) => inspect(token, { now }).expired), [false, true]);
});

test("an expiry beyond 2^53 is rounded as a number, and no digit of the exact one is lost", () => {
  const ttl = Number.MAX_SAFE_INTEGER;
  const token = issuer.issue("user1", ttl, "", { now: 1700000000 });
  const [claims, header] = [verifier.verify(token), inspect(token)];
  const expire = 1700000000n + BigInt(ttl);
  assert.deepStrictEqual(claims.exact, { nonce: BigInt(claims.nonce), ctime: 1700000000n, expire });
  assert.deepStrictEqual(header.exact, { expire });
  for (const one of [claims, header]) {
    assert.strictEqual(one.expire, Number(expire));
    assert.notStrictEqual(BigInt(one.expire), expire);
    assert.strictEqual(one.expiresAt.getTime(), 8.64e15);
    // Older versions of Node.js cannot write it.
    assert.ok(JSON.stringify(one).includes(`:${JSON.rawJSON ? expire : Number(expire)},`));
  }
  const { exact } = verifier.verify(issuer.issue("user1", 60));
  assert.strictEqual(Object.getPrototypeOf(exact), Object.getPrototypeOf({}));
});

test("many tokens are issued at once, or none", () => {
  const userIds = [...Array(100).keys()].map((number) => `用户${number}`);
  const now = 1700000000;
  for (const mode of ["cbc", "gcm"]) {
    const tokens = new Issuer(APP_ID, SECRET, { mode }).issueMany(userIds, "1m", ROOM_PAYLOAD, { now });
    const claims = tokens.map((token) => verifier.verify(token, { now }));
    assert.deepStrictEqual(claims.map(({ userId }) => userId), userIds);
    for (const { ctime, expire, payload } of claims) assert.deepStrictEqual([ctime, expire, payload], [now, now + 60, ROOM_PAYLOAD]);
    assert.strictEqual(new Set(tokens).size, 100);
  }
  assert.deepStrictEqual(issuer.issueMany([], 60), []);
  assert.strictEqual(verifier.verify(issuer.issueMany(["user1"], 60)[0]).payload, "");
  for (const [given, code, index, message] of [
    [[["user1", ""], 60], 3, 1, "userIds[1]: userId must not be empty"],
    [[["user1", undefined, ""], 60], 901, 1, "userIds[1]: userId must be a string, not undefined"],
    [[[5], 0], 3, 0, "userIds[0]: userId must be a string, got 5"],
    [[["user1", "\ud800"], 60], 3, 1, "userIds[1]: userId must be valid Unicode text"],
    [[["user1"], 0], 6, undefined, "ttl must be whole seconds, at least 1, got 0"],
    [[[], 60, 5], 104, undefined, "payload must be a string, got 5"],
    [[["user1"], 60, "", { now: NaN }], 901, undefined, "now must be whole unix seconds, at least 0, got NaN"],
    [["user1", 60], 901, undefined, "userIds must be an array of strings, got a string"],
    [[undefined, 60], 901, undefined, "userIds must be an array of strings, got undefined"],
  ]) {
    const error = errorOf(() => issuer.issueMany(...given));
    assert.deepStrictEqual([error.code, error.index, error.message], [code, index, message]);
    assert.strictEqual("index" in error, index !== undefined);
  }
});

test("now is the time of issue, and fixes nothing else", () => {
  const now = 1700000000;
  const times = (token) => {
    const { ctime, expire, createdAt } = verifier.verify(token, { now });
    return [ctime, expire, createdAt.toISOString()];
  };
  for (const token of [
    issuer.issue("user1", 60, undefined, { now }),
    issuer.issueRoom("user1", 60, "room1", { now }),
    issuer.issueRoom("user1", 60, new RoomPrivilege("room1"), { now }),
    issuer.kitToken("user1", 60, "room1", { now }),
  ]) assert.deepStrictEqual(times(token), [now, now + 60, "2023-11-14T22:13:20.000Z"]);
  assert.notStrictEqual(issuer.issue("user1", 60, "", { now }), issuer.issue("user1", 60, "", { now }));
});

test("a time to live and a leeway may be text", () => {
  const lifetime = (token) => verifier.verify(token).expire - verifier.verify(token).ctime;
  for (const [ttl, seconds] of [["90", 90], ["90s", 90], ["10m", 600], ["12h", 43200], ["3d", 259200]]) {
    assert.strictEqual(lifetime(issuer.issue("user1", ttl)), seconds);
    assert.strictEqual(lifetime(issuer.issueRoom("user1", ttl, "room1")), seconds);
    assert.strictEqual(lifetime(issuer.kitToken("user1", ttl, "room1")), seconds);
  }
  const token = issuer.issue("user1", "1m", "", { now: 1000 });
  const lenient = new Verifier(APP_ID, SECRET, { leeway: "1m" });
  assert.deepStrictEqual([1119, 1120].map((now) => codeOf(() => lenient.verify(token, { now }))), [0, 204]);
});

test("a room is named, described by a plain object, or by a RoomPrivilege", () => {
  const rights = { login: true, publish: true, streams: ["s1"] };
  const privilege = new RoomPrivilege("room1", rights);
  assert.deepStrictEqual({ ...privilege }, { roomId: "room1", ...rights });
  for (const token of [
    issuer.issueRoom("user1", 60, "room1", rights),
    issuer.issueRoom("user1", 60, { roomId: "room1", ...rights }),
    issuer.issueRoom("user1", 60, privilege),
  ]) assert.strictEqual(verifier.verify(token).payload, privilege.payload());
  for (const token of [issuer.issueRoom("user1", 60, "room1"), issuer.issueRoom("user1", 60, { roomId: "room1" })]) {
    assert.strictEqual(verifier.verify(token).payload, new RoomPrivilege("room1").payload());
  }
  rights.streams.push("s2");
  assert.deepStrictEqual(privilege.streams, ["s1"]);
});

test("an identity token satisfies every expectation, unless a privilege is required", () => {
  const identity = issuer.issue("user1", 60);
  const room = { roomId: "room1", streamId: "s1", publish: true };
  assert.strictEqual(codeOf(() => verifier.verify(identity, room)), 0);
  assert.strictEqual(codeOf(() => verifier.verify(identity, { ...room, requirePrivilege: true })), 208);
  assert.strictEqual(codeOf(() => verifier.verify(identity, { requirePrivilege: true })), 208);
  const privilege = issuer.issueRoom("user1", 60, "room1", { publish: true });
  assert.strictEqual(codeOf(() => verifier.verify(privilege, { ...room, requirePrivilege: true })), 0);
});

test("texts of every kind and length come back as they went in", () => {
  const texts = ["\0", "a\0b", "é", "用户", "😀", "\u{10ffff}", "\ufffd", "\ufeff", '"\\/\b\f\n\r\t\u001f\u007f', "<>&\u2028"];
  for (const length of [510, 511, 512, 513, 1023, 5000]) texts.push("x".repeat(length), "é".repeat(length), "x".repeat(length) + "😀");
  for (const text of texts) {
    const claims = verifier.verify(issuer.issue(text, 60, text));
    assert.deepStrictEqual([claims.userId, claims.payload], [text, text]);
  }
  // Strings that V8 keeps in pieces or as views.
  const pieces = "user".concat("-", String(Math.random()).repeat(20));
  assert.strictEqual(verifier.verify(issuer.issue(pieces, 60)).userId, pieces);
  assert.strictEqual(verifier.verify(issuer.issue(pieces.slice(3, 90), 60)).userId, pieces.slice(3, 90));
});

test("tokens of the same arguments differ", () => {
  for (const mode of ["cbc", "gcm"]) {
    const one = new Issuer(APP_ID, SECRET, { mode });
    assert.strictEqual(new Set(Array.from({ length: 1000 }, () => one.issue("user1", 60))).size, 1000);
  }
});

test("they are classes like any other", () => {
  class OurIssuer extends Issuer {
    forAnHour(userId) {
      return this.issue(userId, 3600);
    }
  }
  assert.strictEqual(verifier.verify(new OurIssuer(APP_ID, SECRET).forAnHour("user1")).userId, "user1");
  assert.deepStrictEqual([issuer.appId, issuer.mode, issuer.profile, verifier.appId], [APP_ID, "cbc", null, APP_ID]);
  const gcm = new Issuer(APP_ID, SECRET, { mode: "gcm", profile: "rtc" });
  assert.deepStrictEqual([gcm.mode, gcm.profile], ["gcm", "rtc"]);
  assert.strictEqual(util.inspect(gcm), `Issuer { appId: ${APP_ID}, mode: 'gcm', profile: 'rtc' }`);
  assert.strictEqual(util.inspect({ verifier }), `{ verifier: Verifier { appId: ${APP_ID} } }`);
  assert.strictEqual(util.inspect(new OurIssuer(APP_ID, SECRET)), `OurIssuer { appId: ${APP_ID}, mode: 'cbc', profile: null }`);
  for (const Class of [Issuer, Verifier]) assert.ok(util.inspect(Class.prototype));
  for (const Class of [Issuer, Verifier, RoomPrivilege]) assert.throws(() => Class(APP_ID, SECRET), TypeError);
  for (const receiver of [undefined, {}, verifier]) {
    assert.throws(() => issuer.issue.call(receiver, "user1", 60), TypeError);
  }
  assert.strictEqual(codeOf(() => new RoomPrivilege("room1").payload.call({})), 102);
});

test("a closed issuer and a closed verifier say so, and close again", () => {
  const closing = new Issuer(APP_ID, SECRET);
  const closingVerifier = new Verifier(APP_ID, SECRET);
  const privilege = new RoomPrivilege("room1");
  closing.close();
  closing.close();
  closingVerifier.close();
  closingVerifier.close();
  for (const call of [
    () => closing.issue("user1", 60),
    () => closing.issueRoom("user1", 60, privilege),
    () => closing.kitToken("user1", 60, "room1"),
    () => closingVerifier.verify(issuer.issue("user1", 60)),
  ]) assert.throws(call, { code: 901, message: /^(issuer|verifier) is closed$/ });
});

test("using closes an issuer and a verifier", () => {
  // What compiles `using` for Node.js 16 takes this symbol.
  const dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");
  for (const one of [new Issuer(APP_ID, SECRET), new Verifier(APP_ID, SECRET)]) {
    one[dispose]();
    const use = one instanceof Issuer ? () => one.issue("user1", 60) : () => one.verify(issuer.issue("user1", 60));
    assert.throws(use, { code: 901 });
    assert.ok(!Object.getOwnPropertyNames(Object.getPrototypeOf(one)).includes("undefined"));
  }
});

test("no secret is shown", () => {
  const shown = [issuer, verifier, new Verifier(APP_ID, SECRET, { previousSecret: OTHER_SECRET })].flatMap((one) => [
    util.inspect(one, { showHidden: true, depth: 9 }), String(one), JSON.stringify(one), Object.keys(one).join(),
  ]);
  for (const text of shown) assert.ok(!text.includes(SECRET) && !text.includes(OTHER_SECRET), text);
});
