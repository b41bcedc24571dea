// Bad arguments that only some languages can express: fractions, null, values of another type, text that is no Unicode.

import { SECRET } from "./fixtures.mjs";

export function untypedCases() {
  return [...numberCases(), ...nullCases(), ...typeCases(), ...durationCases(), ...unicodeCases()];
}

function bothCalls(cases) {
  return cases.flatMap((one) => [one, { ...one, id: `drop-in-${one.id}`, call: "drop_in" }]);
}

function numberCases() {
  return bothCalls([
    { id: "app-id-with-fraction", app_id: 1.5, code: 1 },
    { id: "ttl-with-fraction", ttl: 1.5, code: 6 },
    { id: "ttl-under-a-second", ttl: 0.5, code: 6 },
  ].map((one) => ({ ...one, needs: ["float"] })));
}

function nullCases() {
  return [
    { id: "user-null", user_id: null, code: 901 },
    { id: "secret-null", secret: null, code: 901 },
    { id: "payload-null", payload: null, code: 0 },
    { id: "drop-in-app-id-null", call: "drop_in", app_id: null, code: 1 },
    { id: "drop-in-user-null", call: "drop_in", user_id: null, code: 3 },
    { id: "drop-in-secret-null", call: "drop_in", secret: null, code: 5 },
    { id: "drop-in-ttl-null", call: "drop_in", ttl: null, code: 6 },
    { id: "drop-in-payload-null", call: "drop_in", payload: null, code: 0 },
  ].map((one) => ({ ...one, needs: ["null"] }));
}

function typeCases() {
  const ttlAsText = [
    { id: "ttl-text", ttl: "an hour", code: 6 },
    { id: "drop-in-ttl-text", call: "drop_in", ttl: "3600", code: 6 },
  ];
  const others = bothCalls([
    { id: "app-id-text", app_id: "1234567890", code: 1 },
    { id: "app-id-true", app_id: true, code: 1 },
    { id: "app-id-list", app_id: [1], code: 1 },
    { id: "user-number", user_id: 1, code: 3 },
    { id: "user-list", user_id: ["user1"], code: 3 },
    { id: "secret-number", secret: 1, code: 5 },
    { id: "ttl-true", ttl: true, code: 6 },
    { id: "payload-number", payload: 1, code: 104 },
    { id: "payload-object", payload: { room_id: "room1" }, code: 104 },
  ]);
  return [...ttlAsText, ...others].map((one) => ({ ...one, needs: ["any-type"] }));
}

/** A ttl as the CLI takes it: seconds, or a number with a unit. */
function durationCases() {
  return [
    { id: "ttl-text-seconds", ttl: "3600", code: 0 },
    { id: "ttl-text-minutes", ttl: "10m", code: 0 },
    { id: "ttl-text-leading-zero", ttl: "007d", code: 0 },
    { id: "ttl-text-empty", ttl: "", code: 6 },
    { id: "ttl-text-0", ttl: "0", code: 6 },
    { id: "ttl-text-0-hours", ttl: "0h", code: 6 },
    { id: "ttl-text-only-unit", ttl: "h", code: 6 },
    { id: "ttl-text-other-unit", ttl: "1w", code: 6 },
    { id: "ttl-text-two-units", ttl: "1h30m", code: 6 },
    { id: "ttl-text-negative", ttl: "-60", code: 6 },
    { id: "ttl-text-sign", ttl: "+60", code: 6 },
    { id: "ttl-text-blank", ttl: " 60", code: 6 },
    { id: "ttl-text-line-end", ttl: "60\n", code: 6 },
    { id: "ttl-text-fraction", ttl: "1.5h", code: 6 },
    { id: "ttl-text-exponent", ttl: "1e3", code: 6 },
    { id: "ttl-text-too-long", ttl: "9223372036854775807", code: 6 },
    { id: "ttl-text-wraps-to-a-day", ttl: "213503982334602d", code: 6 },
  ].map((one) => ({ ...one, needs: ["any-type", "duration-text"] }));
}

function unicodeCases() {
  const surrogates = [
    { id: "user-lone-surrogate", user_id_utf16: ["0075", "d800"], code: 3 },
    { id: "user-reversed-surrogates", user_id_utf16: ["de00", "d83d"], code: 3 },
    { id: "secret-lone-surrogate", secret_utf16: [...utf16(SECRET.slice(3)), "dfff"], code: 5 },
    { id: "payload-lone-surrogate", payload_utf16: ["0022", "d800", "0022"], code: 104 },
  ].map((one) => ({ ...one, needs: ["lone-surrogate"] }));
  const bytes = [
    { id: "user-invalid-utf8", user_id_hex: "75ff", code: 3 },
    { id: "user-surrogate-utf8", user_id_hex: "75eda080", code: 3 },
    { id: "user-overlong-utf8", user_id_hex: "75c080", code: 3 },
    { id: "secret-invalid-utf8", secret_hex: `${Buffer.from(SECRET.slice(1)).toString("hex")}ff`, code: 5 },
    { id: "payload-invalid-utf8", payload_hex: "22ff22", code: 104 },
  ].map((one) => ({ ...one, needs: ["invalid-utf8"] }));
  return [
    ...bothCalls([...surrogates, ...bytes]),
    { id: "room-lone-surrogate", call: "issue_room", room: { room_id_utf16: ["0072", "dc00"] }, needs: ["lone-surrogate"], code: 102 },
    { id: "room-invalid-utf8", call: "issue_room", room: { room_id_hex: "72ff" }, needs: ["invalid-utf8"], code: 102 },
  ];
}

function utf16(text) {
  return [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, "0"));
}
