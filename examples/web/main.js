// The page: logs in with the values of the form, and shows what happens.
import { service } from "./service.js";
import { Tokens } from "./tokens.js";

const value = (id) => document.getElementById(id).value.trim();
let tokens;
let leave = () => {};

function say(text) {
  const line = document.createElement("li");
  line.textContent = `${new Date().toLocaleTimeString()}  ${text}`;
  document.getElementById("said").prepend(line);
}

document.getElementById("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  leave();
  const appId = Number(value("app"));
  const userId = value("user");
  const express = value("product") === "express";
  // `token04 serve --dev` takes the user from the request. In production it takes the user from what your login gave:
  // service({ headers: () => ({ Authorization: `Bearer ${jwt}` }) }), and the request leaves out user_id.
  const request = { user_id: userId, ...(express && { room: { room_id: value("room"), publish: true } }) };
  tokens?.stop();
  tokens = new Tokens({ send: service(), request });
  try {
    const start = express ? (await import("./express.js")).join : (await import("./zim.js")).login;
    const end = await start({ appId, server: value("server"), roomId: value("room"), userId, tokens, say });
    leave = () => {
      end();
      leave = () => {};
    };
    say("logged in");
  } catch (error) {
    tokens.stop();
    say(`not logged in: ${error.message ?? error.msg ?? error} ${error.code ?? ""}`);
  }
});

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") tokens?.look();
});
