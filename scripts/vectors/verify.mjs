// Verification in the second implementation: which code a token gets, and which one first.

import { open, readEnvelope, Refusal, UNDECIPHERABLE } from "./format.mjs";
import { permits } from "./privilege.mjs";

/** The code of a case: 0, or the first that applies in the order 201, 202, 205, 207, 204, 206, 208. */
export function verify({ token, app_id, secret, previous_secret, now, leeway = 0, login = {} }) {
  try {
    const envelope = readEnvelope(token);
    const claims = openWithEither(envelope, secret, previous_secret);
    if (claims.app_id !== app_id) return 205;
    if (claims.expire !== envelope.expire) return 207;
    if (BigInt(now) >= claims.expire + BigInt(leeway)) return 204;
    if (login.user_id !== undefined && claims.user_id !== login.user_id) return 206;
    return permits(claims.payload, login) ? 0 : 208;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function openWithEither(envelope, secret, previousSecret) {
  try {
    return open(envelope, secret);
  } catch (error) {
    if (error.code !== UNDECIPHERABLE || previousSecret === undefined) throw error;
    return open(envelope, previousSecret);
  }
}
