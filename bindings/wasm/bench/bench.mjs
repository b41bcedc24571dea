// What a token costs in WebAssembly against WebCrypto by hand, in one interleaved run, and what loading costs:
// node --conditions=module bench.mjs [--json] [--brief]. `scripts/bench.sh wasm` runs it against the built package.

import assert from "node:assert";
import { execFileSync } from "node:child_process";
import { backend, Issuer, Verifier } from "token04";
import { importKey, WebCryptoIssuer, WebCryptoVerifier } from "./webcrypto.mjs";

const APP_ID = 1234567890;
const SECRET = "0123456789abcdef0123456789ABCDEF";
const PAYLOADS = {
  plain: "",
  room: '{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s1","s2"]}',
};
const json = process.argv.includes("--json");
const brief = process.argv.includes("--brief");
const [rounds, turn] = brief ? [3, 50] : [101, 200];

/** Runs both in turn, round after round, and returns the median and the minimum nanoseconds of each. */
async function contest(ours, theirs) {
  const samples = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round += 1) {
    let start = process.hrtime.bigint();
    for (let call = 0; call < turn; call += 1) ours();
    samples.ours.push(Number(process.hrtime.bigint() - start) / turn);
    start = process.hrtime.bigint();
    for (let call = 0; call < turn; call += 1) await theirs();
    samples.theirs.push(Number(process.hrtime.bigint() - start) / turn);
  }
  return [samples.ours, samples.theirs].map((values) => ({ median: median(values), minimum: Math.min(...values) }));
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function print(name, [ours, theirs]) {
  const rounded = (value) => Number(value.toFixed(1));
  const ratio = Number((theirs.median / ours.median).toFixed(3));
  if (json) {
    const [ours_ns, theirs_ns] = [rounded(ours.median), rounded(theirs.median)];
    const [ours_min_ns, theirs_min_ns] = [rounded(ours.minimum), rounded(theirs.minimum)];
    console.log(JSON.stringify({ case: name, against: "WebCrypto", ours_ns, theirs_ns, ratio, ours_min_ns, theirs_min_ns }));
  } else {
    const shown = ({ median, minimum }) => `${median.toFixed(0).padStart(5)} ns (at least ${minimum.toFixed(0)})`;
    console.log(`${name.padEnd(15)} ${shown(ours)}   ${ratio.toFixed(1)} times faster than WebCrypto, ${shown(theirs)}`);
  }
}

/** What importing the package costs, as processes of their own see it. */
function printLoadTime() {
  const script = 'const start = process.hrtime.bigint(); await import("token04"); console.log(Number(process.hrtime.bigint() - start) / 1e6)';
  const given = ["--conditions=module", "--input-type=module", "-e", script];
  const times = Array.from({ length: brief ? 1 : 21 }, () => Number(execFileSync(process.execPath, given, { encoding: "utf8" })));
  console.log(`loading         ${median(times).toFixed(1)} ms`);
}

assert.strictEqual(backend, "wasm");
const key = await importKey(SECRET);
const [issuer, verifier] = [new Issuer(APP_ID, SECRET), new Verifier(APP_ID, SECRET)];
const [theirIssuer, theirVerifier] = [new WebCryptoIssuer(APP_ID, key), new WebCryptoVerifier(APP_ID, key)];
for (const [name, payload] of Object.entries(PAYLOADS)) {
  const token = await theirIssuer.issue("user1", 3600, payload);
  verifier.verify(token);
  await theirVerifier.verify(issuer.issue("user1", 3600, payload));
  print(`issue/${name}`, await contest(() => issuer.issue("user1", 3600, payload), () => theirIssuer.issue("user1", 3600, payload)));
  print(`verify/${name}`, await contest(() => verifier.verify(token), () => theirVerifier.verify(token)));
}
if (!json) printLoadTime();
