// What can be read of a token without the secret.

import type { Mode } from "./issuer";
import { native } from "./native";
import { optionsOf } from "./options";

/**
 * What a token shows to everybody. Nothing of it is proven: only a {@link Verifier} can tell whether the token is
 * genuine.
 */
export interface Header {
  /** The version of the format, always `"04"`. */
  version: string;
  /** How the body is encrypted. */
  mode: Mode;
  /** When the token ends, in unix seconds; a bigint where no number is exact, as in {@link Claims}. */
  expiresAt: number | bigint;
  /** Whether it has ended. */
  expired: boolean;
  /** The length of the initialisation vector, in bytes. */
  ivBytes: number;
  /** The length of the ciphertext, in bytes. */
  ciphertextBytes: number;
}

/** What else {@link inspect} takes. */
export interface InspectOptions {
  /** The time to compare with, in whole unix seconds; the clock's unless told. */
  now?: number | undefined;
}

/**
 * Reads what needs no secret. Takes a kit token too, and looks at the part before `#`.
 *
 * @throws {@link Token04Error} with code 201 where the text is no Token04, 901 where it is no string
 *
 * @example
 * inspect(token).mode; // "cbc"
 */
export function inspect(token: string, options?: InspectOptions | null): Header {
  const { now } = optionsOf(options, ["now"]);
  return native.inspect(token, now);
}
