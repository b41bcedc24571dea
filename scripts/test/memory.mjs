#!/usr/bin/env node
// Scans a process from outside for what must have been wiped: memory.mjs [--keeps-texts] COMMAND…
//
// The command is run once per case, in a process of its own, as `COMMAND… OPERATION [TOKEN]`. It reads 32 bytes of a
// secret from standard input, does the operation, prints a line with the code of the result, and waits for a line.
// Then it frees everything, wipes its own copies of the secret, prints a line, and waits again. The first scan must
// find round keys, or it would prove nothing; the second must find neither the secret, nor a round key, nor a piece
// of the token's body. A language whose strings cannot be wiped is run with --keeps-texts: then what a successful
// verification handed out, user id and payload, is not looked for. Ends with "N passed, N failed".

import { spawn } from "node:child_process";
import { createCipheriv, randomBytes } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { createInterface } from "node:readline";
import { readEnvelope, seal, unseal, writeBody, writeEnvelope, writeText } from "../vectors/format.mjs";
import { decryptionKeys, encryptionKeys } from "./memory/round_keys.mjs";

const APP_ID = 1234567890;
const BLOCK = 16;
/** How much of a body in one place counts as found. */
const PIECE = 24;
const now = Math.floor(Date.now() / 1000);

/** A token of another writer, whole or broken as a case asks for. */
function foreignToken(secret, { mode = "cbc", claims, body, breakIt = (bytes) => bytes } = {}) {
  const all = { app_id: APP_ID, user_id: "user1", nonce: randomBytes(4).readUInt32BE() >> 1, ctime: now,
    expire: now + 3600, payload: `{"room_id":"${randomBytes(9).toString("hex")}"}`, ...claims };
  const iv = randomBytes(mode === "gcm" ? 12 : 16);
  const text = body ?? writeBody(all);
  const ciphertext = breakIt(seal(Buffer.from(text), { key: Buffer.from(secret), iv, mode }));
  const token = writeText(writeEnvelope({ expire: all.expire, iv, ciphertext, mode_byte: mode === "gcm" ? 1 : undefined }));
  return { token, text };
}

const lastByteChanged = (bytes) => (bytes[bytes.length - 1] ^= 1, bytes);
const lastBlockCut = (bytes) => bytes.subarray(0, -BLOCK);
const broken = '{"app_id":1234567890,"user_id":"user1","nonce":"this is not a body that can be read"';

/** What is done, the code that it must end with, and the token it is done to. */
const CASES = [
  ["issue-cbc", 0],
  ["issue-gcm", 0],
  ["drop-in", 0],
  ["verify", 0, {}],
  ["verify", 0, { mode: "gcm" }],
  ["verify", 201, { breakIt: (bytes) => bytes.subarray(0, -3) }],
  ["verify", 202, { breakIt: lastByteChanged }],
  ["verify", 202, { breakIt: lastBlockCut }],
  ["verify", 202, { body: broken }],
  ["verify", 202, { body: Buffer.concat([Buffer.from(broken), Buffer.from([0xff])]) }],
  ["verify", 202, { mode: "gcm", breakIt: lastByteChanged }],
  ["verify", 204, { claims: { expire: now - 60 } }],
  ["verify", 205, { claims: { app_id: 7 } }],
  ["verify", 206, { claims: { user_id: "user2" } }],
  ["verify-previous", 0, {}],
  ["verify-previous", 202, { breakIt: lastByteChanged }],
  ["diagnose", 0, {}],
  ["diagnose", 0, { breakIt: lastByteChanged }],
];

/** What must not be found, by what it is. `keepsTexts`: the process may keep the texts within the body. */
function needles(secret, body, keepsTexts) {
  const key = Buffer.from(secret);
  const found = [["the secret", key]];
  encryptionKeys(key).forEach((bytes, round) => found.push([`round key ${round}`, bytes]));
  decryptionKeys(key).forEach((bytes, round) => found.push([`decryption key ${round + 1}`, bytes]));
  // The key of GCM's authentication.
  found.push(["GHASH's key", createCipheriv("aes-256-ecb", key, null).update(Buffer.alloc(BLOCK))]);
  // Only what is around the numbers is in no text that a host may keep.
  const numbers = body.indexOf(',"nonce":');
  const end = keepsTexts ? numbers + 72 : body.length;
  for (let at = numbers; at >= 0 && at + PIECE <= Math.min(body.length, end); at += 8) {
    found.push([`the body from byte ${at}`, body.subarray(at, at + PIECE)]);
  }
  return found;
}

/** The writable memory of a process, region by region. */
function* memoryOf(pid) {
  const memory = openSync(`/proc/${pid}/mem`, "r");
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, "utf8").split("\n")) {
      const region = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
      if (!region) continue;
      const [start, end] = region.slice(1).map((address) => Number.parseInt(address, 16));
      const bytes = Buffer.alloc(end - start);
      let length = 0;
      // A guard page within is skipped.
      while (length < bytes.length) {
        try {
          length += readSync(memory, bytes, length, bytes.length - length, start + length) || bytes.length;
        } catch {
          length += 4096;
        }
      }
      yield [line.split(/\s+/)[5] || "memory without a name", bytes];
    }
  } finally {
    closeSync(memory);
  }
}

function scan(pid, sought) {
  const found = [];
  for (const [region, bytes] of memoryOf(pid)) {
    for (const [what, needle] of sought) if (bytes.includes(needle)) found.push(`${what} in ${region}`);
  }
  return found;
}

async function run(command, keepsTexts, [operation, code, form]) {
  const secret = randomBytes(16).toString("hex");
  const foreign = form && foreignToken(secret, form);
  const child = spawn(command[0], [...command.slice(1), operation, ...(foreign ? [foreign.token] : [])],
    { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async () => (await lines.next()).value ?? "(no line)";
  try {
    child.stdin.write(secret);
    // A token that was made is printed behind the code.
    const [told, token] = (await line()).split(" ");
    if (told !== String(code)) return [`code ${told}, expected ${code}`];
    const body = foreign ? Buffer.from(foreign.text) : openToken(token, secret);
    const sought = needles(secret, body, keepsTexts && code === 0);
    const alive = scan(child.pid, sought);
    if (operation !== "drop-in" && operation !== "diagnose" && !alive.some((what) => what.includes("round key"))) {
      return ["no round key was found while there was one: the scan does not see"];
    }
    child.stdin.write("\n");
    await line();
    return scan(child.pid, sought);
  } finally {
    child.stdin.end("\n");
    child.kill();
  }
}

/** A case's form as a person reads it. */
function describe(form = {}) {
  return JSON.stringify(form, (_, value) => (typeof value === "function" ? value.name : value)).slice(0, 80);
}

function openToken(token, secret) {
  const envelope = readEnvelope(token);
  return unseal(envelope.ciphertext, { ...envelope, key: Buffer.from(secret) });
}

const keepsTexts = process.argv[2] === "--keeps-texts";
const command = process.argv.slice(keepsTexts ? 3 : 2);
let passed = 0;
for (const testCase of CASES) {
  const [operation, code, form] = testCase;
  const found = await run(command, keepsTexts, testCase);
  if (found.length === 0) passed++;
  else console.error(`FAILED: ${operation} ${code} ${describe(form)}: ${found.join(", ")}`);
}
console.log(`${passed} passed, ${CASES.length - passed} failed`);
process.exitCode = passed === CASES.length ? 0 : 1;
