// Cases of diagnose.json about the text of a token: something else instead, another version, damage on the way.

import { bodyWith, diagnosed, hmac, jwtOf, kitPart, pieces, tokenWith, USER } from "./build.mjs";
import { APP_ID, claimsWith, NOW, SECRET } from "../fixtures.mjs";
import { writeBody, writeEnvelope, writeText } from "../format.mjs";

const JSON_BODY = writeBody(claimsWith());
const SOUND = tokenWith();

export function textCases() {
  return [...insteadCases(), ...versionCases(), ...damageCases(), ...truncationCases(), ...exposureCases()].map(diagnosed);
}

function insteadCases() {
  const jwt = jwtOf({ app_id: APP_ID, user_id: USER, exp: NOW + 3600 });
  const coded = Buffer.from(JSON_BODY).toString("base64");
  const json = [
    { id: "plain-json-with-prefix", token: `04${coded}` },
    { id: "plain-json-without-prefix", token: coded },
    { id: "plain-json-without-a-secret", token: `04${coded}`, secret: null },
    { id: "plain-json-not-even-base64", token: JSON_BODY },
    { id: "plain-json-raw-behind-the-prefix", token: `04${JSON_BODY}` },
    { id: "plain-json-expired-too", token: `04${coded}`, now: NOW + 7200, profile: "kit" },
  ].map((one) => ({ ...one, errors: ["plain-json"] }));
  const authenticated = [
    { id: "hmac-json-bytes-behind", token: writeText(Buffer.concat([Buffer.from(JSON_BODY), hmac(JSON_BODY)])) },
    { id: "hmac-json-hex-behind", token: `04${coded}${hmac(JSON_BODY).toString("hex")}` },
    { id: "hmac-json-dot-between", token: `04${coded}.${hmac(JSON_BODY).toString("base64")}` },
    { id: "hmac-json-without-prefix", token: `${coded}.${hmac(JSON_BODY).toString("hex")}` },
    { id: "hmac-json-without-a-secret", token: `04${coded}.${hmac(JSON_BODY).toString("hex")}`, secret: null },
  ].map((one) => ({ ...one, errors: ["hmac-json"] }));
  const webTokens = [
    { id: "jwt", token: jwt, app_id: APP_ID, user_id: USER },
    { id: "jwt-without-a-secret", token: jwt, secret: null },
    { id: "jwt-behind-the-prefix", token: `04${jwt}` },
    { id: "jwt-as-a-bearer", token: `Bearer ${jwt}` },
    { id: "jwt-for-a-kit", token: jwt, profile: "kit" },
  ].map((one) => ({ ...one, errors: ["jwt"] }));
  return [...webTokens, ...authenticated, ...json].map((one) => ({ ...one, cbc: false }));
}

function versionCases() {
  return [
    { id: "version-prefix-missing", token: SOUND.slice(2) },
    { id: "version-03", token: `03${SOUND.slice(2)}` },
    { id: "version-05-gcm", token: `05${tokenWith({ mode: "gcm" }).slice(2)}`, cbc: false },
    { id: "version-prefix-twice", token: `04${SOUND}` },
    { id: "version-prefix-missing-without-a-secret", token: SOUND.slice(2), secret: null },
    { id: "version-something-else", token: "hello", cbc: false },
    { id: "version-an-app-sign", token: SECRET + SECRET, secret: null, cbc: false },
  ].map((one) => ({ ...one, errors: ["version"] }));
}

/** A sound token that has each character that transport damages: plus, slash and padding. */
function fragileToken() {
  for (let attempt = 0; ; attempt += 1) {
    const token = tokenWith({ label: `fragile ${attempt}` });
    if (/[^+]\+[^+]/.test(token) && token.includes("/") && token.endsWith("=")) return token;
  }
}

