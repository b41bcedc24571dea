// The example, copied from examples/node and run as its first lines say.
"use strict";

const assert = require("node:assert");
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const test = require("node:test");
const { Verifier } = require("token04");
const { APP_ID, SECRET } = require("./fixtures.js");

const EXAMPLE = process.env.TOKEN04_EXAMPLE;

/** Starts the example beside the installed package, and gives its address once it listens. */
function start() {
  const folder = fs.mkdtempSync(path.join(__dirname, "example-"));
  for (const name of ["package.json", "server.js"]) fs.copyFileSync(path.join(EXAMPLE, name), path.join(folder, name));
  const env = { ...process.env, ZEGO_APP_ID: String(APP_ID), ZEGO_SERVER_SECRET: SECRET, PORT: "0" };
  const server = spawn(process.execPath, ["server.js"], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`the example ended with ${code}`)));
    server.stdout.once("data", (line) => resolve({ server, url: String(line).trim().split(" ")[1] }));
  });
}

function post(url, headers) {
  return new Promise((resolve, reject) => {
    http.request(url, { method: "POST", headers, agent: false }, (response) => {
      let body = "";
      response.on("data", (chunk) => { body += chunk; });
      response.on("end", () => resolve({ status: response.statusCode, body: JSON.parse(body) }));
    }).on("error", reject).end();
  });
}

test("the example gives tokens to whoever is logged in", async () => {
  const { server, url } = await start();
  try {
    const verifier = new Verifier(APP_ID, SECRET);
    const user = { "x-demo-user": "user1" };
    const identity = await post(url, user);
    assert.strictEqual(verifier.verify(identity.body.token, { userId: "user1" }).payload, "");
    const room = await post(`${url}?room=room1`, user);
    assert.deepStrictEqual(verifier.verify(room.body.token).privilege, { roomId: "room1", login: true, publish: true, streams: null });
    const quiet = await post(`${url}?room=announcements`, user);
    assert.strictEqual(verifier.verify(quiet.body.token).privilege.publish, false);
    assert.strictEqual((await post(url)).status, 401);
    const recordings = async (user, token, room) => {
      const headers = { "x-demo-user": user, authorization: `Bearer ${token}` };
      return (await post(`${new URL("/recordings", url)}?room=${room}`, headers)).status;
    };
    assert.strictEqual(await recordings("user1", room.body.token, "room1"), 200);
    assert.strictEqual(await recordings("user1", room.body.token, "room2"), 403);
    assert.strictEqual(await recordings("user2", room.body.token, "room1"), 403);
    assert.strictEqual(await recordings("user1", identity.body.token, "room1"), 403);
    assert.strictEqual(await recordings("user1", "", "room1"), 403);
    const refused = await post(`${url}?room=a%20b`, user);
    assert.deepStrictEqual([refused.status, refused.body.code], [400, 102]);
  } finally {
    server.removeAllListeners("exit");
    server.kill();
  }
});
