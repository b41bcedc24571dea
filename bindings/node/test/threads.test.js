// Worker threads, and memory over many calls.
"use strict";

const assert = require("node:assert");
const { execFileSync } = require("node:child_process");
const path = require("node:path");
const test = require("node:test");
const { Worker } = require("node:worker_threads");
const { diagnose, generateToken04, Issuer, Verifier } = require("token04");
const { APP_ID, codeOf, SECRET } = require("./fixtures.js");

/** Runs a script in a worker thread and gives its message. */
function inWorker(script, workerData) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { eval: true, workerData });
    let message;
    worker.on("message", (value) => { message = value; });
    worker.on("error", reject);
    worker.on("exit", () => resolve(message));
  });
}

const ISSUING = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { Issuer, Token04Error, Verifier } = require(workerData.path);
  const issuer = new Issuer(${APP_ID}, "${SECRET}");
  const tokens = Array.from({ length: 2000 }, () => issuer.issue("user1", 60));
  let code;
  try { new Issuer(0, "") } catch (error) { code = error instanceof Token04Error && error.code }
  parentPort.postMessage({ tokens, code });`;

test("worker threads make tokens at the same time, and no two are alike", async () => {
  const workerData = { path: require.resolve("token04") };
  const results = await Promise.all(Array.from({ length: 8 }, () => inWorker(ISSUING, workerData)));
  const tokens = new Set(results.flatMap((result) => result.tokens));
  assert.strictEqual(tokens.size, 8 * 2000);
  assert.deepStrictEqual(results.map((result) => result.code), Array(8).fill(1));
  const verifier = new Verifier(APP_ID, SECRET);
  for (const token of tokens) verifier.verify(token);
});

const DIAGNOSING = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { diagnose } = require(workerData.path);
  const reports = Array.from({ length: 500 }, () => JSON.stringify(diagnose(workerData.token, workerData.question)));
  parentPort.postMessage([...new Set(reports)]);`;

test("worker threads diagnose at the same time, and all of them alike", async () => {
  const token = new Issuer(APP_ID, SECRET).issue("user1", 60);
  const question = { secret: SECRET, userId: "user2", lang: "zh", now: 1700000000 };
  const workerData = { path: require.resolve("token04"), token, question };
  const results = await Promise.all(Array.from({ length: 8 }, () => inWorker(DIAGNOSING, workerData)));
  assert.deepStrictEqual(results, Array(8).fill([JSON.stringify(diagnose(token, question))]));
});

test("the addon outlives the only thread that loaded it, and a child process after that", () => {
  const script = `
    const { Worker } = require("node:worker_threads");
    const run = (left) => new Worker('new (require("token04").Issuer)(1, "x".repeat(32)).issue("user1", 60)', { eval: true })
      .on("exit", (code) => {
        if (code !== 0) process.exit(code);
        if (left > 0) return run(left - 1);
        require("node:child_process").execFileSync(process.execPath, ["-e", "0"]);
        console.log(require("token04").generateToken04(1, "user1", "x".repeat(32), 60).slice(0, 2));
      });
    run(20);`;
  assert.strictEqual(execFileSync(process.execPath, ["-e", script], { cwd: __dirname, encoding: "utf8" }).trim(), "04");
});

test("a worker may be ended in the middle of its work", async () => {
  const endless = `
    const { parentPort, workerData } = require("node:worker_threads");
    const { Issuer } = require(workerData);
    parentPort.postMessage("working");
    for (;;) new Issuer(1, "x".repeat(32)).issue("user1", 60, "x".repeat(1000));`;
  for (let round = 0; round < 5; round += 1) {
    const worker = new Worker(endless, { eval: true, workerData: require.resolve("token04") });
    await new Promise((resolve) => worker.once("message", resolve));
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.strictEqual(await worker.terminate(), 1);
  }
});

test("many calls of every kind leave no memory behind", () => {
  const script = path.join(__dirname, "memory.js");
  const growth = JSON.parse(execFileSync(process.execPath, ["--expose-gc", script], { encoding: "utf8" }));
  for (const [kind, bytes] of Object.entries(growth)) assert.ok(bytes < 12e6, `${kind} left ${bytes} bytes`);
  assert.ok(Object.keys(growth).length >= 5);
});

test("what is closed in a loop that never returns to Node.js is freed at once", () => {
  const growth = Number(execFileSync(process.execPath, [path.join(__dirname, "close_loop.js"), "600000"], { encoding: "utf8" }));
  // Before, it was more than 200 bytes for each of the 1.2 million objects.
  assert.ok(growth < 24e6, `${growth} bytes`);
});

test("an issuer in use is not collected", () => {
  let issuer = new Issuer(APP_ID, SECRET);
  const token = issuer.issue("user1", 60);
  issuer = undefined;
  for (let round = 0; round < 50; round += 1) generateToken04(APP_ID, "user1", SECRET, 60, "x".repeat(10000));
  assert.strictEqual(codeOf(() => new Verifier(APP_ID, SECRET).verify(token)), 0);
});
