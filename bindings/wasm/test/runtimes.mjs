// Runs the bundled tests in each runtime, on the packed package: node runtimes.mjs PROJECT [RUNTIME…]
// PROJECT has the package in its node_modules.

import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { bundle } from "./bundle.mjs";

const tools = fileURLToPath(new URL("../node_modules", import.meta.url));
const project = resolve(process.argv[2]);
const files = join(project, "node_modules/token04/wasm");
const PRINTING = 'import { run } from "./suite.mjs"; console.log(JSON.stringify(await run()));';
const MODULES = ["issuing", "diagnosing"];

/** The modules of WebAssembly, as something that the runtime finds under a name. */
const wasm = (resolved) => ({
  name: "wasm",
  setup(build) {
    build.onResolve({ filter: /\.wasm\?module$/ }, ({ path }) => resolved(path.match(/\w+(?=\.wasm)/)[0]));
    build.onLoad({ filter: /.*/, namespace: "global" }, ({ path }) => ({ contents: `export default ${path}` }));
  },
});

/** Runs a program on the bundle, with the package in node_modules as the program resolves it. */
async function inProgram(command, given) {
  const folder = mkdtempSync(join(tmpdir(), "token04-runtime-"));
  try {
    cpSync(join(project, "node_modules"), join(folder, "node_modules"), { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "suite.mjs"), await bundle(project, { external: ["token04"], banner: { js: 'import * as token04 from "token04"; import * as zego from "token04/zegoServerAssistant"; const require = (name) => name === "token04" ? token04 : zego;' } }));
    writeFileSync(join(folder, "main.mjs"), PRINTING);
    const { stdout } = await promisify(execFile)(command, [...given, "main.mjs"], { cwd: folder, maxBuffer: 1 << 24 });
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inWorkerd() {
  const { Miniflare } = await import("miniflare");
  const suite = await bundle(project, {
    conditions: ["workerd", "worker", "browser"], plugins: [wasm((name) => ({ path: `./${name}.wasm`, external: true }))],
  });
  const script = `${suite}\nexport default { async fetch() { return Response.json(await run()); } };`;
  const worker = new Miniflare({
    compatibilityDate: "2026-01-01",
    modules: [
      { type: "ESModule", path: "main.mjs", contents: script },
      ...MODULES.map((name) => ({ type: "CompiledWasm", path: `${name}.wasm`, contents: readFileSync(join(files, `${name}.wasm`)) })),
    ],
  });
  try {
    return await (await worker.dispatchFetch("http://localhost/")).json();
  } finally {
    await worker.dispose();
  }
}

async function inEdgeRuntime() {
  const { EdgeVM } = await import("@edge-runtime/vm");
  const suite = await bundle(project, {
    conditions: ["edge-light", "worker", "browser"], format: "iife", globalName: "suite",
    plugins: [wasm((name) => ({ path: `globalThis.${name}`, namespace: "global" }))],
  });
  const modules = Object.fromEntries(MODULES.map((name) => [name, new WebAssembly.Module(readFileSync(join(files, `${name}.wasm`)))]));
  // As in production, nothing is compiled from text or bytes.
  const vm = new EdgeVM({ codeGeneration: { strings: false, wasm: false }, extend: (context) => Object.assign(context, modules) });
  return JSON.parse(await vm.evaluate(`${suite}; suite.run().then(JSON.stringify)`));
}

async function inChromium() {
  const { launch } = await import("puppeteer-core");
  const suite = await bundle(project, { conditions: ["browser"], format: "iife", globalName: "suite" });
  const browser = await launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    // A worker has no document; the strictest policy under which WebAssembly runs holds in it too.
    await page.setContent(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'wasm-unsafe-eval' blob:; worker-src blob:">`);
    return await page.evaluate((script) => new Promise((resolve, reject) => {
      const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
      const worker = new Worker(url);
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    }), `${suite}; suite.run().then(postMessage);`);
  } finally {
    await browser.close();
  }
}

const RUNTIMES = {
  "node-esm": () => inProgram(process.execPath, ["--conditions=module"]),
  deno: () => inProgram(join(tools, ".bin/deno"), ["run", "--allow-read", "--node-modules-dir=manual", "--no-lock"]),
  bun: () => inProgram(join(tools, ".bin/bun"), ["run"]),
  workerd: inWorkerd,
  "edge-runtime": inEdgeRuntime,
  chromium: inChromium,
};

const chosen = process.argv.length > 3 ? process.argv.slice(3) : Object.keys(RUNTIMES);
let [passed, failed] = [0, 0];
for (const name of chosen) {
  const result = await RUNTIMES[name]().catch((error) => ({ passed: 0, failures: [`${error.stack}\n${error.stderr ?? ""}`] }));
  if (result.passed === 0 && result.failures.length === 0) result.failures.push("no test ran");
  console.log(`${name}: ${result.passed} passed, ${result.failures.length} failed`);
  for (const failure of result.failures) console.log(`  ${failure}`);
  passed += result.passed;
  failed += result.failures.length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
