// The conformance vectors, every case of every file that a JavaScript value can carry.
"use strict";

const assert = require("node:assert");
const test = require("node:test");
const { generateToken04, inspect, Issuer, kit, RoomPrivilege, Verifier } = require("token04");
const { codeOf, vectors, written } = require("./fixtures.js");

/** Runs all cases of a file and names those that fail, with what was expected and what came. */
function runAll(name, run, { atLeast }) {
  const failures = [];
  let ran = 0;
  for (const one of vectors(name)) {
    const outcome = run(one);
    if (outcome === "skip") continue;
    ran += 1;
    try {
      assert.deepStrictEqual(outcome.actual, outcome.expected);
    } catch (error) {
      failures.push(`${one.id}: ${error.message}`);
    }
  }
  assert.deepStrictEqual(failures, []);
  assert.ok(ran >= atLeast, `only ${ran} cases of ${name} ran`);
}

function writtenPrivilege(privilege) {
  if (privilege === null) return null;
  const { roomId: room_id, login, publish, streams } = privilege;
  return { room_id, login, publish, streams };
}

test("issue.json: tokens of the second implementation open to what they were made of", () => {
  runAll("issue", (one) => {
    const claims = new Verifier(one.app_id, one.secret).verify(one.token, { now: one.now });
    const { app_id, user_id, payload } = one;
    const [nonce, ctime, expire] = [one.nonce, one.now, BigInt(one.now) + BigInt(one.ttl)].map(String);
    return { actual: written(claims), expected: { app_id, user_id, nonce, ctime, expire, payload } };
  }, { atLeast: 50 });
});

test("issue.json: our tokens of the same arguments hold the same", () => {
  runAll("issue", (one) => {
    // The longest payloads fit only beside the short nonces of the vectors.
    if (one.payload.length > 60000) return "skip";
    const issuer = new Issuer(one.app_id, one.secret, { mode: one.mode });
    const token = issuer.issue(one.user_id, one.ttl, one.payload);
    const claims = new Verifier(one.app_id, one.secret).verify(token);
    const actual = [claims.appId, claims.userId, claims.payload, claims.exact.expire - claims.exact.ctime, inspect(token).mode];
    return { actual, expected: [one.app_id, one.user_id, one.payload, BigInt(one.ttl), one.mode] };
  }, { atLeast: 50 });
});

test("open.json: tokens as every official writer makes them", () => {
  runAll("open", (one) => {
    const claims = new Verifier(one.app_id, one.secret).verify(one.token, { now: one.now });
    const header = inspect(one.token, { now: one.now });
    const { mode, expires_at, iv_bytes, ciphertext_bytes } = one;
    return {
      actual: {
        claims: written(claims), privilege: writtenPrivilege(claims.privilege), mode: header.mode, expired: header.expired,
        expires_at: String(header.exact.expire), iv_bytes: header.ivBytes, ciphertext_bytes: header.ciphertextBytes,
      },
      expected: { claims: one.claims, privilege: one.privilege ?? null, mode, expired: false, expires_at, iv_bytes, ciphertext_bytes },
    };
  }, { atLeast: 50 });
});

test("reject.json: every refusal has its code", () => {
  runAll("reject", (one) => {
    const options = { previousSecret: one.previous_secret, leeway: one.leeway };
    const verifier = new Verifier(one.app_id, one.secret, options);
    const { user_id: userId, room_id: roomId, stream_id: streamId, publish, require_privilege: requirePrivilege } = one.login ?? {};
    const expectations = { userId, roomId, streamId, publish, requirePrivilege, now: one.now };
    return { actual: codeOf(() => verifier.verify(one.token, expectations)), expected: one.code };
  }, { atLeast: 150 });
});

test("arguments.json: every bad argument has its code", () => {
  runAll("arguments", (one) => {
    if (one.needs.includes("invalid-utf8")) return "skip";
    return { actual: codeOf(() => callOf(one)), expected: one.code };
  }, { atLeast: 150 });
});

test("arguments.json: integers beyond 2^53 are refused as numbers too", () => {
  const cases = vectors("arguments").filter((one) => one.app_id_text || one.ttl_text);
  assert.ok(cases.length > 0);
  for (const one of cases) assert.strictEqual(codeOf(() => callOf(one, Number)), one.code, one.id);
});

/** Makes the call of a case; integers as decimal text become what `integer` makes of them. */
function callOf(one, integer = BigInt) {
  const given = (name) => argumentOf(one, name, integer);
  const [appId, secret, userId, ttl, payload] = ["app_id", "secret", "user_id", "ttl", "payload"].map(given);
  if (one.call === "drop_in") return generateToken04(appId, userId, secret, ttl, payload);
  const issuer = new Issuer(appId, secret, { mode: one.mode, profile: one.profile });
  if (one.call === "issue") return issuer.issue(userId, ttl, payload);
  const roomId = argumentOf(one.room, "room_id", integer);
  if (one.call === "kit") return issuer.kitToken(userId, ttl, roomId, { userName: given("user_name") });
  assert.strictEqual(one.call, "issue_room");
  const { login, publish, streams } = one.room;
  return issuer.issueRoom(userId, ttl, new RoomPrivilege(roomId, { login, publish, streams }));
}

/** An argument of a case, from whichever of its spellings is there. */
function argumentOf(one, name, integer) {
  const { [`${name}_repeat`]: repeated, [`${name}_utf16`]: units, [`${name}_text`]: text } = one;
  if (repeated) return repeated.text.repeat(repeated.count);
  if (units) return String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
  return text === undefined ? one[name] : integer(text);
}

test("privilege.json: payloads are written and read alike", () => {
  runAll("privilege", (one) => {
    if (one.direction === "write") {
      const { login, publish, streams } = one;
      return { actual: new RoomPrivilege(one.room_id, { login, publish, streams }).payload(), expected: one.payload };
    }
    const issuer = new Issuer(1, "x".repeat(32));
    const claims = new Verifier(1, "x".repeat(32)).verify(issuer.issue("user1", 60, one.payload));
    return { actual: writtenPrivilege(claims.privilege), expected: one.privilege };
  }, { atLeast: 40 });
});

test("kit.json: kit tokens are written and read as the kit does", () => {
  runAll("kit", (one) => {
    const expected = { code: one.code ?? 0 };
    const actual = {};
    if (one.direction !== "decode") {
      const { app_id: appId, user_id: userId, room_id: roomId, user_name: userName } = one.user;
      actual.code = codeOf(() => { actual.kit_token = kit.encode(one.token, { appId, userId, roomId, userName }); });
      if (one.kit_token) expected.kit_token = one.kit_token;
    }
    if (one.direction !== "encode") {
      actual.code = codeOf(() => {
        const { token, user } = kit.decode(one.kit_token);
        const { appId: app_id, userId: user_id, roomId: room_id, userName: user_name } = user;
        Object.assign(actual, { token, user: { user_id, room_id, user_name, app_id } });
      });
      if (!expected.code) Object.assign(expected, { token: one.token, user: one.user });
    }
    return { actual, expected };
  }, { atLeast: 50 });
});
