// How many bytes the process grows by over many calls, per kind of call: node --expose-gc memory.js
"use strict";

const { diagnose, generateToken04, inspect, Issuer, kit, RoomPrivilege, Verifier } = require("token04");
const { APP_ID, ROOM_PAYLOAD, SECRET } = require("./fixtures.js");

const issuer = new Issuer(APP_ID, SECRET);
const verifier = new Verifier(APP_ID, SECRET);
const token = issuer.issue("user1", 3600, ROOM_PAYLOAD);
const kitToken = issuer.kitToken("user1", 3600, "room1");

const kinds = {
  issue: [200000, () => issuer.issue("user1", 3600, ROOM_PAYLOAD)],
  room: [100000, () => issuer.issueRoom("user1", 3600, "room1", { streams: ["s1"] })],
  many: [2000, () => issuer.issueMany(Array(100).fill("user1"), 3600)],
  long: [2000, () => issuer.issue("用户", 3600, "é".repeat(5000))],
  "drop-in": [200000, () => generateToken04(APP_ID, "user1", SECRET, 3600, ROOM_PAYLOAD)],
  verify: [100000, () => verifier.verify(token).privilege],
  read: [50000, () => [inspect(token), kit.decode(kitToken)]],
  diagnose: [20000, () => diagnose(token, { secret: SECRET, userId: "用户", roomId: "room2" })],
  error: [20000, () => { try { verifier.verify("04AA=="); } catch {} }],
  objects: [20000, () => [new Issuer(APP_ID, SECRET, { mode: "gcm" }), new Verifier(APP_ID, SECRET), new RoomPrivilege("room1")]],
  closed: [20000, () => new Issuer(APP_ID, SECRET).close()],
};

/** Finalizers run between turns of the event loop, so the calls come in turns. */
async function repeat(count, call) {
  for (let turn = 0; turn < 10; turn += 1) {
    for (let done = 0; done < count / 10; done += 1) call();
    globalThis.gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function main() {
  const growth = {};
  for (const [kind, [count, call]] of Object.entries(kinds)) {
    // Twice: what grows once is a buffer that is kept, what grows again is a leak.
    await repeat(count, call);
    const before = process.memoryUsage().rss;
    await repeat(count, call);
    growth[kind] = process.memoryUsage().rss - before;
  }
  console.log(JSON.stringify(growth));
}

main();
