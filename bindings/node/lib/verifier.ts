// The class that opens and checks tokens.

import type { Handle } from "./addon";
import { Claims } from "./claims";
import { native } from "./native";
import { optionsOf } from "./options";

/** How a {@link Verifier} checks tokens. */
export interface VerifierOptions {
  /** The secret in use before, while it is being replaced: its tokens are good too. */
  previousSecret?: string | undefined;
  /** How many whole seconds longer than its expiry a token is good, for clocks that differ; 0 unless told. */
  leeway?: number | undefined;
}

/** What a verification expects beyond a good token. What is `undefined` is not expected. */
export interface Expectations {
  /** The token is for this user. */
  userId?: string | undefined;
  /** The token allows logging in to this room. An identity token allows any. */
  roomId?: string | undefined;
  /** The token is good for this stream. An identity token is good for any. */
  streamId?: string | undefined;
  /** With `true`, the token allows publishing. An identity token does. */
  publish?: boolean | undefined;
  /** The time to check against, in whole unix seconds; the clock's unless told. */
  now?: number | undefined;
}

const EXPECTATIONS = ["userId", "roomId", "streamId", "publish", "now"] as const;

/**
 * Opens tokens of one app, of either mode, and checks them. It keeps the expanded keys: make one and keep it.
 *
 * A CBC token has no authentication: what opens and checks well was most likely made with the secret, but whoever
 * changed single bytes of it may go unnoticed. Rely on the claims of GCM tokens only.
 *
 * @example
 * const verifier = new Verifier(1234567890, process.env.ZEGO_SERVER_SECRET);
 * const claims = verifier.verify(token, { userId: "user1" });
 */
export class Verifier {
  readonly #handle: Handle;
  readonly #appId: number;

  /**
   * @param appId - the app's AppID, a whole number from 1 to 4294967295
   * @param secret - the app's ServerSecret, 32 bytes of text
   * @throws {@link Token04Error} with code 1 for `appId`, 5 for a secret (901 where it is missing), 901 for the
   * options
   */
  constructor(appId: number, secret: string, options?: VerifierOptions | null) {
    const { previousSecret, leeway } = optionsOf(options, ["previousSecret", "leeway"]);
    this.#handle = native.newVerifier(appId, secret, previousSecret, leeway);
    this.#appId = appId;
  }

  /** The app whose tokens are checked. */
  get appId(): number {
    return this.#appId;
  }

  /**
   * Opens a token, checks that it is this app's and not expired, and what else is expected. Takes a kit token too,
   * and looks at the part before `#`.
   *
   * @returns what the token says
   * @throws {@link Token04Error} with the first code that applies: 201 it is no Token04, 202 it does not open, 205
   * it is for another app, 207 it names two expiries, 204 it expired, 206 it is for another user, 208 it does not
   * permit what is expected; 901 where an argument is invalid
   */
  verify(token: string, expectations?: Expectations | null): Claims {
    const { userId, roomId, streamId, publish, now } = optionsOf(expectations, EXPECTATIONS);
    return native.verify(this.#handle, token, userId, roomId, streamId, publish, now, Claims.of);
  }

  /** Wipes the keys now, not when the verifier is collected. Any later use is an error, but for `close`. */
  close(): void {
    native.closeVerifier(this.#handle);
  }
}
