// What connects a module with its glue, on a module that does nothing: TOKEN04_WASM is the folder `wasm` of the package.

import assert from "node:assert";
import test from "node:test";
import { pathToFileURL } from "node:url";

const { connect } = await import(pathToFileURL(`${process.env.TOKEN04_WASM}/backend/connect.mjs`));

/** A module that exports a function `__wbindgen_start`, which does nothing. */
const MODULE = new WebAssembly.Module(Uint8Array.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 20, 1, 16, ...Buffer.from("__wbindgen_start"), 0, 0, 10, 4, 1, 2, 0, 11,
]));

/** The functions of a glue that calls `call`. */
function connected(names, call) {
  const glue = { __wbg_set_wasm() {}, names: () => names, call, release() {} };
  const fail = (...failure) => { throw Object.assign(new Error("failed"), { failure }); };
  return { ...connect(glue, () => MODULE), fail };
}

test("a panic becomes error 903", () => {
  const functions = connected(["issue"], () => { throw new WebAssembly.RuntimeError("unreachable"); });
  assert.throws(() => functions.issue(), { failure: [903, "internal error: unreachable"] });
});

test("what is noted is thrown, with its index", () => {
  const functions = connected(["issueMany"], (_index, _given, note) => note(3, "userIds[1]: userId must not be empty", 1));
  assert.throws(() => functions.issueMany(), { failure: [3, "userIds[1]: userId must not be empty", 1] });
});

test("what JavaScript throws comes through", () => {
  const mine = new Error("mine");
  const functions = connected(["issue"], () => { throw mine; });
  assert.throws(() => functions.issue(), mine);
});

test("a handle stands for its key, and only a handle does", () => {
  const calls = [];
  const functions = connected(["newIssuer", "issue", "closeIssuer"], (index, given) => { calls.push([index, ...given]); return 7; });
  const handle = functions.newIssuer(1, "secret");
  assert.notStrictEqual(handle, 7);
  functions.issue(handle, "user1");
  functions.issue({ key: 7 });
  functions.closeIssuer(handle);
  assert.deepStrictEqual(calls, [[0, 1, "secret"], [1, 7, "user1"], [1, { key: 7 }], [2, 7]]);
});
