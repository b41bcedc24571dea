// Every JavaScript block of the package's README, run unchanged in a project that has the package.
"use strict";

const assert = require("node:assert");
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");

const README = fs.readFileSync(path.join(path.dirname(require.resolve("token04/package.json")), "README.md"), "utf8");
const BLOCKS = [...README.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code);

test("there are blocks to run", () => {
  assert.ok(BLOCKS.length >= 5, `only ${BLOCKS.length}`);
});

for (const [index, code] of BLOCKS.entries()) {
  test(`block ${index + 1}: ${code.split("\n")[0]}`, () => {
    const file = path.join(__dirname, `readme-${index}.${/^import /m.test(code) ? "mjs" : "cjs"}`);
    fs.writeFileSync(file, code);
    const { ZEGO_APP_ID, ZEGO_SERVER_SECRET, ...env } = process.env;
    const { status, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8", env });
    assert.deepStrictEqual({ status, stderr }, { status: 0, stderr: "" });
  });
}
