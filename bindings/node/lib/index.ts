// What the package exports.

export { Issuer, type IssuerOptions, type KitTokenOptions, type Mode, type Profile } from "./issuer";
export { Verifier, type VerifierOptions, type Expectations } from "./verifier";
export { Claims, type Privilege } from "./claims";
export { RoomPrivilege, type RoomPrivilegeOptions } from "./privilege";
export { kit, type KitUser } from "./kit";
export { inspect, type Header, type InspectOptions } from "./inspect";
export { diagnose, type DiagnoseOptions, type Finding, type Language, type Report, type Severity } from "./diagnose";
export { FindingId } from "./findings";
export { Token04Error, ErrorCode } from "./error";
export { generateToken04 } from "./zegoServerAssistant";
