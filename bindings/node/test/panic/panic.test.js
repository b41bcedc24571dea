// A panic inside the addon, of a build that can be made to panic, becomes error 903, and the addon goes on.
"use strict";

const assert = require("node:assert");
const test = require("node:test");
const { Issuer, Token04Error } = require("token04");
const addon = require(process.env.TOKEN04_BINDING);

test("a panic becomes error 903 and crosses no boundary", () => {
  const native = { ...addon, fail(code, message) { throw new Token04Error(code, message); } };
  for (let round = 0; round < 3; round += 1) {
    assert.throws(() => native.panic(), { name: "Token04Error", code: 903, message: /^internal error/ });
    assert.ok(new Issuer(1, "x".repeat(32)).issue("user1", 60).startsWith("04"));
  }
});
