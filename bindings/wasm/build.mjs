// Makes the part of the npm package that runs without native code: node build.mjs GLUE OUT
// GLUE has what wasm-bindgen wrote for both modules. OUT gets ECMAScript modules, a folder `wasm` for the package.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const node = join(here, "../node");
const esbuild = createRequire(join(node, "package.json"))("esbuild");
const MODULES = ["issuing", "diagnosing"];
const [glue, out] = process.argv.slice(2);

/** A file of TypeScript as an ECMAScript module, whose imports name files. */
function compile(from, to) {
  const { code } = esbuild.transformSync(readFileSync(from, "utf8"), { loader: "ts", target: "es2022" });
  write(to, code.replace(/ from "(\.[^"]+)"/g, ' from "$1.mjs"'));
}

function write(path, text) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
}

/** A module of WebAssembly, with the ways to load it. */
function writeModule(name) {
  const bytes = readFileSync(join(glue, name, "token04_bg.wasm"));
  writeFileSync(join(out, `${name}.wasm`), bytes);
  copyFileSync(join(glue, name, "token04_bg.js"), join(out, `backend/${name}_glue.mjs`));
  // Where code cannot be compiled at run time, the host compiles what is imported; `?module` is Next.js's way to ask.
  write(`backend/${name}.static.mjs`, `import compiled from "../${name}.wasm?module";\nexport const module = () => compiled;\n`);
  write(`backend/${name}.inline.mjs`, `import { compile } from "./compile.mjs";
const base64 = "${bytes.toString("base64")}";
export const module = () => compile(base64);
`);
  write(`backend/${name}.file.cjs`, `const { readFileSync } = require("node:fs");
exports.module = () => new WebAssembly.Module(readFileSync(\`\${__dirname}/${name}.wasm\`));
`);
}

/** The modules in CommonJS, for a Node.js that finds no addon. */
function writeForNode() {
  esbuild.buildSync({
    stdin: { contents: 'export * from "./backend/issuing.mjs"; export * from "./backend/diagnosing.mjs";', resolveDir: out },
    outfile: join(out, "node.cjs"), bundle: true, platform: "node", target: "es2022", format: "cjs", logLevel: "warning",
    // Node.js 18 has no global `crypto`.
    banner: { js: 'const { webcrypto } = require("node:crypto");' }, define: { "globalThis.crypto": "webcrypto" },
    alias: Object.fromEntries(MODULES.map((name) => [`#${name}`, join(out, `backend/${name}.file.cjs`)])),
  });
  for (const name of MODULES) rmSync(join(out, `backend/${name}.file.cjs`));
}

rmSync(out, { recursive: true, force: true });
for (const name of readdirSync(join(node, "lib")).filter((name) => name.endsWith(".ts"))) {
  compile(join(node, "lib", name), name.replace(/ts$/, "mjs"));
}
for (const name of ["compile", "connect", ...MODULES]) compile(join(here, `lib/${name}.ts`), `backend/${name}.mjs`);
MODULES.forEach(writeModule);
writeForNode();