function damageCases() {
  const sound = fragileToken();
  const lines = (end) => sound.match(/.{1,64}/g).join(end);
  const encoded = encodeURIComponent(sound);
  const texts = {
    "url-alphabet": sound.replaceAll("+", "-").replaceAll("/", "_"),
    "url-alphabet-unpadded": sound.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""),
    "padding-lost": sound.replace(/=+$/, ""),
    "plus-became-blank": sound.replaceAll("+", " "),
    "line-breaks": lines("\n"),
    "line-breaks-of-windows": lines("\r\n"),
    "percent-encoded": encoded,
    "percent-encoded-lower-case": encoded.replace(/%../g, (escape) => escape.toLowerCase()),
    "percent-encoded-twice": encodeURIComponent(encoded),
    "quotes-around": `"${sound}"`,
    "single-quotes-around": `'${sound}'`,
    "blanks-around": `  ${sound}\t`,
    "line-end-behind": `${sound}\r\n`,
    "several": `"${encodeURIComponent(sound.replaceAll("/", "_"))}"\n`,
    "kit-percent-encoded": encodeURIComponent(sound + kitPart()),
    "kit-line-end-behind": `${sound}${kitPart()}\n`,
  };
  return [
    { id: "clean-fragile-characters", token: sound },
    ...Object.entries(texts).map(([name, token]) => ({ id: `transport-damage-${name}`, token, errors: ["transport-damage"] })),
    { id: "transport-damage-without-a-secret", token: `${sound}\n`, secret: null, errors: ["transport-damage"] },
    { id: "transport-damage-gcm", token: ` ${tokenWith({ mode: "gcm" })}`, errors: ["transport-damage"], cbc: false },
  ];
}

/** A sound token with this padding. */
function endingWith(padding) {
  const tokens = [0, 16, 32].map((more) => tokenWith({ claims: { user_id: USER + "1".repeat(more) } }));
  return tokens.find((token) => /[^=]=*$/.exec(token)[0].slice(1) === padding);
}

function truncationCases() {
  const envelope = writeEnvelope(pieces());
  const bytes = (more) => writeText(Buffer.concat([envelope, Buffer.from(more)]));
  const cut = {
    empty: "",
    "prefix-only": "04",
    "in-expire": SOUND.slice(0, 10),
    "in-iv": SOUND.slice(0, 30),
    "half": SOUND.slice(0, SOUND.length / 2),
    "odd-length": SOUND.slice(0, SOUND.length - 7),
    "last-four": SOUND.slice(0, -4),
    "gcm-half": tokenWith({ mode: "gcm" }).slice(0, 100),
  };
  const appended = {
    "bytes-appended": bytes("appended"),
    "a-block-appended": bytes(Buffer.alloc(16, 7)),
    "byte-appended": bytes([2]),
    "text-appended": `${SOUND};`,
    "token-appended": `${padded()}${SOUND}`,
  };
  return [
    ...Object.entries(cut).map(([name, token]) => ({ id: `truncated-${name}`, token, cbc: false })),
    ...Object.entries(appended).map(([name, token]) => ({ id: `truncated-${name}`, token })),
    { id: "truncated-one-of-two-equals-signs", token: endingWith("==").slice(0, -1) },
    { id: "truncated-half-without-a-secret", token: SOUND.slice(0, SOUND.length / 2), secret: null, cbc: false },
    { id: "truncated-half-for-a-kit", token: SOUND.slice(0, SOUND.length / 2), profile: "kit", cbc: false },
    { id: "truncated-bytes-appended-without-a-secret", token: bytes("appended"), secret: null },
  ].map((one) => ({ ...one, errors: ["truncated"] }));
}

/** A sound token whose base64 ends in padding, so that what is appended does not go on with its digits. */
function padded() {
  for (let user = "user1"; ; user += "x") {
    const token = tokenWith({ claims: { user_id: user } });
    if (token.endsWith("=")) return token;
  }
}

function exposureCases() {
  const withSecret = bodyWith("user_id", `"${USER}","secret":"${SECRET}"`);
  return [
    { id: "secret-exposed-in-plain-json", token: writeText(Buffer.from(withSecret)), errors: ["secret-exposed", "plain-json"], cbc: false },
    { id: "secret-exposed-in-jwt", token: jwtOf({ iss: APP_ID, key: SECRET }), errors: ["secret-exposed", "jwt"], cbc: false },
    { id: "secret-exposed-in-kit-part", token: SOUND + kitPart({ user_name: SECRET }), errors: ["secret-exposed"] },
    { id: "secret-exposed-appended", token: `${padded()}.${SECRET}`, errors: ["secret-exposed", "truncated"] },
    { id: "secret-exposed-alone", token: SECRET, errors: ["secret-exposed", "version"], cbc: false },
    { id: "secret-exposed-before-all", token: SOUND + kitPart({ user_name: SECRET }), now: NOW + 7200, user_id: "user2",
      errors: ["secret-exposed", "expired", "user-id-mismatch"] },
    { id: "clean-secret-inside-the-body", token: tokenWith({ body: withSecret }) },
  ];
}
