// The class that issues tokens.

import type { Handle } from "./backend/functions";
import { closable } from "./closable";
import { native } from "./native";
import { optionsOf } from "./options";
import { refusePage } from "./page";
import type { RoomPrivilegeOptions } from "./privilege";

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

/** How an {@link Issuer} issues tokens. */
export interface IssuerOptions {
  /** How tokens are encrypted. The default is `"cbc"`. */
  mode?: Mode | undefined;
  /** The product whose limits apply. By default, only what would make a broken token is refused. */
  profile?: Profile | null | undefined;
  /**
   * Whether to issue tokens in a page, where `document` exists. It is refused by default: a ServerSecret in a page is
   * known to everyone who opens the page. `true` is for tools whose user enters the secret; a warning is then printed
   * once.
   */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** How long a token is valid: whole seconds, or text such as `"90s"`, `"10m"`, `"12h"` or `"3d"`. */
export type Ttl = number | string;

/** Further options of {@link Issuer.issue}, {@link Issuer.issueRoom} and {@link Issuer.issueMany}. */
export interface IssueOptions {
  /** The time of issue, in whole unix seconds, for tests. The default is the current time. */
  now?: number | undefined;
}

/** Further options of {@link Issuer.kitToken}. */
export interface KitTokenOptions extends IssueOptions {
  /** The name that others see. The default is the user id. */
  userName?: string | undefined;
  /** The payload of the token. The default is empty. */
  payload?: string | null | undefined;
}

/** A room and what a token allows in it: a `RoomPrivilege`, or a plain object. */
export interface Room extends RoomPrivilegeOptions {
  /** The only room that the token allows. */
  roomId: string;
}

const OPTIONS = ["mode", "profile", "dangerouslyAllowBrowser"] as const;
const NOW = ["now"] as const;
const RIGHTS = ["login", "publish", "streams"] as const;
const ROOM = ["roomId", ...RIGHTS] as const;
const RIGHTS_NOW = [...RIGHTS, ...NOW] as const;

/**
 * Issues tokens for one app. It holds the expanded key: create one and reuse it.
 *
 * @example
 * const issuer = new Issuer(1234567890, process.env.ZEGO_SERVER_SECRET ?? "");
 * const token = issuer.issue("user1", "1h");
 */
export class Issuer {
  readonly #handle: Handle;
  readonly #appId: number;
  readonly #mode: Mode;
  readonly #profile: Profile | null;

  /**
   * @param appId - the app's AppID, a whole number from 1 to 4294967295
   * @param secret - the app's ServerSecret, 32 bytes of text
   * @throws {@link Token04Error} with code 1 for `appId`, 5 for `secret` (901 if it is missing), 901 for the options
   */
  constructor(appId: number, secret: string, options?: IssuerOptions | null) {
    const { mode, profile, dangerouslyAllowBrowser = false } = optionsOf(options, OPTIONS);
    refusePage(dangerouslyAllowBrowser);
    this.#handle = native.newIssuer(appId, secret, mode, profile);
    this.#appId = appId;
    this.#mode = mode ?? "cbc";
    this.#profile = profile ?? null;
  }

  /** The app that tokens are issued for. */
  get appId(): number {
    return this.#appId;
  }

  /** How tokens are encrypted. */
  get mode(): Mode {
    return this.#mode;
  }

  /** The product whose limits apply, if any. */
  get profile(): Profile | null {
    return this.#profile;
  }

  /**
   * Issues an identity token, or a token with a payload. For a privilege token, prefer {@link issueRoom}, which writes
   * the payload.
   *
   * @param userId - the user who will log in with the token
   * @param ttl - how long the token is valid from now on
   * @param payload - JSON text. The default is empty.
   * @throws {@link Token04Error} with code 3 for `userId` (901 if it is missing), 6 for `ttl`, 104 for `payload`, 101 if
   * they are too long, 901 for the options
   */
  issue(userId: string, ttl: Ttl, payload?: string | null, options?: IssueOptions | null): string {
    const { now } = optionsOf(options, NOW);
    return native.issue(this.#handle, userId, ttl, payload, now);
  }

  /**
   * Issues a privilege token, which allows one room.
   *
   * @param userId - the user who will log in with the token
   * @param ttl - how long the token is valid from now on
   * @throws {@link Token04Error} as {@link issue}, and with code 102 for the room or a stream
   *
   * @example
   * const token = issuer.issueRoom("user1", "1h", "room1", { publish: true });
   */
  issueRoom(userId: string, ttl: Ttl, roomId: string, options?: (RoomPrivilegeOptions & IssueOptions) | null): string;
  /**
   * Issues a privilege token for a room that was described before.
   *
   * @example
   * const privilege = new RoomPrivilege("room1", { publish: true });
   * const token = issuer.issueRoom("user1", "1h", privilege);
   */
  issueRoom(userId: string, ttl: Ttl, room: Room, options?: IssueOptions | null): string;
  issueRoom(userId: string, ttl: Ttl, room: string | Room, options?: (RoomPrivilegeOptions & IssueOptions) | null): string {
    if (typeof room === "object" && room !== null) {
      const { roomId, login, publish, streams } = optionsOf(room, ROOM);
      const { now } = optionsOf<IssueOptions>(options, NOW);
      return native.issueRoom(this.#handle, userId, ttl, roomId!, login, publish, streams, now);
    }
    const { login, publish, streams, now } = optionsOf(options, RIGHTS_NOW);
    return native.issueRoom(this.#handle, userId, ttl, room, login, publish, streams, now);
  }

  /**
   * Issues a token for each user, in their order, all with the same expiry and payload. It is faster than single calls.
   *
   * @param userIds - the users who will log in with the tokens
   * @param ttl - how long the tokens are valid from now on
   * @param payload - JSON text, such as {@link RoomPrivilege.payload} returns. The default is empty.
   * @throws {@link Token04Error} as {@link issue}. No token is issued then. If it is about a user, `index` is the first
   * such user's.
   *
   * @example
   * const [first, second] = issuer.issueMany(["user1", "user2"], "1h");
   */
  issueMany(userIds: readonly string[], ttl: Ttl, payload?: string | null, options?: IssueOptions | null): string[] {
    const { now } = optionsOf(options, NOW);
    return native.issueMany(this.#handle, userIds, ttl, payload, now);
  }

  /**
   * Issues a kit token, which UIKit for the web takes. The limits of the profile `"kit"` apply.
   *
   * @param userId - the user who will log in with the token
   * @param ttl - how long the token is valid from now on: 30 seconds to 24 days
   * @param roomId - the room to join
   * @throws {@link Token04Error} as {@link issue}, and with code 102 for `roomId`
   */
  kitToken(userId: string, ttl: Ttl, roomId: string, options?: KitTokenOptions | null): string {
    const { userName, payload, now } = optionsOf(options, ["userName", "payload", "now"]);
    return native.kitToken(this.#handle, userId, ttl, roomId, userName, payload, now);
  }

  /** Wipes and frees the key now, before the issuer is garbage-collected. After that, only `close` can be called. */
  close(): void {
    native.closeIssuer(this.#handle);
  }

  /** Closes the issuer at the end of a `using` declaration's block. */
  declare [Symbol.dispose]: () => void;
}
closable(Issuer.prototype, ({ appId, mode, profile }) => ({ appId, mode, profile }));
