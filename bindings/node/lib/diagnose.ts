// Why a token is refused, and how to mend it.

import { Claims } from "./claims";
import type { FindingId } from "./findings";
import type { Profile } from "./issuer";
import { native } from "./native";
import { optionsOf } from "./options";

// begin severities (written by scripts/vocabulary.py)
/**
 * How bad a finding is.
 *
 * * `"error"`: The token will be refused, or must be replaced.
 * * `"warning"`: The token may be refused, or allows less or more than intended.
 * * `"note"`: For information only.
 */
export type Severity = "error" | "warning" | "note";
// end severities

// begin languages (written by scripts/vocabulary.py)
/**
 * The language of a report.
 *
 * * `"en"`: English.
 * * `"zh"`: Simplified Chinese.
 */
export type Language = "en" | "zh";
// end languages

/** One thing that {@link diagnose} found. */
export interface Finding {
  /** What it is, one of {@link FindingId}. */
  id: FindingId;
  /** How bad it is in this case. */
  severity: Severity;
  /** What is wrong, with the values of this case; never with the secret. */
  message: string;
  /** How to mend it. */
  fix: string;
  /** The client error codes that it may show as. Which the service really answers was never observed. */
  clientCodes: number[];
}

/** What is wrong with a token, if anything. */
export interface Report {
  /** Whether no finding is an error. */
  ok: boolean;
  /** What was found, in order of what to do first; each id at most once. A sound token in mode CBC still gives a note. */
  findings: Finding[];
  /**
   * What the token says, where it could be opened and read, by whichever key or layout; else `null`. Nothing of it is
   * proven. A value that holds the secret is replaced by `[redacted]`.
   */
  claims: Claims | null;
}

/** What is known beside the token: the more is given, the more can be said. What is `undefined` is not known. */
export interface DiagnoseOptions {
  /** The secret that the token should have been made with: of any length, for a wrong one may be the mistake. */
  secret?: string | undefined;
  /** The app that the client runs under, a whole number from 1 to 4294967295. */
  appId?: number | undefined;
  /** The user who logs in. */
  userId?: string | undefined;
  /** The room that the user logs in to. */
  roomId?: string | undefined;
  /** The stream to publish or play. */
  streamId?: string | undefined;
  /** Whether the user means to publish; `false` unless told. */
  publish?: boolean | undefined;
  /** The product that the token is for. Without one, only what holds for all of them is an error. */
  profile?: Profile | null | undefined;
  /** The language of messages and fixes; `"en"` unless told. */
  lang?: Language | undefined;
  /** The time of the question, in whole unix seconds; the clock's unless told. */
  now?: number | undefined;
}

const OPTIONS = ["secret", "appId", "userId", "roomId", "streamId", "publish", "profile", "lang", "now"] as const;

/**
 * Says why a token is refused, and how to mend it. It takes any text, a kit token too, and finds what people get wrong
 * who write a generator by hand: keys made of the secret, layouts, modes, claims. Nothing in the report shows the
 * secret.
 *
 * @param token - any text that is meant as a token
 * @throws {@link Token04Error} for an invalid argument only, never for what the token says: 901 for a token that is
 * no string and for options, 1 for `appId`, 3 for `userId`, 5 for `secret`, 102 for `roomId` and `streamId`
 *
 * @example
 * const report = diagnose(token, { secret: process.env.ZEGO_SERVER_SECRET, userId: "user1" });
 * for (const { severity, message, fix } of report.findings) console.log(`${severity}: ${message}; ${fix}`);
 */
export function diagnose(token: string, options?: DiagnoseOptions | null): Report {
  const { secret, appId, userId, roomId, streamId, publish, profile, lang, now } = optionsOf(options, OPTIONS);
  return native.diagnose(token, secret, appId, userId, roomId, streamId, publish, profile, lang, now, Claims.of);
}
