// The function of ZEGO's own zegoServerAssistant, for code that moves over: same name, arguments and errors.

import { native } from "./native";
import { refusePage } from "./page";

/**
 * Issues a token in one call, as ZEGO's own function of this name does. Code that issues many tokens should reuse an
 * `Issuer`, which expands the key once.
 *
 * @param appId - the app's AppID
 * @param userId - the user who will log in with the token
 * @param secret - the app's ServerSecret, 32 bytes of text
 * @param effectiveTimeInSeconds - how long the token is valid from now on, in whole seconds
 * @param payload - JSON text. The default is empty.
 * @returns the token
 * @throws an `Error` with `errorCode` and `errorMessage`: 1 `appID invalid`, 3 `userId invalid`, 5 `secret must be a
 * 32 byte string`, 6 `effectiveTimeInSeconds invalid`; and, unlike ZEGO's, 104 for a payload that is not a string, 101
 * if the token would be too long
 */
export function generateToken04(
  appId: number,
  userId: string,
  secret: string,
  effectiveTimeInSeconds: number,
  payload?: string | null,
): string {
  refusePage(false);
  return native.generateToken04(appId, userId, secret, effectiveTimeInSeconds, payload);
}
