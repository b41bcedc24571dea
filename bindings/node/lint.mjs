// Checks packed packages with publint, and the types of the main one with "Are the types wrong?": node lint.mjs FOLDER

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const tool = (path) => join(here, "node_modules", path);

const [folder] = process.argv.slice(2);
const packages = readdirSync(folder).filter((name) => name.endsWith(".tgz")).map((name) => join(folder, name));
// The packages of the platforms have no types.
const [main, ...others] = packages.filter((path) => /token04-\d[^/]*$/.test(path));
if (main === undefined || others.length > 0) throw new Error(`no single main package in ${folder}`);

const checks = [
  ...packages.map((path) => [tool("publint/src/cli.js"), "run", path, "--strict"]),
  [tool("@arethetypeswrong/cli/dist/index.js"), main, "--no-emoji", "--no-color"],
];
const failed = checks.filter((check) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, check, { encoding: "utf8" });
  if (status !== 0) console.error(stdout + stderr);
  return status !== 0;
});
console.log(`${checks.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
