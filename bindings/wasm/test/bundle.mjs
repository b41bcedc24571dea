// Bundles the tests of the Node.js package for runtimes that have none of Node.js: bundle(options) gives a module whose
// `run` gives { passed, failures }.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const vectors = join(here, "../../../crates/token04-vectors/vectors");
const NAMES = ["vectors", "errors", "issuer", "diagnose", "drop_in", "vocabulary", "page"];

// They issue as they are loaded, which Cloudflare's workers can do only while they answer a request.
const ENTRY = `
export function run() {
  ${NAMES.map((name) => `require("./test/${name}.test.js");`).join("\n  ")}
  return require("node:test").run();
}
`;

/** The little of Node.js that the tests need. */
const shims = {
  name: "shims",
  setup(build) {
    build.onResolve({ filter: /^node:(test|fs|path)$/ }, ({ path }) => ({ path: join(here, "shims", `${path.slice(5)}.js`) }));
    build.onResolve({ filter: /^(node:)?(assert|buffer|util)$/ }, ({ path }) => build.resolve(`${path.replace("node:", "")}/`, {
      kind: "require-call", resolveDir: here,
    }));
    build.onResolve({ filter: /^vectors$/ }, () => ({ path: "vectors", namespace: "vectors" }));
    build.onLoad({ filter: /.*/, namespace: "vectors" }, () => {
      const names = readdirSync(vectors).filter((name) => name.endsWith(".json"));
      const contents = JSON.stringify(Object.fromEntries(names.map((name) => [name, readFileSync(join(vectors, name), "utf8")])));
      return { contents, loader: "json" };
    });
  },
};

/** The tests of a project, which has the packed package in its node_modules; further options are esbuild's. */
export async function bundle(project, { plugins = [], ...options }) {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: project }, bundle: true, write: false, format: "esm", target: "es2022",
    inject: [join(here, "shims/globals.js")], define: { global: "globalThis" }, logLevel: "warning", plugins: [...plugins, shims], ...options,
  });
  return outputFiles[0].text;
}
