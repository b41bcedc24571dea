// What an error code of ZEGO's means for a token.

import type { Language } from "./diagnose";
import type { FindingId } from "./findings";
import { native } from "./native_diagnosing";

/** What an error code means, and how to find its cause. */
export interface Explanation {
  /** The code. */
  code: number;
  /** Whether the code is known. */
  known: boolean;
  /** The product that shows it; empty if the code is unknown. */
  product: string;
  /** What it means. */
  meaning: string;
  /** The findings of a diagnosis that can cause it, the most frequent first. */
  causes: FindingId[];
  /** What to check, in this order. */
  checks: string[];
  /** How to go on. */
  next: string;
  /** What ZEGO's documents do not say about the code, if it matters. */
  undocumented?: string;
  /** For an unknown code: the known codes that look like it, the most similar first. */
  near: number[];
}

/**
 * Explains an error code that a ZEGO SDK or the Server API reported.
 *
 * @param lang - the language of the texts. The default is `"en"`.
 * @throws {@link Token04Error} with code 901 if the code is not an integer, or for the language
 *
 * @example
 * explain(50119).causes[0]; // "jwt"
 */
export function explain(code: number, lang?: Language): Explanation {
  return native().explain(code, lang);
}
