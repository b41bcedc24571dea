// All cases of diagnose.json, in the order of what a diagnosis looks at.

import { claimCases } from "./claim-cases.mjs";
import { envelopeCases } from "./envelope-cases.mjs";
import { IDS } from "./findings.mjs";
import { kitTokenCases } from "./kit-token-cases.mjs";
import { pairCases } from "./pair-cases.mjs";
import { ruleCases } from "./rule-cases.mjs";
import { textCases } from "./text-cases.mjs";

export function diagnoseCases() {
  const cases = [...textCases(), ...kitTokenCases(), ...envelopeCases(), ...claimCases(), ...ruleCases(), ...pairCases()];
  const told = new Set(cases.map(({ findings }) => findings[0]?.id));
  const untold = IDS.filter((id) => !told.has(id));
  if (untold.length > 0) throw new Error(`no case has these as its first finding: ${untold.join(", ")}`);
  return cases;
}
