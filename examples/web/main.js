// The page: logs in with what the form says, and tells what happens.
import { Tokens } from "./tokens.js";

const value = (id) => document.getElementById(id).value.trim();
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
  // The service of `token04 serve --dev` is told the user. Yours knows who asks, by what your login put into
  // `headers`, for example () => ({ Authorization: `Bearer ${jwt}` }), and is not told.
  const tokens = new Tokens({ request: { user_id: userId, ...(express && { room: { room_id: value("room"), publish: true } }) } });
  try {
    const start = express ? (await import("./express.js")).join : (await import("./zim.js")).login;
    const end = await start({ appId, server: value("server"), roomId: value("room"), userId, tokens, say });
    leave = () => {
      end();
      tokens.stop();
    };
    say("logged in");
  } catch (error) {
    tokens.stop();
    say(`not logged in: ${error.message ?? error.msg ?? error} ${error.code ?? ""}`);
  }
});
