// What the package exports.

export {
  Issuer, type IssueOptions, type IssuerOptions, type KitTokenOptions, type Mode, type Profile, type Room, type Ttl,
} from "./issuer";
export { Verifier, type VerifierOptions, type Expectations } from "./verifier";
export { Claims, type ClaimsJson, type ExactClaims, type Privilege } from "./claims";
export { RoomPrivilege, type RoomPrivilegeOptions } from "./privilege";
export { kit, type KitUser } from "./kit";
export { inspect, Header, type HeaderJson, type InspectOptions } from "./inspect";
export {
  diagnose, Finding, Report, type DiagnoseOptions, type FindingJson, type Language, type ReportJson, type Severity,
} from "./diagnose";
export { explain, type Explanation } from "./explain";
export { FindingId } from "./findings";
export { Token04Error, ErrorCode } from "./error";
export { backend } from "./backend";
export { generateToken04 } from "./zegoServerAssistant";
