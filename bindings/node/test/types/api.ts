// The types as a user's compiler sees them: every name used as it should be, and what must not compile.

import {
  backend,
  Claims,
  diagnose,
  ErrorCode,
  explain,
  FindingId,
  generateToken04,
  inspect,
  Issuer,
  kit,
  RoomPrivilege,
  Token04Error,
  Verifier,
  type ClaimsJson,
  type DiagnoseOptions,
  type ExactClaims,
  type Expectations,
  type Explanation,
  type Finding,
  type FindingJson,
  type Header,
  type HeaderJson,
  type InspectOptions,
  type IssueOptions,
  type IssuerOptions,
  type KitTokenOptions,
  type KitUser,
  type Language,
  type Mode,
  type Privilege,
  type Profile,
  type Report,
  type ReportJson,
  type Room,
  type RoomPrivilegeOptions,
  type Severity,
  type Ttl,
  type VerifierOptions,
} from "token04";
import { diagnose as diagnoseAlone, type Report as ReportAlone } from "token04/diagnose";
import { generateToken04 as official } from "token04/zegoServerAssistant";

const secret = "0123456789abcdef0123456789abcdef";
const mode: Mode = "gcm";
const profile: Profile = "rtc";
const options: IssuerOptions = { mode, profile, dangerouslyAllowBrowser: false };
const native: "addon" | "wasm" = backend;
const issuer: Issuer = new Issuer(1234567890, secret, options);
const appId: number = issuer.appId;
const token: string = issuer.issue("user1", 3600);
issuer.issue("user1", 3600, "{}");
const ttl: Ttl = "10m";
const issueOptions: IssueOptions = { now: 1700000000 };
issuer.issue("user1", ttl, null, issueOptions);
const settings: [Mode, Profile | null] = [issuer.mode, issuer.profile];

const privilegeOptions: RoomPrivilegeOptions = { login: true, publish: undefined, streams: ["s1"] as const };
const privilege = new RoomPrivilege("room1", privilegeOptions);
const payload: string = privilege.payload();
const roomToken: string = issuer.issueRoom("user1", 3600, privilege);
const room: Room = { roomId: "room1", publish: true };
const roomTokens: string[] = [
  issuer.issueRoom("user1", ttl, "room1"),
  issuer.issueRoom("user1", ttl, "room1", { publish: true, streams: ["s1"], now: 1700000000 }),
  issuer.issueRoom("user1", ttl, room),
  issuer.issueRoom("user1", ttl, privilege, issueOptions),
  ...issuer.issueMany(["user1", "user2"] as const, ttl, payload, issueOptions),
];
const kitOptions: KitTokenOptions = { userName: "Alice", payload };
const kitToken: string = issuer.kitToken("user1", 3600, "room1", kitOptions);
issuer.close();
{
  using closing = new Issuer(1234567890, secret);
  using _closingToo: Disposable = new Verifier(closing.appId, secret);
}

const verifierOptions: VerifierOptions = { previousSecret: secret, leeway: "5s" };
const verifier = new Verifier(appId, secret, verifierOptions);
const expectations: Expectations = { userId: "user1", roomId: "room1", streamId: "s1", publish: true, requirePrivilege: true, now: 1700000000 };
const claims: Claims = verifier.verify(token, expectations);
const times: number[] = [claims.nonce, claims.ctime, claims.expire];
const dates: Date[] = [claims.createdAt, claims.expiresAt];
const exact: ExactClaims = claims.exact;
const claimsJson: ClaimsJson = claims.toJSON();
const limits: Privilege | null = claims.privilege;
const streams: string[] | null | undefined = limits?.streams;
verifier.close();

const inspectOptions: InspectOptions = { now: 1700000000 };
const header: Header = inspect(token, inspectOptions);
const headerJson: HeaderJson = header.toJSON();
const ends: [number, Date, bigint] = [header.expire, header.expiresAt, header.exact.expire];
const read: { token: string; user: Required<KitUser> } = kit.decode(kitToken);
const again: string = kit.encode(read.token, { appId: 1, userId: "user1", roomId: "room1" });
const lang: Language = "zh";
const known: DiagnoseOptions = { secret, appId, userId: "user1", roomId: "room1", streamId: "s1", publish: true, profile, code: 50119, lang, now: 1700000000 };
const report: Report = diagnose(token, known);
const findings: Finding[] = report.findings;
const reportJson: ReportJson = report.toJSON();
const findingJson: FindingJson[] = findings.map((finding) => finding.toJSON());
const explanation: Explanation = explain(50119, lang);
const causes: FindingId[] = explain(50119).causes;
const ids: FindingId[] = findings.map((finding) => finding.id);
const severities: Severity[] = findings.map((finding) => finding.severity);
const clientCodes: number[] = findings.flatMap((finding) => finding.clientCodes);
const wrongSecret: boolean = ids.includes(FindingId.WrongSecret) || ids.includes("wrong-secret");
const opened: string | undefined = report.claims?.userId;
diagnose(token);
diagnose(token, null);
const sameReport: Report = diagnoseAlone(token, known) satisfies ReportAlone;
const dropIn: string[] = [generateToken04(1, "user1", secret, 3600), official(1, "user1", secret, 3600, "")];

try {
  verifier.verify(roomToken);
} catch (error) {
  if (error instanceof Token04Error) {
    const code: ErrorCode = error.code;
    const expired: boolean = code === ErrorCode.Expired;
    const asNumber: number = error.errorCode;
    const index: number | undefined = error.index;
    const text: string = error.errorMessage + error.message;
    void [expired, asNumber, index, text];
  }
}

// @ts-expect-error: an app id is a number
new Issuer("1234567890", secret);
// @ts-expect-error: there is no such mode
new Issuer(1, secret, { mode: "ecb" });
// @ts-expect-error: a misspelt option
new Issuer(1, secret, { profil: "rtc" });
// @ts-expect-error: a misspelt expectation
verifier.verify(token, { user_id: "user1" });
// @ts-expect-error: a misspelt option
diagnose(token, { user_id: "user1" });
// @ts-expect-error: there is no such language
diagnose(token, { lang: "fr" });
// @ts-expect-error: there is no such finding
const noFinding: FindingId = "wrong-secrets";
// @ts-expect-error: there is no such constant
void FindingId.WrongSecrets;
// @ts-expect-error: claims may be missing
void report.claims.userId;
// @ts-expect-error: a payload is text
issuer.issue("user1", 3600, { room_id: "room1" });
// @ts-expect-error: a misspelt right
issuer.issueRoom("user1", 3600, { roomId: "room1", publsh: true });
// @ts-expect-error: a room has an id
issuer.issueRoom("user1", 3600, { publish: true });
// @ts-expect-error: a room that is described has its rights
issuer.issueRoom("user1", 3600, privilege, { publish: true });
// @ts-expect-error: claims are read only
claims.userId = "user2";
// @ts-expect-error: claims come from a verifier only
new Claims();
// @ts-expect-error: there is no such code
const noCode: ErrorCode = 2;

void [native, sameReport, times, dates, exact, claimsJson, ends, headerJson, reportJson, findingJson, explanation, causes, settings, roomTokens, noCode];
void [streams, header, again, dropIn, severities, clientCodes, wrongSecret, opened, noFinding];
