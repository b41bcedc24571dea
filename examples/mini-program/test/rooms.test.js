// Calls without invitations: Express alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { service } from "../service.js";
import { Tokens } from "../tokens.js";
import { calls, kit, sent, start, thrown, until } from "./mini_program.js";
import { TokenService } from "./token_service.js";

const timers = [];
let backend;
let tokens;
let end;

before(async () => {
  backend = await TokenService.started();
  tokens = new Tokens({
    send: service({ url: backend.url }),
    // Express warns 30 s before: a second after the login.
    request: { user_id: "user1", ttl: 31 },
    after: (milliseconds, call) => {
      timers.push({ milliseconds, call });
      return () => {};
    },
  });
});
after(async () => {
  tokens.stop();
  await backend.stop();
});

test("the service's token reaches Express' login, and leaves on its socket", async () => {
  end = await start({ appId: 1234567890, server: "wss://room.example/ws", userId: "user1", userName: "User 1", tokens });
  kit.ZegoUIKitPrebuiltCall.joinRoom("room1");
  const [what, room, token] = await until(() => calls[0]);
  assert.deepEqual([what, room, token], ["express.loginRoom", "room1", tokens.current]);
  await until(() => sent.some((text) => text.includes("room1") && text.includes(tokens.current)));
});

// What version 2.1.0 does: its handler loses `this`.
test("the package throws at Express' own warning, and calls nobody", async () => {
  const first = tokens.current;
  const error = await until(() => thrown[0]);
  assert.match(error.message, /invitationService/);
  assert.equal(tokens.current, first);
});

test("the timer of the tokens renews all the same", async () => {
  const first = tokens.current;
  timers.at(-1).call();
  const renewal = await until(() => calls.find(([name]) => name === "express.renewToken"));
  assert.notEqual(tokens.current, first);
  assert.deepEqual(renewal, ["express.renewToken", tokens.current, "room1", true]);
});

test("after the end the kit is as it was", async () => {
  end();
  const before = calls.length;
  await tokens.renew();
  assert.equal(calls.length, before);
});

test("a refusal of the service is passed on", async () => {
  const refused = new Tokens({ send: service({ url: backend.url }), request: { ttl: 0, user_id: "user1" } });
  await assert.rejects(start({ appId: 1, server: "", userId: "user1", userName: "", tokens: refused }), { status: 400 });
  refused.stop();
});
