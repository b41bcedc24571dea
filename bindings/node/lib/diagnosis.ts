// What `token04/diagnose` exports.

export {
  diagnose, Finding, Report, type DiagnoseOptions, type FindingJson, type Language, type ReportJson, type Severity,
} from "./diagnose";
export { explain, type Explanation } from "./explain";
export { FindingId } from "./findings";
