// Bundled with esbuild by the setting in the README, the program runs beside node_modules.
"use strict";

const assert = require("node:assert");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");

// esbuild needs Node.js 18.
const skip = Number(process.versions.node.split(".")[0]) < 18;

const PROGRAM = `import { Issuer } from "token04";
import { generateToken04 } from "token04/zegoServerAssistant";
const secret: string = "x".repeat(32);
console.log(new Issuer(1, secret).issue("user1", "1h").slice(0, 2), generateToken04(1, "user1", secret, 60).slice(0, 2));
`;

for (const format of ["cjs", "esm"]) {
  test(`a bundle of format ${format} runs`, { skip }, async () => {
    const esbuild = require(require.resolve("esbuild", { paths: [process.env.TOKEN04_TOOLS] }));
    const folder = fs.mkdtempSync(path.join(__dirname, "bundle-"));
    const [entry, outfile] = ["program.ts", format === "esm" ? "bundle.mjs" : "bundle.cjs"].map((name) => path.join(folder, name));
    fs.writeFileSync(entry, PROGRAM);
    await esbuild.build({ entryPoints: [entry], outfile, bundle: true, platform: "node", format, external: ["token04"] });
    assert.strictEqual(execFileSync(process.execPath, [outfile], { encoding: "utf8" }).trim(), "04 04");
  });
}
