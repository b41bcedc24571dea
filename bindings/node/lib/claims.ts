// What a verified token says.

import { native } from "./native";

/** What a token allows, as its payload says. */
export interface Privilege {
  /** The only room the token is good for; an empty one means any. */
  roomId: string;
  /** Whether logging in is allowed; `null` where the token does not say, which denies it. */
  login: boolean | null;
  /** Whether publishing is allowed; `null` where the token does not say, which denies it. */
  publish: boolean | null;
  /** The ids of the only streams the token is good for; `null` and an empty list mean any. */
  streams: string[] | null;
}

/**
 * What a token says, every field of its body. {@link Verifier.verify} gives them.
 *
 * The format has 64-bit integers, of which a JavaScript number holds only those up to 2^53 exactly. So `nonce`,
 * `ctime` and `expire` are numbers where that is exact, as it is with all ordinary times, and bigints where it is
 * not: no digit is lost, and code that needs a number says so, `Number(claims.expire)`.
 */
export class Claims {
  /** The app the token was made for. */
  readonly appId: number;
  /** The user the token was made for. */
  readonly userId: string;
  /** A random number that tells tokens of one second apart. */
  readonly nonce: number | bigint;
  /** When the token was made, in unix seconds. */
  readonly ctime: number | bigint;
  /** When the token ends, in unix seconds. */
  readonly expire: number | bigint;
  /** The payload: empty in an identity token, JSON text in a privilege token. */
  readonly payload: string;

  private constructor(
    appId: number,
    userId: string,
    nonce: number | bigint,
    ctime: number | bigint,
    expire: number | bigint,
    payload: string,
  ) {
    this.appId = appId;
    this.userId = userId;
    this.nonce = nonce;
    this.ctime = ctime;
    this.expire = expire;
    this.payload = payload;
  }

  /** The payload as privileges, read anew each time; `null` where it is empty or not of the privilege form. */
  get privilege(): Privilege | null {
    return native.readPrivilege(this.payload);
  }

  /** @internal */
  static of(
    appId: number,
    userId: string,
    nonce: number | bigint,
    ctime: number | bigint,
    expire: number | bigint,
    payload: string,
  ): Claims {
    return new Claims(appId, userId, nonce, ctime, expire, payload);
  }
}
