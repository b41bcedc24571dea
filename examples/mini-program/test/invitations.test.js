// Calls with invitations: ZIM and Express share one token.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { service } from "../service.js";
import { Tokens } from "../tokens.js";
import { calls, faults, kit, requests, sent, start, until } from "./mini_program.js";
import { TokenService } from "./token_service.js";

const { ZegoUIKitPrebuiltCall, ZegoCallScenario } = kit;
const timers = [];
const clock = { ahead: 0 };
let backend;
let tokens;

const open = (userId = "user1") => start({
  appId: 1234567890, server: "wss://room.example/ws", userId, userName: "User 1", tokens,
  config: { mode: ZegoCallScenario.CALL_INVITATION },
});
const called = (name) => calls.filter(([what]) => what === name);
const zim = () => ZegoUIKitPrebuiltCall.getSignalingPlugin().zim;
const zimWarns = () => zim().handlers.tokenWillExpire(zim(), { second: 30 });
const listenersHear = (room) => kit.inside(932).default.getInstance().uikitListeners.notifyAllListener((each) => each.onTokenWillExpire?.(room));
const renewed = async (count) => {
  await until(() => called("zim.renewToken").length === count && called("express.renewToken").length === count);
  return tokens.current;
};

before(async () => {
  backend = await TokenService.started();
  tokens = new Tokens({
    send: service({ url: backend.url }),
    request: { user_id: "user1", ttl: 3 * 24 * 3600 },
    // The test decides when a timer is due.
    after: (milliseconds, call) => {
      timers.push({ milliseconds, call });
      return () => {};
    },
    now: () => Date.now() + clock.ahead,
  });
});
after(async () => {
  tokens.stop();
  await backend.stop();
});
beforeEach(() => {
  calls.length = requests.length = timers.length = 0;
});

test("a start that fails can be repeated", async () => {
  faults.login = { code: 6000105 };
  await assert.rejects(open(), { message: /kit did not start/ });
  await open("user1");
  assert.equal(called("zim.login").length, 2);
});

test("the service's token reaches ZIM's login and Express' login, and leaves on their sockets", async () => {
  assert.match(tokens.current, /^04/);
  ZegoUIKitPrebuiltCall.joinRoom("room1");
  const [[, room, token]] = await until(() => called("express.loginRoom")[0] && called("express.loginRoom"));
  assert.deepEqual([room, token], ["room1", tokens.current]);
  await until(() => sent.some((text) => text.includes("/sw/login") && text.includes(tokens.current)));
  await until(() => sent.some((text) => text.includes("room1") && text.includes(tokens.current)));
});

test("ZIM's warning renews both", async () => {
  const old = tokens.current;
  zimWarns();
  const token = await renewed(1);
  assert.notEqual(token, old);
  assert.deepEqual(called("zim.renewToken"), [["zim.renewToken", token]]);
  // The last is what the real Express returned: it took the token for the room.
  assert.deepEqual(called("express.renewToken"), [["express.renewToken", token, "room1", true]]);
  assert.equal(requests[0].replaces, old);
});

test("both callbacks at once make one request", async () => {
  zimWarns();
  listenersHear("room1");
  await renewed(1);
  assert.equal(requests.length, 1);
});

test("a room that is joined later gets the newest token, not the one of init", async () => {
  ZegoUIKitPrebuiltCall.joinRoom("room2");
  await until(() => called("express.loginRoom").length === 1);
  assert.equal(called("express.loginRoom")[0][2], tokens.current);
});

test("a stopped service is asked again", async () => {
  await backend.stop();
  zimWarns();
  const { milliseconds, call } = await until(() => timers[0]);
  assert.equal(milliseconds, 1000);
  call();
  assert.equal((await until(() => timers[1])).milliseconds, 2000);
  assert.equal(calls.length, 0);
  await backend.start();
  timers[1].call();
  await renewed(1);
});

test("back in the foreground, a token that is due is renewed", async () => {
  tokens.look();
  assert.ok(timers[0].milliseconds > 2 * 24 * 3600 * 1000);
  clock.ahead = 3 * 24 * 3600 * 1000;
  tokens.look();
  assert.equal(timers[1].milliseconds, 0);
  clock.ahead = 0;
  timers[1].call();
  await renewed(1);
});

// What version 2.1.0 does. Where one of these fails, the package has changed, and kit.js may no longer need its notes.
test("the package does not call the documented listener", () => {
  let heard = 0;
  ZegoUIKitPrebuiltCall.addUIKitListener("documented", { onTokenWillExpire: () => { heard += 1; } });
  zimWarns();
  assert.equal(heard, 0);
  ZegoUIKitPrebuiltCall.removeUIKitListener("documented");
});

test("the package keeps the token of init for every room", async () => {
  const { ZegoUIKit } = kit;
  const { joinRoom } = ZegoUIKit;
  let given;
  ZegoUIKit.joinRoom = (_room, token) => { given = token; };
  ZegoUIKitPrebuiltCall.renewToken("04renewed");
  ZegoUIKitPrebuiltCall.joinRoom("room3");
  ZegoUIKit.joinRoom = joinRoom;
  assert.match(given, /^04/);
  assert.notEqual(given, "04renewed");
  assert.notEqual(given, tokens.current);
});

test("the package refuses a second init of a user whose ZIM exists", async () => {
  const config = { mode: ZegoCallScenario.CALL_INVITATION };
  await assert.rejects(ZegoUIKitPrebuiltCall.init(1234567890, "wss://room.example/ws", "user1", "User 1", tokens.current, config), (reason) => reason === false);
});
