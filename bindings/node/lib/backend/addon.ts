// Finds and loads the addon for this platform, or else the WebAssembly modules.

import type { Diagnosing, Issuing } from "./functions";

type Addon = Issuing & Diagnosing & { readonly version: string };

const PLATFORMS = [
  "darwin-arm64",
  "darwin-x64",
  "linux-arm64-gnu",
  "linux-arm64-musl",
  "linux-x64-gnu",
  "linux-x64-musl",
  "win32-x64-msvc",
] as const;

/** What `backend/issuing` and `backend/diagnosing` export. */
type Loaded = { backend: "addon" | "wasm"; issuing: Issuing; diagnosing(): Diagnosing };
type Failure = { package: string; error: { code?: string; message: string } };

/** The first binding for this platform that loads; on Linux, trying shows which C library there is. */
function load(): Loaded {
  const platform = `${process.platform}-${process.arch}`;
  const failures: Failure[] = [];
  for (const name of PLATFORMS) {
    if (name !== platform && !name.startsWith(`${platform}-`)) continue;
    try {
      const addon = ofThisVersion(binding(name));
      return { backend: "addon", issuing: addon, diagnosing: () => addon };
    } catch (error) {
      failures.push({ package: `@token04/${name}`, error: error as Failure["error"] });
    }
  }
  try {
    return require("../../wasm/node.cjs");
  } catch {
    throw Object.assign(new Error(whyNone(platform, failures)), { code: "ERR_TOKEN04_BINDING" });
  }
}

/** Each name is written out and inside `try`, to show bundlers what may be loaded and that it may be missing. */
function binding(name: (typeof PLATFORMS)[number]): Addon {
  try {
    switch (name) {
      case "darwin-arm64": return require("@token04/darwin-arm64");
      case "darwin-x64": return require("@token04/darwin-x64");
      case "linux-arm64-gnu": return require("@token04/linux-arm64-gnu");
      case "linux-arm64-musl": return require("@token04/linux-arm64-musl");
      case "linux-x64-gnu": return require("@token04/linux-x64-gnu");
      case "linux-x64-musl": return require("@token04/linux-x64-musl");
      case "win32-x64-msvc": return require("@token04/win32-x64-msvc");
    }
  } catch (error) {
    throw error;
  }
}

function ofThisVersion(addon: Addon): Addon {
  const { version } = require("../../package.json");
  if (addon.version === version) return addon;
  throw new Error(`has version ${addon.version}, but token04 has version ${version}: reinstall both`);
}

function whyNone(platform: string, failures: Failure[]): string {
  const runtime = `${platform} (Node.js ${process.versions.node})`;
  if (failures.length === 0) {
    return `token04 has no native binding for ${runtime}; there are bindings for ${PLATFORMS.join(", ")}`;
  }
  const tried = failures.map((failure) => {
    return `\n  ${failure.package}: ${isMissing(failure) ? "is not installed" : failure.error.message}`;
  });
  const advice = failures.every(isMissing)
    ? "\nIt is an optional dependency of token04: install without --omit=optional, on the platform that runs the code"
    : "";
  return `token04 found no native binding for ${runtime}:${tried.join("")}${advice}`;
}

function isMissing(failure: Failure): boolean {
  return failure.error.code === "MODULE_NOT_FOUND" && failure.error.message.includes(`'${failure.package}'`);
}

export const { backend, issuing, diagnosing } = load();
