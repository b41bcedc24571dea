// Kit tokens, which UIKit for the web takes: a token, `#`, and the room and the user in base64.

import { native } from "./native";
import { optionsOf } from "./options";

/** The part of a kit token behind the `#`. */
export interface KitUser {
  /** The app; the same as in the token. */
  appId: number;
  /** The user; the same as in the token. */
  userId: string;
  /** The room to join. */
  roomId: string;
  /** The name that others see. The default is the user id. */
  userName?: string | undefined;
}

/** Converts tokens to kit tokens and back. {@link Issuer.kitToken} issues a kit token in one step. */
export const kit = {
  /**
   * Appends room and user to a token.
   *
   * @returns the kit token
   * @throws {@link Token04Error} with code 201 if the token is not a Token04, or already a kit token; 1, 3 or 102 for
   * what the kit would refuse
   */
  encode(token: string, user: KitUser): string {
    const { appId, userId, roomId, userName } = optionsOf(user, ["appId", "userId", "roomId", "userName"]);
    return native.kitEncode(token, appId!, userId!, roomId!, userName);
  },

  /**
   * Splits a kit token into the token and the part behind the `#`.
   *
   * @throws {@link Token04Error} with code 201 if either part does not have the kit's form
   */
  decode(kitToken: string): { token: string; user: Required<KitUser> } {
    return native.kitDecode(kitToken);
  },
};
