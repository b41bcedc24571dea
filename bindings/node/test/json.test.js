// JSON as the frameworks of users write it: what the program `token04` prints.
"use strict";

const assert = require("node:assert");
const { spawnSync } = require("node:child_process");
const http = require("node:http");
const test = require("node:test");
const { diagnose, explain, inspect, Issuer, Verifier } = require("token04");
const { APP_ID, SECRET } = require("./fixtures.js");

// Express 5 needs Node.js 18.
const skip = Number(process.versions.node.split(".")[0]) < 18;
const NOW = 1700000000;

/** What the program prints with `--json`. */
function printed(...given) {
  const env = { ...process.env, ZEGO_APP_ID: String(APP_ID), ZEGO_SERVER_SECRET: SECRET };
  const { stdout, stderr } = spawnSync(process.env.TOKEN04_CLI, [...given, "--json"], { env, encoding: "utf8" });
  assert.strictEqual(stderr, "");
  return JSON.parse(stdout);
}

/** What a client receives of an Express application that answers with these values. */
async function received(values) {
  const express = require(require.resolve("express", { paths: [process.env.TOKEN04_TOOLS] }));
  const application = express();
  application.get("/:name", (request, response) => response.json(values[request.params.name]));
  const server = application.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  try {
    const answers = Object.keys(values).map(async (name) => [name, await get(`http://127.0.0.1:${server.address().port}/${name}`)]);
    return Object.fromEntries(await Promise.all(answers));
  } finally {
    server.close();
  }
}

function get(url) {
  return new Promise((resolve, reject) => {
    http.get(url, { agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => { body += chunk; });
      response.on("end", () => resolve(JSON.parse(body)));
    }).on("error", reject);
  });
}

test("Express answers with what the program prints", { skip }, async () => {
  const issuer = new Issuer(APP_ID, SECRET);
  const verifier = new Verifier(APP_ID, SECRET);
  const room = issuer.issueRoom("用户", 60, "room1", { publish: true, streams: ["s1"], now: NOW });
  const identity = issuer.issue("user1", 60, "", { now: NOW });
  const foreign = issuer.issue("user1", 60, '{"any":"text"}', { now: NOW });
  const now = ["--now", String(NOW)];
  const tokens = { room, identity, foreign };
  const values = {}, expected = {};
  for (const [name, token] of Object.entries(tokens)) {
    values[`claims-${name}`] = verifier.verify(token, { now: NOW });
    expected[`claims-${name}`] = printed("verify", token, ...now).claims;
    values[`header-${name}`] = inspect(token, { now: NOW });
    expected[`header-${name}`] = printed("inspect", token, ...now);
    values[`report-${name}`] = diagnose(token, { secret: SECRET, appId: APP_ID, roomId: "room2", now: NOW });
    expected[`report-${name}`] = printed("diagnose", token, "--room", "room2", ...now);
  }
  values.findings = diagnose("nothing").findings;
  expected.findings = printed("diagnose", "nothing").findings;
  for (const code of [50119, 50120, 1]) {
    values[`explanation-${code}`] = explain(code);
    expected[`explanation-${code}`] = printed("explain", String(code)).explanations[0];
  }
  const answers = await received(values);
  assert.deepStrictEqual(answers, expected);
  assert.deepStrictEqual(answers["claims-room"].privilege, { room_id: "room1", login: true, publish: true, streams: ["s1"] });
});
