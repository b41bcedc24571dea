// Makes an empty package for each platform that the main package asks for and that was not built here, as if all had been
// published: absent_platforms.mjs MAIN_PACKAGE_JSON OUT BUILT…

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [manifest, out, ...built] = process.argv.slice(2);
for (const [name, version] of Object.entries(JSON.parse(readFileSync(manifest, "utf8")).optionalDependencies)) {
  const platform = name.split("/")[1].replace(/^token04-/, "");
  if (built.some((file) => file.includes(`-${platform}-${version}.`))) continue;
  const [os, cpu, abi] = platform.split("-");
  const libc = { gnu: ["glibc"], musl: ["musl"] }[abi];
  mkdirSync(join(out, platform), { recursive: true });
  writeFileSync(join(out, platform, "package.json"), JSON.stringify({ name, version, os: [os], cpu: [cpu], libc }));
}
