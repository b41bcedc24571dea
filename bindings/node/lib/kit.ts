// Kit tokens, which UIKit for the web takes: a token, `#`, and the room and the user in base64.

import { native } from "./native";
import { optionsOf } from "./options";

/** What stands behind the `#` of a kit token. */
export interface KitUser {
  /** The app; the same as in the token. */
  appId: number;
  /** The user; the same as in the token. */
  userId: string;
  /** The room to join. */
  roomId: string;
  /** The name that others see; the user id unless told. */
  userName?: string | undefined;
}

/** Kit tokens from tokens and back. {@link Issuer.kitToken} makes one at once. */
export namespace kit {
  /**
   * Puts room and user behind a token.
   *
   * @returns the kit token
   * @throws {@link Token04Error} with code 201 where the token is none, or a kit token already; 1, 3 or 102 for what
   * the kit would refuse
   */
  export function encode(token: string, user: KitUser): string {
    const { appId, userId, roomId, userName } = optionsOf(user, ["appId", "userId", "roomId", "userName"]);
    return native.kitEncode(token, appId!, userId!, roomId!, userName);
  }

  /**
   * Splits a kit token into the token and what stands behind it.
   *
   * @throws {@link Token04Error} with code 201 where either part is not as the kit reads it
   */
  export function decode(kitToken: string): { token: string; user: Required<KitUser> } {
    return native.kitDecode(kitToken);
  }
}
