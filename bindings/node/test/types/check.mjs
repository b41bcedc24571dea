// Compiles api.ts and the examples of the declarations for each way in which a compiler finds the types of a package:
// node check.mjs TSC

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const WAYS = [
  ["--module", "node16"],
  ["--module", "nodenext", "--exactOptionalPropertyTypes", "--isolatedModules", "--erasableSyntaxOnly"],
  ["--module", "esnext", "--moduleResolution", "bundler", "--verbatimModuleSyntax"],
];

/** Each `@example`, as a function of a project that has what the examples mention. */
function examples() {
  const root = dirname(createRequire(import.meta.url).resolve("token04/package.json"));
  const declarations = readFileSync(join(root, "index.d.ts"), "utf8");
  const blocks = [...declarations.matchAll(/ \* @example\n((?: *\*(?!\/).*\n)+)/g)].map(([, lines]) => lines.replace(/^ *\* ?/gm, ""));
  if (blocks.length < 8) throw new Error(`only ${blocks.length} examples`);
  const functions = blocks.map((block, index) => `export function example${index}() {\n${block}}\n`);
  return `import * as token04 from "token04";
const { Issuer, Verifier, RoomPrivilege, Token04Error, ErrorCode, diagnose, explain, inspect } = token04;
declare const issuer: token04.Issuer;
declare const verifier: token04.Verifier;
declare const token: string;
declare const process: { env: Record<string, string | undefined> };
declare const console: { log(text: string): void };
${functions.join("")}`;
}

const [compiler] = process.argv.slice(2);
const folder = dirname(fileURLToPath(import.meta.url));
// Modules of ECMAScript, whatever the folder is.
writeFileSync(join(folder, "examples.mts"), examples());
const sources = ["api.ts", "examples.mts"].map((name) => join(folder, name));
const options = ["--strict", "--noEmit", "--types", "", "--target", "es2022", "--ignoreConfig", ...sources];
const failed = WAYS.filter((way) => spawnSync(process.execPath, [compiler, ...way, ...options], { stdio: "inherit" }).status !== 0);
console.log(`${WAYS.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
