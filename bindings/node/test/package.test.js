// The package as Node.js sees it: what it exports, to whom, and how it loads.
"use strict";

const assert = require("node:assert");
const { execFileSync, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const token04 = require("token04");

const NAMES = [
  "Issuer", "Verifier", "Claims", "RoomPrivilege", "kit", "inspect", "Header", "diagnose", "Finding", "Report", "explain", "FindingId",
  "Token04Error", "ErrorCode", "generateToken04", "backend",
];
const ROOT = path.dirname(require.resolve("token04/package.json"));

/** Runs a script in a process of its own, and gives what it printed. */
function run(script) {
  return execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: __dirname, encoding: "utf8" }).trim();
}

/** What these tests ran on. */
const skip = token04.backend === "addon" ? false : "there is no addon here";

/** A copy of the package alone, which `change` then changes, and what `script` prints there. */
function runCopy(change, script) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "token04-load-"));
  try {
    copyFolder(ROOT, path.join(folder, "node_modules/token04"));
    change(path.join(folder, "node_modules"));
    return execFileSync(process.execPath, ["-e", script], { cwd: folder, encoding: "utf8" });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** What requiring such a copy says where there is no WebAssembly either. */
function loadingError(change, preparation = "") {
  const script = `${preparation}; delete globalThis.WebAssembly; try { require("token04") } catch (error) { console.log(error.code, error.message) }`;
  return runCopy(change, script);
}

function copyFolder(from, to) {
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else fs.copyFileSync(source, target);
  }
}

/** A package for this platform with this addon. */
function writeBinding(modules, script) {
  const name = bindingName();
  fs.mkdirSync(path.join(modules, name), { recursive: true });
  fs.writeFileSync(path.join(modules, name, "index.js"), script);
}

/** The name of the package for this platform that is installed. */
function bindingName() {
  const { optionalDependencies } = require("token04/package.json");
  const installed = Object.keys(optionalDependencies).filter((name) => fs.existsSync(path.join(ROOT, "..", name)));
  assert.strictEqual(installed.length, 1);
  return installed[0];
}

test("exports every name to require and to import", () => {
  assert.deepStrictEqual(Object.keys(token04).sort(), [...NAMES].sort());
  const names = run(`import { ${NAMES.join(", ")} } from "token04"; console.log([${NAMES.join(", ")}].map((one) => typeof one).join())`);
  assert.strictEqual(names, "function,function,function,function,object,function,function,function,function,function,function,object,function,object,function,string");
  assert.strictEqual(run('import token04 from "token04"; console.log(typeof token04.Issuer)'), "function");
});

test("has the official function under the official module's name, and the diagnosis under its own", () => {
  assert.strictEqual(require("token04/zegoServerAssistant").generateToken04, token04.generateToken04);
  assert.strictEqual(require("token04/zegoServerAssistant.js").generateToken04, token04.generateToken04);
  assert.strictEqual(require("token04/diagnose").diagnose, token04.diagnose);
  assert.deepStrictEqual(Object.keys(require("token04/diagnose")).sort(), ["Finding", "FindingId", "Report", "diagnose", "explain"]);
  assert.strictEqual(run('import { generateToken04 } from "token04/zegoServerAssistant"; console.log(typeof generateToken04)'), "function");
});

// WebAssembly has the reference types that it needs from Node.js 18 on.
const old = Number(process.versions.node.split(".")[0]) < 18;

test("issues by WebAssembly where there is no addon, and finds no fault in a token of the addon", { skip: skip || old }, () => {
  const token = new token04.Issuer(1, "x".repeat(32)).issueRoom("用户", 60, "room1");
  const script = `
    const { backend, diagnose, Issuer, Verifier } = require("token04");
    const verifier = new Verifier(1, "x".repeat(32));
    const userIds = ["${token}", new Issuer(1, "x".repeat(32)).issue("user2", 60)].map((token) => verifier.verify(token).userId);
    console.log(backend, ...userIds, diagnose("${token}", { secret: "x".repeat(32) }).ok)`;
  assert.strictEqual(runCopy(() => {}, script), "wasm 用户 user2 true\n");
});

test("names the platform where there is no binding for it", () => {
  const message = loadingError(() => {}, 'Object.defineProperty(process, "arch", { value: "ppc64" })');
  assert.match(message, new RegExp(`^ERR_TOKEN04_BINDING token04 has no native binding for ${process.platform}-ppc64 `));
  const { optionalDependencies } = require("token04/package.json");
  const named = Object.keys(optionalDependencies).map((name) => name.slice("@token04/".length));
  assert.ok(message.trim().endsWith(`there are bindings for ${named.join(", ")}`), message);
});

test("names the package to install where the binding is missing", { skip }, () => {
  const message = loadingError(() => {});
  assert.ok(message.includes(`for ${process.platform}-${process.arch} (Node.js ${process.versions.node})`), message);
  assert.ok(message.includes(`${bindingName()}: is not installed`), message);
  assert.ok(message.includes("--omit=optional"), message);
});

test("says why a binding does not load", { skip }, () => {
  const message = loadingError((modules) => writeBinding(modules, 'throw new Error("cannot open it")'));
  assert.ok(message.includes(`${bindingName()}: cannot open it`), message);
  assert.ok(!message.includes("--omit=optional"), message);
});

test("refuses a binding of another version", { skip }, () => {
  const { version } = require("token04/package.json");
  const message = loadingError((modules) => writeBinding(modules, 'exports.version = "0.0.9"'));
  assert.ok(message.includes(`has version 0.0.9, but token04 has version ${version}: reinstall both`), message);
});

test("loads twice into one process: each copy throws its own error and takes the other's privileges", () => {
  for (const name of Object.keys(require.cache)) if (name.startsWith(ROOT)) delete require.cache[name];
  const again = require("token04");
  assert.notStrictEqual(again.Issuer, token04.Issuer);
  for (const copy of [token04, again]) assert.throws(() => new copy.Issuer(0, ""), copy.Token04Error);
  const privilege = new token04.RoomPrivilege("room1");
  const token = new again.Issuer(1, "x".repeat(32)).issueRoom("user1", 60, privilege);
  assert.strictEqual(new token04.Verifier(1, "x".repeat(32)).verify(token).payload, privilege.payload());
});

test("prints nothing and lets the process end", () => {
  const script = `
    const { diagnose, Issuer, Verifier, generateToken04 } = require("token04");
    const secret = "x".repeat(32);
    new Verifier(1, secret).verify(new Issuer(1, secret).issue("user1", 60));
    generateToken04(1, "user1", secret, 60, "{}");
    diagnose("no token", { secret });
    for (const call of [() => new Issuer(0, secret), () => generateToken04(1, "", secret, 60)]) try { call() } catch {}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", script], { cwd: __dirname, encoding: "utf8" });
  assert.deepStrictEqual({ status, stdout, stderr }, { status: 0, stdout: "", stderr: "" });
});

test("the addon called by others than the package says so, and does not crash", { skip }, () => {
  const addon = require(bindingName());
  const values = [undefined, null, 0, "", {}, [], () => {}, Symbol("s"), 1n, new Proxy({}, {})];
  for (const [name, call] of Object.entries(addon)) {
    if (name === "version") continue;
    for (const receiver of [undefined, {}, { fail: 1 }, { fail() {} }]) {
      for (const value of values) {
        // An empty payload is valid.
        if (name === "parsePrivilege" && (value ?? "") === "") continue;
        if (name === "explain" && value === 0) continue;
        assert.throws(() => call.apply(receiver, Array(12).fill(value)), /^Error: token04: the addon is called by its package only$/, name);
      }
    }
  }
});
