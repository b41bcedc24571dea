// Makes the npm packages, as napi-rs lays them out: node pack.mjs OUT TARGET ADDON [TARGET ADDON]…
// TARGET is the Rust target that ADDON, the built library, is for. `scripts/build.sh wasm` comes first. OUT gets
// token04-VERSION.tgz, which is the same on every platform, and a package for each target, which the first names as an
// optional dependency.

import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const LICENCES = ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY-NOTICES.md"];

/** The names that npm and Node.js have for a Rust target, and the platform's name as napi-rs makes it. */
function platformOf(target) {
  const [machine, , system, abi] = target.split("-");
  const cpu = { x86_64: "x64", aarch64: "arm64" }[machine];
  const os = { linux: "linux", darwin: "darwin", windows: "win32" }[system];
  const libc = { gnu: "glibc", musl: "musl" }[os === "linux" ? abi : undefined];
  return { name: [os, cpu, abi].filter(Boolean).join("-"), os, cpu, libc };
}

/** The name of the package for a platform. */
function nameOf(manifest, platform) {
  return `@${manifest.name}/${platform.name}`;
}

/** The main package: package.json with the platforms in place of what only developers need. */
function writeMainPackage(folder, { devDependencies, ...manifest }) {
  const platforms = manifest.napi.targets.map((target) => nameOf(manifest, platformOf(target)));
  const optionalDependencies = Object.fromEntries(platforms.sort().map((name) => [name, manifest.version]));
  writeJson(join(folder, "package.json"), { ...manifest, optionalDependencies });
  for (const name of readdirSync(here).filter((name) => /\.d\.m?ts$|^README\.md$/.test(name))) copyFileSync(join(here, name), join(folder, name));
  const compiler = join(here, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-p", here, "--outDir", join(folder, "lib")], { stdio: "inherit" });
  cpSync(join(root, "dist/wasm"), join(folder, "wasm"), { recursive: true });
}

function writePlatformPackage(folder, manifest, target, addon) {
  const platform = platformOf(target);
  const { os, cpu, libc } = platform;
  const name = nameOf(manifest, platform);
  const main = `${manifest.napi.binaryName}.${platform.name}.node`;
  const { version, license, author, homepage, repository, engines } = manifest;
  const description = `The native library of ${manifest.name} for ${platform.name}`;
  writeJson(join(folder, "package.json"), {
    name, version, description, license, author, homepage, repository, type: "commonjs", main,
    files: [main, "LICENSE-*", "THIRD-PARTY-NOTICES.md"], engines, os: [os], cpu: [cpu], ...(libc && { libc: [libc] }),
    // A package in a scope is private by default.
    publishConfig: { access: "public" },
  });
  writeFileSync(join(folder, "README.md"), `# ${name}\n\n${description}. Install \`${manifest.name}\`.\n`);
  copyFileSync(addon, join(folder, main));
}

function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

function pack(out, write) {
  const folder = mkdtempSync(join(tmpdir(), "token04-pack-"));
  try {
    write(folder);
    for (const name of LICENCES) copyFileSync(join(root, name), join(folder, name));
    execFileSync("npm", ["pack", "--silent", "--pack-destination", out], { cwd: folder, stdio: "inherit" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [out, ...addons] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
pack(out, (folder) => writeMainPackage(folder, manifest));
for (let i = 0; i < addons.length; i += 2) {
  pack(out, (folder) => writePlatformPackage(folder, manifest, addons[i], addons[i + 1]));
}
