// The findings of a diagnosis: their order, and the client codes that each shows as.

const READING = ["jwt", "hmac-json", "plain-json", "version", "transport-damage", "truncated", "foreign-layout", "little-endian",
  "kit-token", "plain-token", "kit-part"];
const KEYS_AND_MODES = ["gcm-separate-tag", "gcm-iv-length", "gcm-without-mode", "app-sign", "secret-quoted", "key-hex-decoded", "key-truncated",
  "key-hashed", "wrong-secret"];
const BODY = ["body-not-json", "double-padding", "misplaced-claims", "claim-names", "missing-claim", "claim-type", "swapped-arguments"];
const PAYLOAD = ["payload-object", "payload-double-encoded", "payload-not-json", "payload-shape", "payload-in-zim"];
const TIMES = ["expire-is-duration", "milliseconds", "expire-mismatch", "expired", "expires-soon", "ttl-over-24-days", "clock-skew"];
const EXPECTATIONS = ["app-id-mismatch", "user-id-mismatch", "room-mismatch", "login-denied", "publish-denied", "stream-mismatch"];
const LIMITS = ["user-id-limit", "room-id-limit"];

/** Every id, in the order of what to do first. Errors come before warnings, and these before notes, each in this order. */
export const IDS = ["secret-exposed", ...READING, ...KEYS_AND_MODES, ...BODY, ...PAYLOAD, ...TIMES, ...EXPECTATIONS, ...LIMITS,
  "unauthenticated-cbc"];

const SEVERITIES = ["error", "warning", "note"];
const NOT_A_TOKEN = [1002079, 1102016, 6000107];
const BROKEN = [1002033, 1102016, 6000103];
const UNOPENED = [1002033, 1102020, 6000101, 20014];
const PAYLOAD_CODES = [1002075];
const TIME_CODES = [1002078, 6000106];

const CODES = {
  ...all(["jwt", "hmac-json", "plain-json", "version"], NOT_A_TOKEN),
  ...all(["transport-damage", "truncated", "foreign-layout", "little-endian", "double-padding", "body-not-json", "misplaced-claims",
    "claim-names", "missing-claim"], BROKEN),
  ...all(KEYS_AND_MODES, UNOPENED),
  ...all(PAYLOAD.filter((id) => id !== "payload-in-zim"), PAYLOAD_CODES),
  ...all(["expire-is-duration", "milliseconds", "expire-mismatch"], TIME_CODES),
  expired: [1002078, 1102018, 6000106],
  "expires-soon": [6000108],
  "ttl-over-24-days": [6000109],
  "app-id-mismatch": [1002076, 6000101],
  "user-id-mismatch": [1002077],
  ...all(["room-mismatch", "login-denied", "stream-mismatch"], [1002033]),
  "publish-denied": [1002082, 1003072],
};

function all(ids, codes) {
  return Object.fromEntries(ids.map((id) => [id, codes]));
}

/** What a diagnosis has found so far, each id at most once. */
export class Findings {
  #found = new Map();

  /** Adds a finding; `codes` only where they depend on what exactly is wrong. */
  add(id, { severity = "error", codes = CODES[id] ?? [] } = {}) {
    if (!IDS.includes(id)) throw new Error(`${id} is no id`);
    if (!this.#found.has(id)) this.#found.set(id, { id, severity, codes });
  }

  has(...ids) {
    return ids.some((id) => this.#found.has(id));
  }

  /** All findings, in the order to tell them. */
  inOrder() {
    const rank = ({ id, severity }) => (id === "secret-exposed" ? -1 : SEVERITIES.indexOf(severity) * IDS.length + IDS.indexOf(id));
    return [...this.#found.values()].sort((one, other) => rank(one) - rank(other));
  }
}
