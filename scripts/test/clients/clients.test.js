// What docs/en/clients/renewal.md says, against the published packages; and what exists twice.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const read = (path) => readFileSync(new URL(path, new URL("../../../", import.meta.url)), "utf8");
const page = read("docs/en/clients/renewal.md");
const english = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, code]) => ({ language, code }));

test("every JavaScript snippet parses, and uses only what the packages' types have", () => {
  const snippets = english.filter(({ language }) => language === "js");
  assert.ok(snippets.length >= 5);
  // Inside node_modules the packages are found, and nothing is committed.
  const folder = fileURLToPath(new URL("node_modules/.snippets/", import.meta.url));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const files = snippets.map(({ code }, index) => `${folder}${index}.ts`);
  snippets.forEach(({ code }, index) => writeFileSync(files[index], code));
  const compiler = fileURLToPath(new URL("node_modules/.bin/tsc", import.meta.url));
  const options = ["--noEmit", "--allowJs", "--skipLibCheck", "--strict", "false", "--target", "es2022", "--module", "esnext",
    "--moduleResolution", "bundler", "--lib", "es2022,dom", "--types", ""];
  try {
    execFileSync(compiler, [...options, fileURLToPath(new URL("names.d.ts", import.meta.url)), ...files], { encoding: "utf8" });
  } catch (error) {
    assert.fail(error.stdout || error.message);
  }
});

test("the native names are those that ZEGO's own React Native packages call", () => {
  const express = "scripts/test/clients/node_modules/zego-express-engine-reactnative/";
  const zim = "scripts/test/clients/node_modules/zego-zim-react-native/";
  const names = {
    [`${express}android/src/main/java/im/zego/reactnative/RCTZegoExpressNativeModule.java`]: [
      "public void onRoomTokenWillExpire(String roomID, int remainTimeInSecond)", "ZegoExpressEngine.getEngine()",
      "renewToken(roomID, token)", "new ZegoRoomConfig()"],
    [`${express}ios/src/RCTZegoExpressEngine.m`]: [
      "- (void)onRoomTokenWillExpire:(int)remainTimeInSecond roomID:(NSString *)roomID",
      "[[ZegoExpressEngine sharedEngine] renewToken:token roomID:roomID]", "[[ZegoRoomConfig alloc] init]"],
    [`${zim}android/src/main/java/im/zego/RNZimReactnativeSdkModule.java`]: ["public void onTokenWillExpire(ZIM zim, int second)", "zim.renewToken("],
    [`${zim}ios/RNZimReactnativeSdk.m`]: ["- (void)zim:(ZIM *)zim tokenWillExpire:(unsigned int)second", "[zim renewToken:token"],
  };
  const written = english.map(({ code }) => code).join("\n");
  for (const [path, expected] of Object.entries(names)) {
    const published = read(path);
    for (const name of expected) {
      assert.ok(published.includes(name), `${name} in ${path}`);
      assert.ok(written.includes(name), `${name} in docs/en/clients/renewal.md`);
    }
  }
});

test("the browser and the mini-program have the same token keeper, free of both", () => {
  const keeper = read("examples/web/tokens.js");
  assert.equal(read("examples/mini-program/tokens.js"), keeper);
  assert.doesNotMatch(keeper, /\b(fetch|document|window|uni|wx)\b/);
});

test("the mini-program's package is pinned to the version that was read", () => {
  const name = "@zegocloud/zego-uikit-prebuilt-call-mini-program";
  assert.equal(JSON.parse(read("examples/mini-program/package.json")).dependencies[name], "2.1.0");
  assert.equal(JSON.parse(read("examples/mini-program/package-lock.json")).packages[`node_modules/${name}`].version, "2.1.0");
});
