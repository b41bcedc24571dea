// The vocabulary that every language shares: codes, modes, profiles, languages, severities and findings.
"use strict";

const assert = require("node:assert");
const test = require("node:test");
const { diagnose, ErrorCode, FindingId, Issuer } = require("token04");
const { APP_ID, SECRET, vectors } = require("./fixtures.js");

const entries = (kind) => vectors("vocabulary").filter((entry) => entry.kind === kind);
const pascal = (name) => name.replace(/(^|[-_])(\w)/g, (_, dash, letter) => letter.toUpperCase());
const names = (kind) => entries(kind).map(({ name }) => name);

test("every error code has its name and its number", () => {
  const codes = entries("error").map(({ name, number }) => [pascal(name), number]);
  assert.ok(codes.length > 15);
  assert.deepStrictEqual(Object.entries(ErrorCode).sort(), codes.sort());
});

test("every finding has its constant", () => {
  assert.deepStrictEqual(Object.entries(FindingId), names("finding").map((id) => [pascal(id), id]));
});

test("every mode, profile and language is taken by its name", () => {
  for (const mode of names("mode")) new Issuer(APP_ID, SECRET, { mode });
  for (const profile of names("profile")) new Issuer(APP_ID, SECRET, { profile });
  for (const lang of names("language")) diagnose("", { lang });
  assert.throws(() => new Issuer(APP_ID, SECRET, { mode: "" }), { message: `mode must be one of ${names("mode").join(", ")}` });
});

test("every severity is found", () => {
  const reports = vectors("diagnose").map(({ token, secret }) => diagnose(token, { secret }));
  const found = new Set(reports.flatMap(({ findings }) => findings.map(({ severity }) => severity)));
  assert.deepStrictEqual([...found].sort(), names("severity").sort());
});
