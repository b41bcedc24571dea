// The class that opens and checks tokens.

import type { Handle } from "./backend/functions";
import { Claims } from "./claims";
import { closable } from "./closable";
import { native } from "./native";
import { optionsOf } from "./options";

/** How a {@link Verifier} checks tokens. */
export interface VerifierOptions {
  /** The secret in use before, while it is being replaced: its tokens are accepted too. */
  previousSecret?: string | undefined;
  /**
   * How long after its expiry a token is still accepted, to allow for clock differences: whole seconds, or text such as
   * `"30s"`. The default is 0.
   */
  leeway?: number | string | undefined;
}

/** What a login expects of a valid token. What is `undefined` is not expected. */
export interface Expectations {
  /** The token is for this user. */
  userId?: string | undefined;
  /** The token allows logging in to this room. An identity token allows every room. */
  roomId?: string | undefined;
  /** The token allows this stream. An identity token allows every stream. */
  streamId?: string | undefined;
  /** If `true`, the token must allow publishing. An identity token does. */
  publish?: boolean | undefined;
  /**
   * If `true`, an identity token is refused. Without this, it satisfies any room, stream and right, because the format
   * means it so: a room that is guarded by privilege tokens needs this.
   */
  requirePrivilege?: boolean | undefined;
  /** The time to check against, in whole unix seconds. The default is the current time. */
  now?: number | undefined;
}

const EXPECTATIONS = ["userId", "roomId", "streamId", "publish", "requirePrivilege", "now"] as const;

/**
 * Opens and checks the tokens of one app, in either mode. It holds the expanded keys: create one and reuse it.
 *
 * CBC tokens are not authenticated. A token that opens and passes the checks was very likely issued with the secret,
 * but single bytes may have been changed without detection. Rely on the claims of a CBC token only if it
 * came straight from you.
 *
 * @example
 * const verifier = new Verifier(1234567890, process.env.ZEGO_SERVER_SECRET ?? "");
 * const claims = verifier.verify(token, { userId: "user1", roomId: "room1", requirePrivilege: true });
 */
export class Verifier {
  readonly #handle: Handle;
  readonly #appId: number;

  /**
   * @param appId - the app's AppID, a whole number from 1 to 4294967295
   * @param secret - the app's ServerSecret, 32 bytes of text
   * @throws {@link Token04Error} with code 1 for `appId`, 5 for a secret (901 if it is missing), 901 for the options
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
   * Opens a token, and checks that it belongs to this app, is not expired, and meets the expectations. An identity token
   * meets every expectation of room, stream and right, unless `requirePrivilege` is `true`. Also accepts a kit token and
   * reads the part before the `#`.
   *
   * @returns what the token says
   * @throws {@link Token04Error} with the first code that applies: 201 it is not a Token04, 202 it does not open, 205 it
   * is for another app, 207 it has two different expiry times, 204 it is expired, 206 it is for another user, 208 it does
   * not permit what is expected; 901 if an argument is invalid
   */
  verify(token: string, expectations?: Expectations | null): Claims {
    const { userId, roomId, streamId, publish, requirePrivilege, now } = optionsOf(expectations, EXPECTATIONS);
    return native.verify(
      this.#handle, token, userId, roomId, streamId, publish, requirePrivilege, now, Claims.of,
    );
  }

  /** Wipes and frees the keys now, before the verifier is garbage-collected. After that, only `close` can be called. */
  close(): void {
    native.closeVerifier(this.#handle);
  }

  /** Closes the verifier at the end of a `using` declaration's block. */
  declare [Symbol.dispose]: () => void;
}
closable(Verifier.prototype, ({ appId }) => ({ appId }));
