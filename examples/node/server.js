// A token service: the client asks it for a token, and gives the token to the ZEGO SDK. What belongs to a room, here its
// recordings, is guarded with the same token.
//
//     npm install
//     ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef npm start
//     curl -X POST -H 'x-demo-user: user1' 'http://localhost:3000/token?room=room1'
//     curl -X POST -H 'x-demo-user: user1' -H 'authorization: Bearer 04…' 'http://localhost:3000/recordings?room=room1'

import { createServer } from "node:http";
import { Issuer, Token04Error, Verifier } from "token04";

// Created once: they hold the expanded key. The profile refuses here what the client's SDK would refuse later, and the mode
// detects changes of a token, on which the recordings rely.
const [appId, secret] = [Number(process.env.ZEGO_APP_ID), process.env.ZEGO_SERVER_SECRET];
const issuer = new Issuer(appId, secret, { profile: "rtc", mode: "gcm" });
const verifier = new Verifier(appId, secret);

/** Who asks. Put your own login here: whoever can name any user gets that user's tokens. */
function loggedInUser(request) {
  return request.headers["x-demo-user"];
}

/** Whether the user may publish in a room. Put your own rules here. */
function mayPublish(userId, roomId) {
  return roomId !== "announcements";
}

/** A token for one room, where one is named, or for any. */
function tokenFor(userId, roomId) {
  if (roomId === null) return issuer.issue(userId, "1h");
  return issuer.issueRoom(userId, "1h", roomId, { publish: mayPublish(userId, roomId) });
}

/** Whether a token allows its user to enter a room. An identity token, made for any room, does not open this one. */
function mayEnter(token, userId, roomId) {
  try {
    verifier.verify(token, { userId, roomId, requirePrivilege: true });
    return true;
  } catch (error) {
    if (!(error instanceof Token04Error)) throw error;
    return false;
  }
}

function answer(response, status, body) {
  // Whoever has a token can use it, so no cache may keep it.
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  const roomId = searchParams.get("room");
  if (request.method !== "POST" || !["/token", "/recordings"].includes(pathname)) {
    return answer(response, 404, { error: "POST /token or /recordings" });
  }
  const userId = loggedInUser(request);
  if (userId === undefined) return answer(response, 401, { error: "log in first" });
  if (pathname === "/recordings") {
    const token = (request.headers.authorization ?? "").replace(/^Bearer /, "");
    if (!mayEnter(token, userId, roomId ?? "")) return answer(response, 403, { error: "show your token for this room" });
    return answer(response, 200, { recordings: [`${roomId}.mp4`] });
  }
  try {
    answer(response, 200, { token: tokenFor(userId, roomId) });
  } catch (error) {
    if (!(error instanceof Token04Error)) throw error;
    answer(response, 400, { code: error.code, error: error.message });
  }
});

server.listen(Number(process.env.PORT ?? 3000), "localhost", () => {
  console.log(`POST http://localhost:${server.address().port}/token`);
});
