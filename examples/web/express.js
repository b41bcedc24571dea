// Real-time voice and video: logs in to a room with a token, and hands each new one to the SDK.
import { ZegoExpressEngine } from "zego-express-engine-webrtc";

/** Joins a room, and gives a function that leaves it. `server` is in the ZEGO console, beside the AppID. */
export async function join({ appId, server, roomId, userId, tokens, say }) {
  const engine = new ZegoExpressEngine(appId, server);
  // 30 s before the token expires, in case our own timer has slept. The new token arrives through onToken.
  engine.on("tokenWillExpire", (room) => {
    say(`the token for ${room} is about to expire`);
    tokens.renew().catch((error) => say(error.message));
  });
  engine.on("roomStateChanged", (room, reason, code) => say(`${room}: ${reason}${code ? ` (${code})` : ""}`));
  await engine.loginRoom(roomId, await tokens.get(), { userID: userId, userName: userId }, { userUpdate: true });
  const forget = tokens.onToken((token) => say(engine.renewToken(token, roomId) ? "the token was renewed" : "the SDK refused the token"));
  return () => {
    forget();
    engine.logoutRoom(roomId);
    engine.destroyEngine();
  };
}
