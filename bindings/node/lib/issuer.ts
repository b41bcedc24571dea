// The class that makes tokens.

import type { Handle } from "./addon";
import { native } from "./native";
import { optionsOf } from "./options";
import { handleOf, type RoomPrivilege } from "./privilege";

// begin modes (written by scripts/vocabulary.py)
/**
 * How the body of a token is encrypted.
 *
 * * `"cbc"`: AES-256-CBC, which every official decoder accepts. It cannot prove that nobody changed the token.
 * * `"gcm"`: AES-256-GCM, which detects any change. Use it for at most 2^32 tokens per secret.
 */
export type Mode = "cbc" | "gcm";
// end modes

// begin profiles (written by scripts/vocabulary.py)
/**
 * The product that tokens are for: what it would refuse becomes an error when issuing.
 *
 * * `"rtc"`: Express, voice and video rooms: user id 1 to 64 bytes, room id 1 to 128 bytes, payload JSON or empty.
 * * `"zim"`: In-app Chat: user id 1 to 32 bytes, ttl 30 seconds to 24 days, no payload.
 * * `"kit"`: UIKit for the web: as rtc, with the ttl of zim, which it uses for its invitations.
 * * `"call"`: UIKit's call kits for mini-programs and apps, which use one plain token for Express and In-app Chat: the
 * limits of rtc and of zim, payload JSON or empty.
 */
export type Profile = "rtc" | "zim" | "kit" | "call";
// end profiles

/** How an {@link Issuer} makes tokens. */
export interface IssuerOptions {
  /** How tokens are encrypted; `"cbc"` unless told. */
  mode?: Mode | undefined;
  /** The product whose limits hold; none unless told, and then only what would make a broken token is refused. */
  profile?: Profile | null | undefined;
}

/** What else {@link Issuer.kitToken} takes. */
export interface KitTokenOptions {
  /** The name that others see; the user id unless told. */
  userName?: string | undefined;
  /** The payload of the token; empty unless told. */
  payload?: string | null | undefined;
}

/**
 * Makes tokens for one app. It keeps the expanded key: make one and keep it.
 *
 * @example
 * const issuer = new Issuer(1234567890, process.env.ZEGO_SERVER_SECRET);
 * const token = issuer.issue("user1", 3600);
 */
export class Issuer {
  readonly #handle: Handle;
  readonly #appId: number;

  /**
   * @param appId - the app's AppID, a whole number from 1 to 4294967295
   * @param secret - the app's ServerSecret, 32 bytes of text
   * @throws {@link Token04Error} with code 1 for `appId`, 5 for `secret` (901 where it is missing), 901 for the
   * options
   */
  constructor(appId: number, secret: string, options?: IssuerOptions | null) {
    const { mode, profile } = optionsOf(options, ["mode", "profile"]);
    this.#handle = native.newIssuer(appId, secret, mode, profile);
    this.#appId = appId;
  }

  /** The app that tokens are made for. */
  get appId(): number {
    return this.#appId;
  }

  /**
   * Makes an identity token, or one with a payload; the payload of a privilege token is best written by
   * {@link issueRoom}.
   *
   * @param userId - the user who will log in with the token
   * @param ttl - how long the token is good from now on, in whole seconds
   * @param payload - JSON text; empty unless told
   * @throws {@link Token04Error} with code 3 for `userId` (901 where it is missing), 6 for `ttl`, 104 for
   * `payload`, 101 where they are too long
   */
  issue(userId: string, ttl: number, payload?: string | null): string {
    return native.issue(this.#handle, userId, ttl, payload);
  }

  /**
   * Makes a privilege token, which is good for one room.
   *
   * @param userId - the user who will log in with the token
   * @param ttl - how long the token is good from now on, in whole seconds
   * @throws {@link Token04Error} as {@link issue}, and with code 102 for the room or a stream
   *
   * @example
   * const token = issuer.issueRoom("user1", 3600, new RoomPrivilege("room1", { publish: true }));
   */
  issueRoom(userId: string, ttl: number, privilege: RoomPrivilege): string {
    return native.issueRoom(this.#handle, userId, ttl, handleOf(privilege));
  }

  /**
   * Makes a kit token, which UIKit for the web takes. The limits of the profile `"kit"` hold.
   *
   * @param userId - the user who will log in with the token
   * @param ttl - how long the token is good from now on, in whole seconds: 30 seconds to 24 days
   * @param roomId - the room to join
   * @throws {@link Token04Error} as {@link issue}, and with code 102 for `roomId`
   */
  kitToken(userId: string, ttl: number, roomId: string, options?: KitTokenOptions | null): string {
    const { userName, payload } = optionsOf(options, ["userName", "payload"]);
    return native.kitToken(this.#handle, userId, ttl, roomId, userName, payload);
  }

  /** Wipes the key now, not when the issuer is collected. Any later use is an error, but for `close`. */
  close(): void {
    native.closeIssuer(this.#handle);
  }
}
