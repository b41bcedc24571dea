// Cases of reject.json: what verification says to damaged, foreign and refused tokens, and the controls it accepts.

import { mustAgree, APP_ID, NOW, SECRET } from "./fixtures.mjs";
import { malformedCases } from "./reject-malformed.mjs";
import { undecipherableCases } from "./reject-undecipherable.mjs";
import { claimCases, rightsCases } from "./reject-claims.mjs";
import { verify } from "./verify.mjs";

export function rejectCases() {
  return [...malformedCases(), ...undecipherableCases(), ...claimCases(), ...rightsCases()].map(({ id, token, code, ...asked }) => {
    const one = { id, token, app_id: APP_ID, secret: SECRET, now: NOW, ...asked };
    mustAgree(id, code, verify(one));
    return { ...one, code };
  });
}
