// What a token costs against node:crypto, in one interleaved run, and what loading the package costs:
// node bench.mjs [--json] [--brief]. --json prints a line per comparison, --brief only shows that it works.
// `scripts/bench.sh node` runs it against the built packages.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { generateToken04, Issuer, Verifier } from "token04";
import { NodeCryptoIssuer, NodeCryptoVerifier } from "./node_crypto.mjs";

const APP_ID = 1234567890;
const SECRET = "0123456789abcdef0123456789ABCDEF";
const PAYLOADS = {
  plain: "",
  room: '{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s1","s2"]}',
};
const json = process.argv.includes("--json");
const brief = process.argv.includes("--brief");
const [rounds, turn] = brief ? [3, 100] : [401, 500];

/** Runs each function in turn, round after round, and returns the median and the minimum nanoseconds of each. */
function contest(contestants, calls = turn, tokensPerCall = 1) {
  const samples = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, contestant] of Object.entries(contestants)) {
      const start = process.hrtime.bigint();
      for (let call = 0; call < calls; call += 1) contestant();
      samples[name].push(Number(process.hrtime.bigint() - start) / calls / tokensPerCall);
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, { median: median(values), minimum: Math.min(...values) }]));
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const issuer = new Issuer(APP_ID, SECRET);
const verifier = new Verifier(APP_ID, SECRET);
const theirIssuer = new NodeCryptoIssuer(APP_ID, SECRET);
const theirVerifier = new NodeCryptoVerifier(APP_ID, SECRET);

for (const [name, payload] of Object.entries(PAYLOADS)) {
  const token = theirIssuer.issue("user1", 3600, payload);
  verifier.verify(token);
  theirVerifier.verify(issuer.issue("user1", 3600, payload));
  const results = contest({
    issue: () => issuer.issue("user1", 3600, payload),
    "drop-in": () => generateToken04(APP_ID, "user1", SECRET, 3600, payload),
    verify: () => verifier.verify(token),
    theirIssue: () => theirIssuer.issue("user1", 3600, payload),
    theirVerify: () => theirVerifier.verify(token),
  });
  // The drop-in expands the key each time; it is compared with theirs that keeps the key.
  print(`issue/${name}`, results.issue, results.theirIssue);
  print(`drop-in/${name}`, results["drop-in"], results.theirIssue);
  print(`verify/${name}`, results.verify, results.theirVerify);
}

for (const [name, profile] of [["none", null], ["rtc", "rtc"]]) {
  const one = new Issuer(APP_ID, SECRET, { profile });
  const results = contest({
    ours: () => one.issueRoom("user1", 3600, "room1", { streams: ["s1", "s2"] }),
    theirs: () => theirIssuer.issueRoom("user1", 3600, "room1", ["s1", "s2"]),
  });
  print(`issue-room/${name}`, results.ours, results.theirs);
}

const users = Array.from({ length: 100 }, (_, number) => `user${number}`);
const batch = contest({
  ours: () => issuer.issueMany(users, 3600),
  theirs: () => users.map((userId) => theirIssuer.issue(userId, 3600, "")),
}, Math.max(1, turn / users.length), users.length);
print("batch/plain", batch.ours, batch.theirs);

if (!json) printLoadTime();

function print(name, ours, theirs) {
  const rounded = (value) => Number(value.toFixed(1));
  const ratio = Number((theirs.median / ours.median).toFixed(3));
  if (json) {
    const [ours_ns, theirs_ns] = [rounded(ours.median), rounded(theirs.median)];
    const [ours_min_ns, theirs_min_ns] = [rounded(ours.minimum), rounded(theirs.minimum)];
    console.log(JSON.stringify({ case: name, against: "node:crypto", ours_ns, theirs_ns, ratio, ours_min_ns, theirs_min_ns }));
  } else {
    const shown = ({ median, minimum }) => `${median.toFixed(0).padStart(5)} ns (at least ${minimum.toFixed(0)})`;
    console.log(`${name.padEnd(15)} ${shown(ours)}   ${ratio.toFixed(1)} times faster than node:crypto, ${shown(theirs)}`);
  }
}

/** A process that loads the package against one that does not, and `require` as the process itself sees it. */
function printLoadTime() {
  const path = createRequire(import.meta.url).resolve("token04");
  const load = `require(${JSON.stringify(path)})`;
  const time = (script) => {
    const start = process.hrtime.bigint();
    const printed = execFileSync(process.execPath, ["-e", script], { encoding: "utf8" });
    return { whole: Number(process.hrtime.bigint() - start) / 1e6, printed: Number(printed) };
  };
  const measured = `const start = process.hrtime.bigint(); ${load}; console.log(Number(process.hrtime.bigint() - start) / 1e6)`;
  const [bare, loading, inside] = [[], [], []];
  for (let round = 0; round < (brief ? 1 : 31); round += 1) {
    bare.push(time("console.log(0)").whole);
    const { whole, printed } = time(measured);
    loading.push(whole);
    inside.push(printed);
  }
  const over = median(loading) - median(bare);
  console.log(`loading        ${median(inside).toFixed(1)} ms in require, ${over.toFixed(1)} ms over a bare process`);
}
