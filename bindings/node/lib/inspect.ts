// What can be read from a token without the secret.

import type { Mode } from "./issuer";
import { native } from "./native";
import { optionsOf } from "./options";
import { dateOf, jsonOf } from "./times";

/** A {@link Header} as JSON, as the program `token04` prints it. */
export interface HeaderJson {
  version: string;
  mode: Mode;
  expires_at: number;
  expired: boolean;
  iv_bytes: number;
  ciphertext_bytes: number;
}

/** What the addon reads. @internal */
export type HeaderFields = Pick<Header, "version" | "mode" | "expired" | "ivBytes" | "ciphertextBytes"> & {
  expire: number | bigint;
};

/**
 * What anyone can read from a token. None of it is verified: only a {@link Verifier} can check that the token is
 * genuine.
 */
export class Header {
  /** The version of the format, always `"04"`. */
  readonly version: string;
  /** How the body is encrypted. */
  readonly mode: Mode;
  /** The expiry time, in unix seconds. Beyond 2^53 it is rounded, as in {@link Claims}; `exact` is not. */
  readonly expire: number;
  /** Whether the token is expired. */
  readonly expired: boolean;
  /** The length of the initialisation vector, in bytes. */
  readonly ivBytes: number;
  /** The length of the ciphertext, in bytes. */
  readonly ciphertextBytes: number;

  readonly #expire: number | bigint;

  private constructor({ version, mode, expire, expired, ivBytes, ciphertextBytes }: HeaderFields) {
    this.version = version;
    this.mode = mode;
    this.expire = Number(expire);
    this.expired = expired;
    this.ivBytes = ivBytes;
    this.ciphertextBytes = ciphertextBytes;
    this.#expire = expire;
  }

  /** The expiry time. If it is later than a `Date` can hold, the last one possible. */
  get expiresAt(): Date {
    return dateOf(this.expire);
  }

  /** The 64-bit integer as a bigint, exact whatever its size. */
  get exact(): { expire: bigint } {
    return { expire: BigInt(this.#expire) };
  }

  /** What `JSON.stringify` writes: the shape that the program `token04` prints. */
  toJSON(): HeaderJson {
    const { version, mode, expired, ivBytes: iv_bytes, ciphertextBytes: ciphertext_bytes } = this;
    return { version, mode, expires_at: jsonOf(this.#expire), expired, iv_bytes, ciphertext_bytes };
  }

  /** @internal */
  static of(fields: HeaderFields): Header {
    return new Header(fields);
  }
}

/** Further options of {@link inspect}. */
export interface InspectOptions {
  /** The time to compare with, in whole unix seconds. The default is the current time. */
  now?: number | undefined;
}

/**
 * Reads what needs no secret. Also accepts a kit token and reads the part before the `#`.
 *
 * @throws {@link Token04Error} with code 201 if the text is not a Token04, 901 if it is not a string
 *
 * @example
 * inspect(token).mode; // "cbc"
 */
export function inspect(token: string, options?: InspectOptions | null): Header {
  const { now } = optionsOf(options, ["now"]);
  return Header.of(native.inspect(token, now));
}
