// The text of a token in a diagnosis: what it is instead, what happened to it on its way, and its two parts.

import { readJson } from "../json.mjs";
import { locate } from "./envelope.mjs";

const JSON_START = /^\s*\{\s*"/;

/**
 * Adds what the text alone tells, and returns {located, kitPart}: the envelope found in it, if any, and the text behind
 * the hash sign, if there is one.
 */
export function readText(text, findings) {
  const plain = outsideRemoved(text);
  const instead = insteadOfToken(plain);
  if (instead) {
    findings.add(instead);
    return {};
  }
  const [tokenText, kitText] = splitOnce(plain, "#");
  const normalised = normalisedBase64(tokenText);
  const kitPart = kitText === undefined || kitText.startsWith("{") ? kitText : normalisedBase64(kitText);
  const { located, wrongPrefix, repadded, cutPadding, appended } = readTokenText(normalised);
  const whole = located && !located.cut;
  const rejoined = kitPart === undefined ? normalised : `${normalised}#${kitPart}`;
  if (wrongPrefix) findings.add("version");
  if ((located && rejoined !== text) || (whole && repadded && !appended)) findings.add("transport-damage");
  if (whole && (appended || cutPadding)) findings.add("truncated");
  // With the prefix but no layout behind it: too short for any, or another one.
  if (!located && !wrongPrefix) findings.add(/^(04[A-Za-z0-9+/]{0,12}=*)?$/.test(normalised) ? "truncated" : "foreign-layout");
  return { located, kitPart };
}

/** Everything in the text that can be read without the secret: as it stands, and each run of base64 in it decoded. */
export function readableForms(text) {
  const plain = outsideRemoved(text);
  const unprefixed = plain.replace(/^0\d/, "");
  const decodedRuns = (pattern, alphabet) => [...unprefixed.matchAll(pattern)].map(([run]) => Buffer.from(run, alphabet).toString("latin1"));
  return [text, plain, ...decodedRuns(/[A-Za-z0-9+/]+/g, "base64"), ...decodedRuns(/[\w-]+/g, "base64url")];
}

/** Without what was put around the text or over all of it. */
function outsideRemoved(text) {
  let plain = trimmed(text);
  // Some proxies encode what is encoded already; three rounds undo all that was ever seen.
  for (let round = 0; round < 3 && /^[^{]*%[0-9a-fA-F]{2}/.test(plain); round += 1) {
    plain = trimmed(plain.replace(/%([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))));
  }
  return plain;
}

/** The standard alphabet without line breaks; a plus sign that became a blank comes back. */
function normalisedBase64(text) {
  return text.replace(/[\r\n\t]/g, "").replaceAll(" ", "+").replaceAll("-", "+").replaceAll("_", "/");
}

function trimmed(text) {
  return text.replace(/^[\s"'`\ufeff]+|[\s"'`]+$/g, "");
}

function isJwt(plain) {
  return /^(Bearer )?(04)?eyJ[\w-]*\.[\w-]+\.[\w-]*$/.test(plain);
}

/** The id of what stands in place of a token, if that can be told. */
function insteadOfToken(plain) {
  if (isJwt(plain)) return "jwt";
  for (const rest of [plain.replace(/^0\d/, ""), plain]) {
    if (isJson(rest)) return "plain-json";
    const run = rest.match(/^[A-Za-z0-9+/]*={0,2}/)[0];
    const decoded = Buffer.from(run, "base64").toString("utf8");
    if (JSON_START.test(decoded)) return run === rest && isJson(decoded) ? "plain-json" : "hmac-json";
  }
  return undefined;
}

function isJson(text) {
  try {
    return JSON_START.test(text) && readJson(text).type === "object";
  } catch {
    return false;
  }
}

function readTokenText(text) {
  const prefixed = text.startsWith("04");
  const candidates = prefixed ? [text.slice(2), text.slice(4)] : [...(/^0\d/.test(text) ? [text.slice(2)] : []), text];
  for (const [index, candidate] of candidates.entries()) {
    const [, digits, padding, appended] = candidate.match(/^([A-Za-z0-9+/]*)(=*)(.*)$/s);
    const bytes = Buffer.from(digits, "base64");
    const located = locate(bytes);
    const wrongPrefix = !prefixed || index > 0;
    const canonical = bytes.toString("base64");
    // Who strips padding strips all of it: one sign of two is what a cut leaves.
    const cutPadding = canonical === `${digits}${padding}=` && padding === "=";
    const repadded = !cutPadding && canonical !== digits + padding;
    if (located && !(wrongPrefix && located.cut)) return { located, repadded, cutPadding, appended: appended !== "", wrongPrefix };
  }
  return { wrongPrefix: !prefixed && text !== "" };
}

function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
