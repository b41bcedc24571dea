// Bundles a program with each bundler, without any setting for the package, and runs it where there is no node_modules:
// node bundlers.mjs PROJECT. PROJECT has the packed package in its node_modules.

import assert from "node:assert";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const project = resolve(process.argv[2]);
const SECRET = "0123456789abcdef0123456789ABCDEF";
/** A program that issues, and one that also diagnoses. */
const PROGRAMS = {
  issuing: `import { backend, Issuer } from "token04";
import { generateToken04 } from "token04/zegoServerAssistant";
console.log(backend, new Issuer(1, "${SECRET}").issue("user1", "1h").slice(0, 2), generateToken04(1, "user1", "${SECRET}", 60).slice(0, 2));
`,
  diagnosing: `import { Issuer } from "token04";
import { diagnose } from "token04/diagnose";
const token = new Issuer(1, "${SECRET}").issue("user1", "1h");
console.log("wasm", token.slice(0, 2), diagnose(token, { secret: "${SECRET}" }).claims.userId);
`,
};
const PRINTED = { issuing: "wasm 04 04", diagnosing: "wasm 04 user1" };
/** The most bytes of a bundle, compressed, that only issues. */
const MOST = 200_000;

const BUNDLERS = {
  "esbuild for Node.js": (entry, out) => esbuild(entry, out, { platform: "node" }),
  "esbuild for browsers": (entry, out) => esbuild(entry, out, { platform: "browser" }),
  "rollup": async (entry, out) => {
    const { rollup } = await import("rollup");
    const { nodeResolve } = await import("@rollup/plugin-node-resolve");
    const built = await rollup({ input: entry, plugins: [nodeResolve()], onwarn: fail });
    await built.write({ file: join(out, "bundle.mjs"), format: "esm" });
  },
  "Vite for browsers": (entry, out) => vite(entry, out, {}),
  "Vite for servers": (entry, out) => vite(entry, out, { ssr: { noExternal: true } }),
  "webpack for Node.js": (entry, out) => webpack(entry, out, "node"),
  "webpack for browsers": (entry, out) => webpack(entry, out, "web"),
};

function fail(warning) {
  throw new Error(warning.message ?? warning);
}

async function esbuild(entry, out, options) {
  const { build } = await import("esbuild");
  const { warnings } = await build({
    entryPoints: [entry], outfile: join(out, "bundle.mjs"), bundle: true, format: "esm", minify: true, logLevel: "silent", ...options,
  });
  warnings.forEach(fail);
}

async function vite(entry, out, { ssr }) {
  const { build } = await import("vite");
  await build({
    root: project, configFile: false, logLevel: "error", ssr,
    build: {
      outDir: out, ssr: ssr === undefined ? false : entry, minify: true, chunkSizeWarningLimit: 2000,
      rollupOptions: { input: entry, output: { entryFileNames: "bundle.mjs" } },
    },
  });
}

async function webpack(entry, out, target) {
  const { default: webpack } = await import("webpack");
  const compiler = webpack({ mode: "production", target, entry, output: { path: out, filename: "bundle.cjs" }, performance: false });
  const stats = await new Promise((resolve, reject) => compiler.run((error, stats) => (error ? reject(error) : resolve(stats))));
  if (stats.hasErrors() || stats.hasWarnings()) fail(stats.toString());
}

/** Bundles and runs a program, and gives the size of the bundle, compressed. */
async function check(name, program, bundle) {
  const [source, out] = [mkdtempSync(join(project, "bundling-")), mkdtempSync(join(tmpdir(), "token04-bundle-"))];
  try {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(source, "program.mjs"), PROGRAMS[program]);
    await bundle(join(source, "program.mjs"), out);
    const [file] = readdirSync(out).filter((file) => file.startsWith("bundle"));
    assert.strictEqual(execFileSync(process.execPath, [join(out, file)], { encoding: "utf8", cwd: out }).trim(), PRINTED[program]);
    const size = gzipSync(readFileSync(join(out, file))).length;
    if (program === "issuing") assert.ok(size <= MOST, `${size} bytes: more than issuing is in it`);
    return size;
  } finally {
    for (const folder of [source, out]) rmSync(folder, { recursive: true });
  }
}

let [passed, failed] = [0, 0];
for (const [name, bundle] of Object.entries(BUNDLERS)) {
  for (const program of Object.keys(PROGRAMS)) {
    try {
      console.log(`${name}, ${program}: ${await check(name, program, bundle)} bytes compressed`);
      passed += 1;
    } catch (error) {
      console.log(`FAILED ${name}, ${program}: ${error.stack}`);
      failed += 1;
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
