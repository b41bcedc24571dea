// In-app chat: logs in with a token, and hands each new one to the SDK. A token for chat is an identity token.
import { ZIM } from "zego-zim-web";

/** Logs in, and gives a function that logs out. */
export async function login({ appId, userId, tokens, say }) {
  const zim = ZIM.create({ appID: appId });
  zim.on("error", (_zim, error) => say(`${error.code} ${error.message}`));
  // 30 s before the token expires, in case our own timer has slept. The new token arrives through onToken.
  zim.on("tokenWillExpire", (_zim, { second }) => {
    say(`the token expires in ${second} s`);
    tokens.renew().catch((error) => say(error.message));
  });
  await zim.login(userId, { userName: userId, token: await tokens.get() });
  const forget = tokens.onToken(async (token) => {
    try {
      await zim.renewToken(token);
      say("the token was renewed");
    } catch (error) {
      say(`${error.code} ${error.message}`);
    }
  });
  return () => {
    forget();
    zim.logout();
    zim.destroy();
  };
}
