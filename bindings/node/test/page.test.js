// A page, where everyone can read the secret: it issues only if the caller allows it, and then warns.
"use strict";

const assert = require("node:assert");
const test = require("node:test");
const { diagnose, Issuer, Verifier } = require("token04");
const { generateToken04 } = require("token04/zegoServerAssistant");
const { APP_ID, codeOf, errorOf, SECRET } = require("./fixtures.js");

const ALLOWED = { dangerouslyAllowBrowser: true };
const token = new Issuer(APP_ID, SECRET, ALLOWED).issue("user1", 60);

/** What a call warns of where there is a document. */
function warningsInPage(call) {
  const { warn } = console;
  const warnings = [];
  globalThis.document = {};
  console.warn = (text) => warnings.push(text);
  try {
    call();
  } finally {
    console.warn = warn;
    delete globalThis.document;
  }
  return warnings;
}

test("a page is refused", () => {
  const warnings = warningsInPage(() => {
    for (const options of [undefined, null, {}, { dangerouslyAllowBrowser: undefined }, { dangerouslyAllowBrowser: false }]) {
      const error = errorOf(() => new Issuer(APP_ID, SECRET, options));
      assert.strictEqual(error.code, 901);
      assert.match(error.message, /^a page must not issue tokens.*dangerouslyAllowBrowser: true/);
    }
    assert.strictEqual(codeOf(() => generateToken04(APP_ID, "user1", SECRET, 60)), 901);
  });
  assert.deepStrictEqual(warnings, []);
});

test("a page that is allowed to warns once", () => {
  const warnings = warningsInPage(() => {
    for (let count = 0; count < 3; count += 1) assert.ok(new Issuer(APP_ID, SECRET, ALLOWED).issue("user1", 60).startsWith("04"));
  });
  assert.strictEqual(warnings.length, 1);
  assert.match(warnings[0], /^token04: this page issues tokens/);
  assert.ok(!warnings[0].includes(SECRET));
});

test("a page verifies and diagnoses", () => {
  assert.deepStrictEqual(warningsInPage(() => {
    assert.strictEqual(new Verifier(APP_ID, SECRET).verify(token).userId, "user1");
    assert.strictEqual(diagnose(token, { secret: SECRET }).ok, true);
  }), []);
});

test("the option is true or false", () => {
  for (const dangerouslyAllowBrowser of [1, "true", null, {}]) {
    assert.strictEqual(codeOf(() => new Issuer(APP_ID, SECRET, { dangerouslyAllowBrowser })), 901);
  }
});
