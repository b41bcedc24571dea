// The official function: its errors word for word, and what the official one got wrong.
"use strict";

const assert = require("node:assert");
const test = require("node:test");
const { Token04Error, Verifier } = require("token04");
const { generateToken04 } = require("token04/zegoServerAssistant");
const { APP_ID, codeOf, errorOf, ROOM_PAYLOAD, SECRET } = require("./fixtures.js");

const verifier = new Verifier(APP_ID, SECRET);

test("makes tokens with and without a payload", () => {
  for (const payload of [undefined, null, "", "{}", ROOM_PAYLOAD, "any text"]) {
    const claims = verifier.verify(generateToken04(APP_ID, "user1", SECRET, 3600, payload), { userId: "user1" });
    assert.deepStrictEqual([claims.payload, claims.expire - claims.ctime], [payload ?? "", 3600]);
  }
  assert.strictEqual(verifier.verify(generateToken04(APP_ID, "user1", SECRET, 3600)).payload, "");
});

test("throws the official codes with the official messages", () => {
  const bad = [undefined, null, true, {}, [], NaN, 1n, Symbol("s")];
  const table = [
    { at: 0, values: [...bad, "1", 0, -1, 1.5, 2 ** 32], code: 1, message: "appID invalid" },
    { at: 1, values: [...bad, 5, "", "\ud800", Buffer.from("user1")], code: 3, message: "userId invalid" },
    { at: 2, values: [...bad, 5, "", "x".repeat(31), "é".repeat(17), "\ud800".repeat(11), Buffer.from(SECRET)], code: 5, message: "secret must be a 32 byte string" },
    { at: 3, values: [...bad, "3600", 0, -1, 1.5, Infinity, 2 ** 53], code: 6, message: "effectiveTimeInSeconds invalid" },
  ];
  for (const { at, values, code, message } of table) {
    for (const value of values) {
      const given = [APP_ID, "user1", SECRET, 3600, ""];
      given[at] = value;
      const error = errorOf(() => generateToken04(...given));
      assert.ok(error instanceof Error && error instanceof Token04Error);
      assert.deepStrictEqual([error.errorCode, error.errorMessage, error.code, error.message], [code, message, code, message]);
    }
  }
});

test("tells the first fault in the official order", () => {
  assert.strictEqual(codeOf(() => generateToken04(0, "", "", 0, {})), 1);
  assert.strictEqual(codeOf(() => generateToken04(1, "", "", 0, {})), 3);
  assert.strictEqual(codeOf(() => generateToken04(1, "user1", "", 0, {})), 5);
  assert.strictEqual(codeOf(() => generateToken04(1, "user1", SECRET, 0, {})), 6);
  assert.strictEqual(codeOf(() => generateToken04(1, "user1", SECRET, 1, {})), 104);
  assert.strictEqual(codeOf(() => generateToken04(1, "user1", SECRET, 1, "p".repeat(70000))), 101);
  assert.strictEqual(codeOf(() => generateToken04()), 1);
});

test("refuses a payload that is neither text nor nothing, with our message", () => {
  for (const payload of [{}, [], 0, 1, true, false, 1n, Symbol("s"), new String(""), Buffer.from("")]) {
    const error = errorOf(() => generateToken04(APP_ID, "user1", SECRET, 3600, payload));
    assert.strictEqual(error.errorCode, 104);
    assert.match(error.errorMessage, /^payload must be a string, got (an object|0|1|a boolean|a bigint)$/);
  }
  assert.strictEqual(codeOf(() => generateToken04(APP_ID, "user1", SECRET, 3600, "\udfff")), 104);
});
