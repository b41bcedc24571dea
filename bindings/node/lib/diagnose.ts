// Why a token is refused, and how to fix it.

import { Claims, type ClaimsJson } from "./claims";
import type { FindingId } from "./findings";
import type { Profile } from "./issuer";
import { native } from "./native_diagnosing";
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

/** A {@link Finding} as JSON, as the program `token04` prints it. */
export interface FindingJson {
  id: FindingId;
  severity: Severity;
  message: string;
  fix: string;
  client_codes: number[];
}

/** A {@link Report} as JSON, as the program `token04` prints it. */
export interface ReportJson {
  ok: boolean;
  findings: FindingJson[];
  /** Only if the token could be read. */
  claims?: ClaimsJson;
}

/** What the addon finds. @internal */
export type ReportFields = { ok: boolean; findings: Omit<Finding, "toJSON">[]; claims: Claims | null };

/** A single finding of {@link diagnose}. */
export class Finding {
  /** The kind of finding, one of {@link FindingId}. */
  readonly id: FindingId;
  /** How bad it is in this case. */
  readonly severity: Severity;
  /** What is wrong, with the values of this case, but never the secret. */
  readonly message: string;
  /** How to fix it. */
  readonly fix: string;
  /** The client error codes that it may show as. The service's actual answers were not observed. */
  readonly clientCodes: number[];

  private constructor({ id, severity, message, fix, clientCodes }: ReportFields["findings"][number]) {
    this.id = id;
    this.severity = severity;
    this.message = message;
    this.fix = fix;
    this.clientCodes = clientCodes;
  }

  /** What `JSON.stringify` writes: the shape that the program `token04` prints. */
  toJSON(): FindingJson {
    const { id, severity, message, fix, clientCodes: client_codes } = this;
    return { id, severity, message, fix, client_codes };
  }

  /** @internal */
  static of(fields: ReportFields["findings"][number]): Finding {
    return new Finding(fields);
  }
}

/** What is wrong with a token, if anything. */
export class Report {
  /** Whether no finding is an error. */
  readonly ok: boolean;
  /**
   * What was found, in the order in which to fix it; each id at most once. With a code, its causes come first. A valid
   * token in mode CBC also has a note.
   */
  readonly findings: Finding[];
  /**
   * What the token says, if it could be opened and read with any key or layout; otherwise `null`. None of it is
   * verified. A value that contains the secret, or a key made from it, is replaced by `[redacted]`.
   */
  readonly claims: Claims | null;

  private constructor({ ok, findings, claims }: ReportFields) {
    this.ok = ok;
    this.findings = findings.map(Finding.of);
    this.claims = claims;
  }

  /** What `JSON.stringify` writes: the shape that the program `token04` prints. */
  toJSON(): ReportJson {
    const report = { ok: this.ok, findings: this.findings.map((finding) => finding.toJSON()) };
    return this.claims === null ? report : { ...report, claims: this.claims.toJSON() };
  }

  /** @internal */
  static of(fields: ReportFields): Report {
    return new Report(fields);
  }
}

/** What is known about the token: the more is given, the more a diagnosis can find. What is `undefined` is not known. */
export interface DiagnoseOptions {
  /** The secret that the token should have been issued with, of any length: a wrong one may be the mistake. */
  secret?: string | undefined;
  /** The app that the client runs under, a whole number from 1 to 4294967295. */
  appId?: number | undefined;
  /** The user who logs in. */
  userId?: string | undefined;
  /** The room that the user logs in to. */
  roomId?: string | undefined;
  /** The stream to publish or play. */
  streamId?: string | undefined;
  /** Whether the user intends to publish. The default is `false`. */
  publish?: boolean | undefined;
  /** The product that the token is for. Without one, only what holds for all of them is an error. */
  profile?: Profile | null | undefined;
  /** The error code that the client saw. The findings that can cause it come first. */
  code?: number | undefined;
  /** The language of messages and fixes. The default is `"en"`. */
  lang?: Language | undefined;
  /** The time to check against, in whole unix seconds. The default is the current time. */
  now?: number | undefined;
}

const OPTIONS = [
  "secret", "appId", "userId", "roomId", "streamId", "publish", "profile", "code", "lang", "now",
] as const;

/**
 * Explains what is wrong with a token, and how to fix it. It accepts any text, also a kit token, and recognises the usual
 * mistakes of handwritten generators: other keys made from the secret, other layouts, other modes, other claims. Nothing
 * in the report shows the secret.
 *
 * @param token - any text that is meant to be a token
 * @throws {@link Token04Error} for an invalid argument only, never for what the token says: 901 for a token that is not
 * a string and for options, 1 for `appId`, 3 for `userId`, 5 for `secret`, 102 for `roomId` and `streamId`
 *
 * @example
 * const report = diagnose(token, { secret: process.env.ZEGO_SERVER_SECRET, userId: "user1" });
 * for (const { severity, message, fix } of report.findings) console.log(`${severity}: ${message}; ${fix}`);
 */
export function diagnose(token: string, options?: DiagnoseOptions | null): Report {
  const { secret, appId, userId, roomId, streamId, publish, profile, code, lang, now } = optionsOf(options, OPTIONS);
  return Report.of(
    native().diagnose(token, secret, appId, userId, roomId, streamId, publish, profile, code, lang, now, Claims.of),
  );
}
