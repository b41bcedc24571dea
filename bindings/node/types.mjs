// Writes the declarations of the package, *.d.ts and *.d.mts, from lib/*.ts: node types.mjs [--check]
// --check writes nothing, and fails where a file differs from what would be written.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const HEADER = "// Generated from lib/*.ts by `node types.mjs`: do not edit.\n\n";
/** `Symbol.dispose`, for programs whose `lib` does not have it. */
const DISPOSABLE = `/// <reference lib="esnext.disposable" />\n\n`;

/** The files, from the declarations of each module as the compiler writes them. */
function declarations() {
  const folder = mkdtempSync(join(tmpdir(), "token04-types-"));
  try {
    const compiler = join(here, "node_modules/typescript/bin/tsc");
    const options = ["-p", here, "--declaration", "--emitDeclarationOnly", "--outDir", folder];
    execFileSync(process.execPath, [compiler, ...options], { stdio: "inherit" });
    const read = (name) => readFileSync(join(folder, `${name}.d.ts`), "utf8");
    const declared = [...read("index").matchAll(/ from "\.\/(\w+)"/g)].map(([, name]) => withoutImports(read(name)));
    const files = {
      "index.d.ts": HEADER + DISPOSABLE + declared.join("\n"),
      // The same classes, not others of the same names.
      "diagnose.d.ts": HEADER + read("diagnosis").replace(/ from "[^"]+"/g, ' from "./index"'),
      "zegoServerAssistant.d.ts": HEADER + withoutImports(read("zegoServerAssistant")),
    };
    // The same for the ECMAScript modules.
    const modules = Object.keys(files).map((name) => [name.replace(/ts$/, "mts"), `${HEADER}export * from "./${name.replace(/d\.ts$/, "js")}";\n`]);
    return { ...files, ...Object.fromEntries(modules) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In one file the modules see each other as they are. */
function withoutImports(text) {
  return text.replace(/^import .*\n/gm, "");
}

for (const [name, text] of Object.entries(declarations())) {
  const path = join(here, name);
  if (!process.argv.includes("--check")) {
    writeFileSync(path, text);
  } else if (readFileSync(path, "utf8") !== text) {
    console.error(`${name} differs from what lib/*.ts gives: run node types.mjs`);
    process.exitCode = 1;
  }
}
