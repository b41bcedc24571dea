// The error that everything here throws, and its codes.

/** Why a call failed, as the number in {@link Token04Error.code}. The numbers never change and are never reused. */
export const ErrorCode = {
  // begin error codes (written by scripts/vocabulary.py)
  /** The app id is not 1 to 4294967295. */
  InvalidAppId: 1,
  /** The user id is empty, not Unicode text, or outside the profile. */
  InvalidUserId: 3,
  /** The secret is not 32 bytes of UTF-8 text. */
  InvalidSecret: 5,
  /** The ttl is not a whole number of seconds, is less than 1 or outside the profile, or the expiry does not fit. */
  InvalidTtl: 6,
  /** The body of the token would be longer than 65519 bytes. */
  TooLong: 101,
  /** A room id or a stream id is missing, not Unicode text, or outside the limits. */
  InvalidRoom: 102,
  /** The operating system provided no random bytes. */
  RandomUnavailable: 103,
  /** The payload is not Unicode text, or outside the profile. */
  InvalidPayload: 104,
  /** The text is not a Token04. */
  Malformed: 201,
  /**
   * The token cannot be opened: wrong secret, damaged, or no Token04 body inside; one error for all of these, so that
   * it tells an attacker nothing.
   */
  Undecipherable: 202,
  /** The token has expired. */
  Expired: 204,
  /** The token was made for another app id. */
  WrongAppId: 205,
  /** The token was made for another user id. */
  WrongUserId: 206,
  /** The envelope and the body have different expiry times. */
  ExpireMismatch: 207,
  /** The token does not permit the expected room, stream or right. */
  NotPermitted: 208,
  /** An argument is invalid: a null, a value of the wrong type, an unknown option, or a closed object. */
  InvalidArgument: 901,
  /** The caller's buffer is too small for the result; only in C. */
  BufferTooSmall: 902,
  /** A defect of this library, caught at its boundary; the library can still be used. Please report it. */
  Internal: 903,
  // end error codes
} as const;

/** The number of an error: one of the numbers in {@link ErrorCode}. */
export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];

/**
 * Thrown for every failure. The message names the argument, what was wrong and what is expected; it never contains a
 * secret.
 *
 * @example
 * try {
 *   verifier.verify(token);
 * } catch (error) {
 *   if (error instanceof Token04Error && error.code === ErrorCode.Expired) {
 *     // ask for a new token
 *   }
 * }
 */
export class Token04Error extends Error {
  /** The reason as a number. */
  readonly code: ErrorCode;
  /** The same as `code`, under the name in ZEGO's own code. */
  readonly errorCode: ErrorCode;
  /** The same as `message`, under the name in ZEGO's own code. */
  readonly errorMessage: string;
  /** With {@link Issuer.issueMany}: the index of the first user for whom no token can be issued. */
  declare readonly index?: number;

  constructor(code: ErrorCode, message: string, index?: number) {
    super(message);
    this.code = code;
    this.errorCode = code;
    this.errorMessage = message;
    if (index !== undefined) this.index = index;
  }
}
// On the prototype and not enumerable, as in JavaScript's own errors.
Object.defineProperty(Token04Error.prototype, "name", { value: "Token04Error", configurable: true, writable: true });
