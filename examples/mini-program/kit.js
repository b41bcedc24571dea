// The call kit for mini-programs with tokens that renew themselves.
//
// Made for version 2.1.0 of the kit, whose code differs from its documentation in three points; each is noted below.
import { ZegoUIKit, ZegoUIKitPrebuiltCall } from "@zegocloud/zego-uikit-prebuilt-call-mini-program";

const LISTENER = "token04";

/**
 * Starts the kit, and returns a function that ends it.
 *
 * @param {object} options
 * @param {import("./tokens.js").Tokens} options.tokens
 * @param {object} [options.config] the kit's configuration: `mode`, …
 * @param {object} [options.events] the kit's events of invitations
 * @param {(text: string) => void} [options.say] what happened, for people
 */
export async function start({ appId, server, userId, userName, tokens, config, events, say = () => {} }) {
  let room;

  // Called 30 s before the token expires, in case our own timer has slept. The new token arrives through onToken.
  const onTokenWillExpire = () => {
    tokens.renew().catch((error) => say(error.message));
  };

  // 1. The kit joins every room with the token that init was given, however old. Hand it the newest.
  const joinRoom = ZegoUIKit.joinRoom;
  ZegoUIKit.joinRoom = (roomId, first, user, roomConfig) => {
    room = roomId;
    return joinRoom.call(ZegoUIKit, roomId, tokens.current ?? first, user, roomConfig);
  };
  // 2. Only the handler in `config` is called, and only with invitations: without them the kit throws a TypeError instead, so
  // the timer of `tokens` is what renews. The listener is for versions that do as documented; both may call.
  ZegoUIKitPrebuiltCall.addUIKitListener(LISTENER, { onTokenWillExpire });
  let forget = () => {};
  const end = () => {
    forget();
    ZegoUIKit.joinRoom = joinRoom;
    ZegoUIKitPrebuiltCall.removeUIKitListener(LISTENER);
  };

  let token;
  try {
    token = await tokens.get();
    await ZegoUIKitPrebuiltCall.init(appId, server, userId, userName, token, { ...config, onTokenWillExpire }, events);
  } catch (error) {
    end();
    // 3. The kit keeps a ZIM that could not log in, and then refuses every further init of this user.
    ZegoUIKit.unInit();
    throw error || new Error("the kit did not start: its log has the reason");
  }
  // Renews ZIM and, in a room, Express. What ZIM answers, the kit does not pass on.
  const renew = (newer) => {
    ZegoUIKitPrebuiltCall.renewToken(newer, room);
    say("the token was renewed");
  };
  forget = tokens.onToken(renew);
  if (tokens.current !== token) renew(tokens.current);
  return () => {
    end();
    ZegoUIKitPrebuiltCall.unInit();
  };
}
