// Makes a token: the form, its checks, the result, and the code that uses it.
const kindNow = () => document.querySelector("input[name=kind]:checked").value;
let made = null;
let tab = 0;

function startMaking() {
  const form = $("make-form");
  for (const radio of document.getElementsByName("kind")) radio.addEventListener("change", showKind);
  form.addEventListener("submit", event => { event.preventDefault(); make(); });
  document.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat) { event.preventDefault(); form.requestSubmit(); }
  });
  for (const input of form.querySelectorAll("input")) input.addEventListener("input", () => mark(input.id, ""));
  document.querySelector(".tabs").addEventListener("keydown", moveTab);
  onLanguage.push(showKind, showMade);
}

// Begins with what the policy grants.
function startWith(policy) {
  const ttl = Math.min(policy.default_ttl, policy.max_ttl);
  const unit = [86400, 3600, 60, 1].find(size => ttl % size === 0);
  $("ttl").value = ttl / unit;
  $("unit").value = unit;
}

function showKind() {
  const kind = kindNow();
  $("kind-hint").textContent = text(`${kind}Hint`);
  for (const field of document.querySelectorAll("[data-for]")) field.hidden = !field.dataset.for.split(" ").includes(kind);
}

function mark(id, message) {
  const place = $(`${id}-error`);
  if (!place) return;
  place.textContent = message;
  if (message) $(id).setAttribute("aria-invalid", "true");
  else $(id).removeAttribute("aria-invalid");
}

// The request from the form, or null if a field is invalid or empty.
function request() {
  const kind = kindNow(), wrong = [];
  const check = (id, good, key) => { mark(id, good ? "" : text(key)); if (!good) wrong.push(id); };
  check("user", $("user").value !== "", "required");
  const count = /^[0-9]{1,12}$/.test($("ttl").value) ? Number($("ttl").value) : 0;
  check("ttl", count >= 1, "askedWhole");
  if (kind !== "identity") check("room", $("room").value !== "", "required");
  if (wrong.length) { $(wrong[0]).focus(); return null; }
  const asked = { user_id: $("user").value, ttl: count * Number($("unit").value) };
  if (kind === "kit") asked.kit = { room_id: $("room").value, ...($("name").value && { user_name: $("name").value }) };
  if (kind === "privilege") {
    const streams = $("streams").value.split(/[,，]/).map(id => id.trim()).filter(Boolean);
    asked.room = { room_id: $("room").value, login: $("login").checked, publish: $("publish").checked, ...(streams.length && { streams }) };
  }
  return asked;
}

async function make() {
  const asked = request();
  if (!asked) return;
  const button = document.querySelector(".primary");
  button.setAttribute("aria-busy", "true");
  try {
    const answer = await ask("/v1/token", asked);
    made = { asked, ...answer };
    showProblem($("make-error"));
    showMade();
    $("make-status").textContent = text("made");
    openMade(made);
  } catch (problem) {
    const field = { 3: "user", 6: "ttl", 102: "room" }[problem.code];
    showProblem($("make-error"), problem);
    if (field) { $(field).setAttribute("aria-invalid", "true"); $(field).focus(); }
  } finally {
    button.removeAttribute("aria-busy");
  }
}

function showMade() {
  $("made").hidden = !made;
  if (!made) return;
  paintToken($("made-token"), made.token);
  $("made-ends").textContent = when(made.expires_at);
  $("made-renew").textContent = when(made.renew_at);
  const tabs = document.querySelector(".tabs"), codes = codeOf(made);
  tab = Math.min(tab, codes.length - 1);
  tabs.replaceChildren(...codes.map(([name], index) => {
    const button = element("button", "", name);
    button.type = "button";
    button.id = `tab-${index}`;
    button.setAttribute("role", "tab");
    button.setAttribute("aria-controls", "code");
    button.setAttribute("aria-selected", String(index === tab));
    button.tabIndex = index === tab ? 0 : -1;
    button.addEventListener("click", () => { tab = index; showMade(); $(`tab-${tab}`).focus(); });
    return button;
  }));
  $("code").textContent = codes[tab][1];
  $("code").setAttribute("aria-labelledby", `tab-${tab}`);
}

function moveTab(event) {
  const count = event.currentTarget.children.length;
  const next = { ArrowRight: tab + 1, ArrowLeft: tab - 1 + count, Home: 0, End: count - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  tab = next % count;
  showMade();
  $(`tab-${tab}`).focus();
}

// The token, with each part in its colour. A base64 character holds six bits, so some belong to two parts.
function paintToken(place, token) {
  const at = bytes => 2 + Math.round((bytes * 4) / 3);
  const body = token.split("#")[0], head = atob(body.slice(2, 18));
  const ivEnds = 10 + head.charCodeAt(8) * 256 + head.charCodeAt(9);
  const cuts = [["version", 0, 2], ["expire", 2, at(8)], ["iv", at(8), at(ivEnds)], ["body", at(ivEnds), body.length], ["tail", body.length, token.length]];
  place.replaceChildren(...cuts.map(([name, from, to]) => element("span", name, token.slice(from, to))));
}

// The code that uses the token, and the code that requests it.
function codeOf({ asked, token }) {
  const js = JSON.stringify;
  const lines = (...all) => all.join("\n");
  const first = `const token = ${js(token)};`;
  const room = (asked.room || asked.kit || { room_id: "room1" }).room_id;
  const shell = `'${js(asked).replaceAll("'", "'\\''")}'`;
  const curl = ["curl", lines(`curl ${location.origin}/v1/token \\`, `  -H 'Content-Type: application/json' \\`, `  -d ${shell}`)];
  if (asked.kit) {
    return [["UIKit", lines(
      `import { ZegoUIKitPrebuilt } from "@zegocloud/zego-uikit-prebuilt";`, "", first,
      `const kit = ZegoUIKitPrebuilt.create(token);`,
      `kit.joinRoom({ container: document.querySelector("#call") });`)], curl];
  }
  const user = js(asked.user_id);
  const express = ["Express", lines(
    `import { ZegoExpressEngine } from "zego-express-engine-webrtc";`, "", first,
    `// ${text("server")}`,
    `const engine = new ZegoExpressEngine(${about.app_id}, server);`,
    `await engine.loginRoom(${js(room)}, token, { userID: ${user}, userName: ${user} });`)];
  const zim = ["ZIM", lines(
    `import { ZIM } from "zego-zim-web";`, "", first,
    `const zim = ZIM.create({ appID: ${about.app_id} });`,
    `await zim.login(${user}, { userName: ${user}, token });`)];
  return asked.room ? [express, curl] : [express, zim, curl];
}
