// A token service: the client asks it for a token, and gives the token to the ZEGO SDK.
//
//     npm install
//     ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef npm start
//     curl -X POST -H 'x-demo-user: user1' 'http://localhost:3000/token?room=room1'

import { createServer } from "node:http";
import { Issuer, RoomPrivilege, Token04Error } from "token04";

const HOUR = 3600;

// Made once and kept: it holds the expanded key. The profile refuses here what the client's SDK would refuse later.
const issuer = new Issuer(Number(process.env.ZEGO_APP_ID), process.env.ZEGO_SERVER_SECRET, { profile: "rtc" });

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
  if (roomId === null) return issuer.issue(userId, HOUR);
  return issuer.issueRoom(userId, HOUR, new RoomPrivilege(roomId, { publish: mayPublish(userId, roomId) }));
}

function answer(response, status, body) {
  // A token is good for whoever has it, so no cache may keep it.
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  if (request.method !== "POST" || pathname !== "/token") return answer(response, 404, { error: "POST /token" });
  const userId = loggedInUser(request);
  if (userId === undefined) return answer(response, 401, { error: "log in first" });
  try {
    answer(response, 200, { token: tokenFor(userId, searchParams.get("room")) });
  } catch (error) {
    if (!(error instanceof Token04Error)) throw error;
    answer(response, 400, { code: error.code, error: error.message });
  }
});

server.listen(Number(process.env.PORT ?? 3000), "localhost", () => {
  console.log(`POST http://localhost:${server.address().port}/token`);
});
