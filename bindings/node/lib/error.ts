// The one error that everything here throws, and its codes.

/** Why a call failed, as the number in {@link Token04Error.code}. The numbers never change and are never reused. */
export enum ErrorCode {
  /** The app id is not a whole number from 1 to 4294967295. */
  InvalidAppId = 1,
  /** The user id is empty, holds half of a surrogate pair, or is outside the profile. */
  InvalidUserId = 3,
  /** The secret is not 32 bytes as UTF-8. */
  InvalidSecret = 5,
  /** The time to live is not a whole number of seconds, not positive, outside the profile, or too long. */
  InvalidTtl = 6,
  /** User id and payload together are longer than a token can hold. */
  TooLong = 101,
  /** A room id or a stream id is missing, no string, or outside the profile. */
  InvalidRoom = 102,
  /** The operating system gave no random bytes. */
  RandomUnavailable = 103,
  /** The payload is no string, holds half of a surrogate pair, or is outside the profile. */
  InvalidPayload = 104,
  /** The text is not a Token04. */
  Malformed = 201,
  /** The token does not open: wrong secret, damaged, or no Token04 inside. One code for all of these. */
  Undecipherable = 202,
  /** The token's validity has ended. */
  Expired = 204,
  /** The token was made for another app id. */
  WrongAppId = 205,
  /** The token was made for another user id. */
  WrongUserId = 206,
  /** The token names two different times of expiry. */
  ExpireMismatch = 207,
  /** The token does not permit the room, the stream or the right that is expected. */
  NotPermitted = 208,
  /** An argument is of no use: text that is no string, an unknown option, a closed issuer. */
  InvalidArgument = 901,
  /** Not met in JavaScript, where no caller hands in a buffer. */
  BufferTooSmall = 902,
  /** A defect of this library: please report it. */
  Internal = 903,
}

/**
 * Thrown for every failure. The message says which argument, what was wrong and what would be right; it never
 * holds a secret.
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
  /** The same as `code`, under the name that ZEGO's own code has for it. */
  readonly errorCode: ErrorCode;
  /** The same as `message`, under the name that ZEGO's own code has for it. */
  readonly errorMessage: string;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
    this.errorCode = code;
    this.errorMessage = message;
  }
}
// As with JavaScript's own errors: on the prototype, and not listed among the fields.
Object.defineProperty(Token04Error.prototype, "name", { value: "Token04Error", configurable: true, writable: true });
