// The part of the page that has no SDK in it, against a service that is played here: node --test
import assert from "node:assert/strict";
import { test } from "node:test";

import { service } from "./service.js";
import { Tokens } from "./tokens.js";

/** A service whose tokens last `seconds`, or that answers with the refusals of the test. */
function played(seconds, refusals = []) {
  const asked = [];
  const fetch = async (url, options) => {
    asked.push({ url, ...options, body: JSON.parse(options.body) });
    const refusal = refusals.shift();
    if (refusal instanceof Error) throw refusal;
    if (refusal) return Response.json(refusal.body ?? {}, { status: refusal.status, headers: refusal.headers });
    const ends = Math.floor(Date.now() / 1000) + seconds;
    return Response.json({ token: `04${asked.length}`, expires_at: ends, renew_at: ends - 40 });
  };
  return { asked, fetch };
}

const clock = (context) => context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_700_000_000_000 });

async function pass(context, seconds) {
  for (let second = 0; second < seconds; second++) {
    context.mock.timers.tick(1000);
    for (let turn = 0; turn < 20; turn++) await null;
  }
}

test("one token is asked for, and kept", async (context) => {
  clock(context);
  const { asked, fetch } = played(3600);
  const tokens = new Tokens({ send: service({ fetch, headers: () => ({ Authorization: "Bearer x" }) }), request: { ttl: 3600 } });
  assert.deepEqual(await Promise.all([tokens.get(), tokens.get()]), ["041", "041"]);
  assert.equal(await tokens.get(), "041");
  assert.equal(asked.length, 1);
  assert.equal(asked[0].headers.Authorization, "Bearer x");
  assert.deepEqual(asked[0].body, { ttl: 3600 });
  tokens.stop();
});

test("the next one comes before the end, and replaces it", async (context) => {
  clock(context);
  const { asked, fetch } = played(100);
  const tokens = new Tokens({ send: service({ fetch }) });
  const seen = [];
  tokens.onToken((token) => seen.push(token));
  await tokens.get();
  await pass(context, 59);
  assert.deepEqual(seen, ["041"]);
  await pass(context, 2);
  assert.deepEqual(seen, ["041", "042"]);
  assert.equal(asked[1].body.replaces, "041");
  tokens.stop();
  await pass(context, 200);
  assert.equal(asked.length, 2);
});

test("it tries again where the service does not answer, and not where it refuses", async (context) => {
  clock(context);
  const busy = { status: 429, headers: { "Retry-After": "5" } };
  const { asked, fetch } = played(100, [null, new Error("offline"), busy, { status: 503 }, null, { status: 403 }]);
  const tokens = new Tokens({ send: service({ fetch }) });
  await tokens.get();
  await pass(context, 60);
  assert.equal(asked.length, 2);
  await pass(context, 2);
  assert.equal(asked.length, 3);
  await pass(context, 3);
  assert.equal(asked.length, 3);
  await pass(context, 7);
  assert.equal(asked.length, 5);
  await pass(context, 300);
  assert.equal(asked.length, 6);
  await assert.doesNotReject(tokens.renew());
  tokens.stop();
});

test("a token that cannot be replaced is done without", async (context) => {
  clock(context);
  const { asked, fetch } = played(100, [null, { status: 409 }]);
  const tokens = new Tokens({ send: service({ fetch }) });
  await tokens.get();
  assert.equal(await tokens.renew(), "043");
  assert.deepEqual(asked.map(({ body }) => "replaces" in body), [false, true, false]);
  tokens.stop();
});

test("the first refusal is told with its words", async () => {
  const { fetch } = played(100, [{ status: 403, body: { detail: "the room is not granted" } }]);
  await assert.rejects(new Tokens({ send: service({ fetch }) }).get(), { message: "the room is not granted", status: 403 });
});

test("a first request that fails is tried again too, and its token reaches who listens", async (context) => {
  clock(context);
  const { asked, fetch } = played(100, [new Error("offline")]);
  const tokens = new Tokens({ send: service({ fetch }) });
  const seen = [];
  tokens.onToken((token) => seen.push(token));
  await assert.rejects(tokens.get(), { message: "offline" });
  await pass(context, 2);
  assert.deepEqual(seen, ["042"]);
  assert.equal(asked.length, 2);
  tokens.stop();
});

test("a service that fails does not take away a token that still lasts", async (context) => {
  clock(context);
  const offline = Array.from({ length: 20 }, () => new Error("offline"));
  const { fetch } = played(100, [null, ...offline]);
  const tokens = new Tokens({ send: service({ fetch }) });
  await tokens.get();
  await pass(context, 99);
  assert.equal(await tokens.get(), "041");
  await pass(context, 2);
  await assert.rejects(tokens.get(), { message: "offline" });
  assert.equal(tokens.current, "041");
  tokens.stop();
});

test("a look after the phone has slept renews at once", async (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: 1_700_000_000_000 });
  const { asked, fetch } = played(100);
  const timers = [];
  const after = (milliseconds, call) => {
    timers.push({ milliseconds, call });
    return () => {};
  };
  const tokens = new Tokens({ send: service({ fetch }), after });
  await tokens.get();
  context.mock.timers.setTime(1_700_000_090_000);
  tokens.look();
  assert.deepEqual(timers.map(({ milliseconds }) => milliseconds), [60_000, 0]);
  timers[1].call();
  assert.equal(await tokens.renew(), "042");
  assert.equal(asked.length, 2);
});
