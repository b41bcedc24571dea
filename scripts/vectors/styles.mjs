// The bodies that official writers make of the same claims: key order, escapes, and which IV goes with them.

import { writeString } from "./json.mjs";

const COMMON_ORDER = ["app_id", "user_id", "nonce", "ctime", "expire", "payload"];
const GO_ORDER = ["app_id", "user_id", "ctime", "expire", "nonce", "payload"];
const JAVA_ORDER = ["user_id", "payload", "expire", "ctime", "app_id", "nonce"];
const DOTNET_ORDER = ["app_id", "user_id", "payload", "ctime", "expire", "nonce"];

/** Per style: the order of keys, how it writes a string, and whether its IV is alphanumeric. */
export const STYLES = {
  go: { order: GO_ORDER, write: likeGo, alphanumeric: true },
  "go-gcm": { order: GO_ORDER, write: likeGo, mode: "gcm" },
  java: { order: JAVA_ORDER, write: likeJava },
  cpp: { order: COMMON_ORDER, write: upperHex, alphanumeric: true },
  objc: { order: COMMON_ORDER, write: upperHex, alphanumeric: true },
  python: { order: COMMON_ORDER, write: writeString, alphanumeric: true },
  php: { order: COMMON_ORDER, write: likePhp, alphanumeric: true },
  node: { order: COMMON_ORDER, write: writeString, alphanumeric: true },
  dotnet: { order: DOTNET_ORDER, write: writeString, alphanumeric: true },
};

/** The body of claims as a style writes it. A null payload is written as null, an undefined one not at all. */
export function styledBody(style, claims) {
  const { order, write } = STYLES[style];
  const written = (value) => (typeof value === "string" ? write(value) : String(value));
  const present = order.filter((key) => claims[key] !== undefined);
  return `{${present.map((key) => `"${key}":${written(claims[key])}`).join(",")}}`;
}

function likeGo(text) {
  const long = { "\\b": "\\u0008", "\\f": "\\u000c" };
  return eachEscape(writeString(text), (escape) => long[escape] ?? escape).replace(/[<>&\u2028\u2029]/g, hexEscape);
}

function likePhp(text) {
  return writeString(text).replaceAll("/", "\\/").replace(/[&\u0080-\uffff]/g, hexEscape);
}

function likeJava(text) {
  return upperHex(text).replace(/[\u007f-\u009f\u2000-\u20ff]/g, (unit) => upperHexDigits(hexEscape(unit)));
}

function upperHex(text) {
  return eachEscape(writeString(text), (escape) => (escape.length === 6 ? upperHexDigits(escape) : escape));
}

/** Rewrites whole escapes only: in an escaped backslash before a letter, the two must not be taken for one. */
function eachEscape(json, rewrite) {
  return json.replace(/\\(u[0-9a-f]{4}|.)/g, rewrite);
}

function upperHexDigits(escape) {
  return "\\u" + escape.slice(2).toUpperCase();
}

function hexEscape(unit) {
  return "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0");
}
