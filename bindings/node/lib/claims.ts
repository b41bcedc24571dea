// What a verified token says.

import { native } from "./native";
import { dateOf, jsonOf } from "./times";

/** What a token allows, according to its payload. */
export interface Privilege {
  /** The only room that the token allows; empty means any. */
  roomId: string;
  /** Whether logging in is allowed; `null` if the token does not say, which denies it. */
  login: boolean | null;
  /** Whether publishing is allowed; `null` if the token does not say, which denies it. */
  publish: boolean | null;
  /** The ids of the only streams that the token allows; `null` and an empty list mean any. */
  streams: string[] | null;
}

/** The 64-bit integers of a token, exactly. */
export interface ExactClaims {
  /** See {@link Claims.nonce}. */
  nonce: bigint;
  /** See {@link Claims.ctime}. */
  ctime: bigint;
  /** See {@link Claims.expire}. */
  expire: bigint;
}

/** {@link Claims} as JSON, as the program `token04` prints them. */
export interface ClaimsJson {
  app_id: number;
  user_id: string;
  nonce: number;
  ctime: number;
  expire: number;
  payload: string;
  /** Only if the payload has the privilege form. */
  privilege?: { room_id: string; login: boolean | null; publish: boolean | null; streams: string[] | null };
}

/** The integers that no number holds exactly, of the rare claims that have such. */
const inexact = new WeakMap<Claims, readonly (number | bigint)[]>();

/**
 * What a token says: every field of its body. {@link Verifier.verify} returns them.
 *
 * The format has 64-bit integers. A number holds those up to 2^53 exactly, which all ordinary times and nonces are;
 * a larger one is rounded, and {@link exact} has all of its digits.
 */
export class Claims {
  /** The app that the token is for. */
  readonly appId: number;
  /** The user that the token is for. */
  readonly userId: string;
  /** A random number that distinguishes tokens issued in the same second. */
  readonly nonce: number;
  /** The time of issue, in unix seconds. */
  readonly ctime: number;
  /** The expiry time, in unix seconds. */
  readonly expire: number;
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
    this.nonce = Number(nonce);
    this.ctime = Number(ctime);
    this.expire = Number(expire);
    this.payload = payload;
    if (typeof nonce === "bigint" || typeof ctime === "bigint" || typeof expire === "bigint") {
      inexact.set(this, [nonce, ctime, expire]);
    }
  }

  /** The time of issue. */
  get createdAt(): Date {
    return dateOf(this.ctime);
  }

  /** The expiry time. If it is later than a `Date` can hold, the last one possible. */
  get expiresAt(): Date {
    return dateOf(this.expire);
  }

  /** The 64-bit integers as bigints, exact whatever their size. */
  get exact(): ExactClaims {
    const [nonce, ctime, expire] = integersOf(this).map(BigInt) as [bigint, bigint, bigint];
    return { nonce, ctime, expire };
  }

  /** The payload as privileges, parsed at each access; `null` if it is empty or does not have the privilege form. */
  get privilege(): Privilege | null {
    return native.parsePrivilege(this.payload);
  }

  /** What `JSON.stringify` writes: the shape that the program `token04` prints. */
  toJSON(): ClaimsJson {
    const { appId: app_id, userId: user_id, payload, privilege } = this;
    const [nonce, ctime, expire] = integersOf(this).map(jsonOf) as [number, number, number];
    const claims = { app_id, user_id, nonce, ctime, expire, payload };
    if (privilege === null) return claims;
    const { roomId: room_id, login, publish, streams } = privilege;
    return { ...claims, privilege: { room_id, login, publish, streams } };
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

function integersOf(claims: Claims): readonly (number | bigint)[] {
  return inexact.get(claims) ?? [claims.nonce, claims.ctime, claims.expire];
}
