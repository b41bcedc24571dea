// What a call through napi-derive costs, over one through our boundary, with the same core behind both:
//
//     scripts/build.sh node && cargo build --release --manifest-path bindings/node/bench/napi_derive/Cargo.toml
//     npm install --prefix /tmp/boundary dist/node/*.tgz
//     node bindings/node/bench/napi_derive/boundary.mjs /tmp/boundary bindings/node/bench/napi_derive/target/release/libtoken04_napi_derive_bench.so
//
// On an AMD EPYC, with Node.js 20.20.2, napi 3.16.1 and napi-derive 3.7.0, medians of 200 500 calls each:
//
//     issue/plain: ours 324 ns (at least 308), napi-derive 753 ns (at least 706): 430 ns more
//     issue/room: ours 483 ns (at least 465), napi-derive 999 ns (at least 940): 516 ns more

import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [project, library] = process.argv.slice(2);
const ours = createRequire(join(resolve(project), "here.js"))("token04");
const derived = { exports: {} };
process.dlopen(derived, resolve(library));

const [APP_ID, SECRET] = [1234567890, "0123456789abcdef0123456789ABCDEF"];
const PAYLOADS = { plain: "", room: '{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s1","s2"]}' };
const [ROUNDS, TURN] = [401, 500];

function nanoseconds(call) {
  const start = process.hrtime.bigint();
  for (let done = 0; done < TURN; done += 1) call();
  return Number(process.hrtime.bigint() - start) / TURN;
}

const issuers = { ours: new ours.Issuer(APP_ID, SECRET), "napi-derive": new derived.exports.Issuer(APP_ID, SECRET) };
const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
for (const [name, payload] of Object.entries(PAYLOADS)) {
  const samples = { ours: [], "napi-derive": [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [who, issuer] of Object.entries(issuers)) {
      samples[who].push(nanoseconds(() => issuer.issue("user1", 3600, payload)));
    }
  }
  const [we, they] = Object.values(samples).map((values) => ({ median: middle(values), minimum: Math.min(...values) }));
  const text = ({ median, minimum }) => `${median.toFixed(0)} ns (at least ${minimum.toFixed(0)})`;
  console.log(`issue/${name}: ours ${text(we)}, napi-derive ${text(they)}: ${(they.median - we.median).toFixed(0)} ns more`);
}
