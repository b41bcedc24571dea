// How many bytes the process grows by over many issuers that are closed in a loop that never returns to Node.js.
"use strict";

const { Issuer, Verifier } = require("token04");
const { APP_ID, SECRET } = require("./fixtures.js");

function closeMany(count) {
  for (let made = 0; made < count; made += 1) {
    new Issuer(APP_ID, SECRET).close();
    new Verifier(APP_ID, SECRET).close();
  }
}

// What is kept for later use is kept by then.
closeMany(20000);
const before = process.memoryUsage().rss;
closeMany(Number(process.argv[2]));
console.log(process.memoryUsage().rss - before);
