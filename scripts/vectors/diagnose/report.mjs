// The diagnosis of the second implementation: what is wrong with a token, in the order of what to do first.

import { readBase64 } from "../format.mjs";
import { integerOf, readJson, uniqueEntriesOf } from "../json.mjs";
import { readBodyNodes } from "./body.mjs";
import { Findings } from "./findings.mjs";
import { bareSecret, tryToOpen } from "./keys.mjs";
import { judgeIdentity, judgePayload, judgeRights, judgeRoomId, judgeTimes } from "./rules.mjs";
import { readableForms, readText } from "./text.mjs";

/** Shorter texts stand somewhere by chance. */
const LEAST_SECRET = 16;

/** Diagnoses {token, secret?, app_id?, user_id?, room_id?, stream_id?, publish?, profile?, now}. */
export function diagnose(question) {
  const findings = new Findings();
  const token = question.token;
  const secret = bareSecret(question.secret ?? "");
  if (secret.length >= LEAST_SECRET && readableForms(token).some((form) => form.includes(secret))) findings.add("secret-exposed");
  const { located, kitPart } = readText(token, findings);
  const claims = located && judgeLocated(located, kitPart, question, findings);
  const found = findings.inOrder();
  return { ok: !found.some(({ severity }) => severity === "error"), findings: found, claims };
}

function judgeLocated(located, kitPart, question, findings) {
  if (located.cut) {
    findings.add("truncated");
    return undefined;
  }
  judgeKitForm(kitPart, question, findings);
  const opened = question.secret === undefined ? undefined : tryToOpen(located, question.secret);
  judgeOpening(located, opened, question, findings);
  const { entries, claims } = opened ? readBodyNodes(opened.plaintext, findings) : {};
  const user = kitPart === undefined || ["rtc", "zim", "call"].includes(question.profile) ? undefined : readKitPart(kitPart, findings);
  const privilege = entries ? judgePayload(entries.get("payload"), question, findings) : null;
  const times = { ctime: integerOf(entries?.get("ctime")), bodyExpire: integerOf(entries?.get("expire")), envelopeExpire: located.expire };
  judgeTimes(times, question, findings);
  judgeIdentity(entries, question, findings);
  judgeRights(privilege, question, findings);
  judgeRoomId([privilege?.room_id || undefined, user?.roomID, question.room_id], question, findings);
  if (user && entries) judgeKitIds(user, entries, privilege, findings);
  return claims;
}

function judgeKitForm(kitPart, { profile }, findings) {
  if (kitPart !== undefined && ["rtc", "zim", "call"].includes(profile)) findings.add("kit-token");
  if (kitPart === undefined && profile === "kit") findings.add("plain-token");
}

function judgeOpening(located, opened, { secret }, findings) {
  const ofEnvelope = located.findings.filter((id) => id !== "odd-length");
  for (const id of [...ofEnvelope, ...(opened?.findings ?? [])]) findings.add(id);
  // A ciphertext that is no whole number of blocks is GCM with a long IV where it opens so, and no Token04 otherwise.
  if (located.findings.includes("odd-length")) {
    for (const id of opened ? ["gcm-iv-length", "gcm-without-mode"] : ["foreign-layout"]) findings.add(id);
    if (!opened) return;
  }
  if (secret !== undefined && /^[0-9a-fA-F]{64}$/.test(bareSecret(secret))) findings.add("app-sign");
  else if (secret !== undefined && !opened) findings.add("wrong-secret");
  const gcm = located.gcm || opened?.mode === "gcm";
  if (!gcm && !findings.has("foreign-layout")) findings.add("unauthenticated-cbc", { severity: "note" });
}

/** The user in the part behind the hash sign, by key; a finding where a browser's kit could not read it. */
function readKitPart(part, findings) {
  try {
    const bytes = readBase64(part);
    const entries = uniqueEntriesOf(readJson(bytes.toString("latin1")));
    const [userID, roomID, userName] = ["userID", "roomID", "userName"].map((key) => textOf(entries.get(key)));
    const appID = integerOf(entries.get("appID"));
    decodeURIComponent(userName);
    if (bytes.some((byte) => byte > 0x7f) || appID === undefined) throw new TypeError("not as a kit reads it");
    return { userID, roomID, userName, appID };
  } catch {
    findings.add("kit-part");
    return undefined;
  }
}

function judgeKitIds(user, entries, privilege, findings) {
  const userId = entries.get("user_id");
  const appId = integerOf(entries.get("app_id"));
  const differs = (userId && userId.value !== user.userID) || (appId !== undefined && appId !== user.appID) ||
    (privilege && privilege.room_id !== "" && privilege.room_id !== user.roomID);
  if (differs) findings.add("kit-part");
}

function textOf(node) {
  if (node?.type !== "string") throw new TypeError("not a text");
  return node.value;
}
