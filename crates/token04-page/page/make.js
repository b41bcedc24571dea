// Makes a token: the form, its checks, and the result.
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
  for (const id of engine.required) $(id).addEventListener("input", () => mark(id, ""));
  onLanguage.push(showKind, showMade);
}

// Begins with what the service's policy grants.
function startWith(policy) {
  if (!policy.max_ttl) return;
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
  for (const id of engine.required) check(id, id === "app" ? wholeIn(id) : $(id).value !== "", id === "app" ? "askedAppId" : "required");
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

// Makes a token with what is in the form, and with the project of the documentation if none is entered.
function makeExample() {
  if (!engine.canMake()) [$("app").value, $("secret").value] = ["1234567890", "0123456789abcdef0123456789abcdef"];
  make();
}

async function make() {
  const asked = request();
  if (!asked) return;
  const button = document.querySelector(".primary");
  button.setAttribute("aria-busy", "true");
  try {
    const answer = await engine.make(asked);
    const { inside } = await engine.read({ text: answer.token });
    made = { asked, ...answer, parts: inside.map?.parts };
    showProblem($("make-error"));
    showMade();
    $("status").textContent = text("made");
    openMade(made);
  } catch (problem) {
    const field = { 1: "app", 3: "user", 5: "secret", 6: "ttl", 102: "room" }[problem.code];
    showProblem($("make-error"), problem);
    if (field) { $(field).setAttribute("aria-invalid", "true"); $(field).focus(); }
  } finally {
    button.removeAttribute("aria-busy");
  }
}

function showMade() {
  $("made").hidden = !made;
  if (!made) return;
  paintToken($("made-token"), made.token, made.parts);
  $("made-ends").textContent = when(made.expires_at);
  $("made-renew").textContent = made.renew_at ? when(made.renew_at) : "";
  $("made-renew").hidden = $("made-renew-label").hidden = !made.renew_at;
  showUse();
}

function showUse(chosen) {
  const codes = codeOf(made);
  tab = Math.min(chosen ?? tab, codes.length - 1);
  showTabs($("use"), $("use-code"), codes, tab, showUse);
}
