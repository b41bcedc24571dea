// The vectors, in place of the files.

const vectors = require("vectors");

exports.readFileSync = (name) => vectors[name];
