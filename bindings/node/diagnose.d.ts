// Generated from lib/*.ts by `node types.mjs`: do not edit.

export { diagnose, Finding, Report, type DiagnoseOptions, type FindingJson, type Language, type ReportJson, type Severity, } from "./index";
export { explain, type Explanation } from "./index";
export { FindingId } from "./index";
