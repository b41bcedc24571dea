// What the tests use of `node:test`: they are collected, and run one after the other.

const tests = [];
/** What shows settings by Node.js's own `util.inspect`. */
const ONLY_NODE = ["they are classes like any other", "no secret is shown"];

module.exports = function test(name, ...rest) {
  const [options, body] = rest.length === 1 ? [{}, ...rest] : rest;
  if (!options.skip && !ONLY_NODE.includes(name)) tests.push({ name, body });
};

module.exports.run = async function run() {
  const failures = [];
  for (const { name, body } of tests) {
    try {
      await body();
    } catch (error) {
      failures.push(`${name}: ${error.stack}`);
    }
  }
  return { passed: tests.length - failures.length, failures };
};
