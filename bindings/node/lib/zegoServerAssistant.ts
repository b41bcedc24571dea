// The function of ZEGO's own zegoServerAssistant, for code that moves over: same name, arguments and errors.

import { native } from "./native";

/**
 * Makes a token in one call, as ZEGO's own function of this name does. Code that makes more than one token keeps an
 * `Issuer`, which expands the key once.
 *
 * @param appId - the app's AppID
 * @param userId - the user who will log in with the token
 * @param secret - the app's ServerSecret, 32 bytes of text
 * @param effectiveTimeInSeconds - how long the token is good from now on, in whole seconds
 * @param payload - JSON text; empty unless told
 * @returns the token
 * @throws an `Error` with `errorCode` and `errorMessage`: 1 `appID invalid`, 3 `userId invalid`, 5 `secret must be a
 * 32 byte string`, 6 `effectiveTimeInSeconds invalid`; and, unlike ZEGO's, 104 for a payload that is no string, 101
 * where the token would be too long
 */
export function generateToken04(
  appId: number,
  userId: string,
  secret: string,
  effectiveTimeInSeconds: number,
  payload?: string | null,
): string {
  return native.generateToken04(appId, userId, secret, effectiveTimeInSeconds, payload);
}
