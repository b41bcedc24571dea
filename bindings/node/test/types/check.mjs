// Compiles api.ts for each way in which a compiler finds the types of a package: node check.mjs TSC

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const WAYS = [
  ["--module", "node16"],
  ["--module", "nodenext", "--exactOptionalPropertyTypes"],
  ["--module", "esnext", "--moduleResolution", "bundler"],
];

const [compiler] = process.argv.slice(2);
const source = fileURLToPath(new URL("api.ts", import.meta.url));
const options = ["--strict", "--noEmit", "--types", "", "--target", "es2022", "--ignoreConfig", source];
const failed = WAYS.filter((way) => spawnSync(process.execPath, [compiler, ...way, ...options], { stdio: "inherit" }).status !== 0);
console.log(`${WAYS.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
