// The basics of the page: language, theme, copying, requests to the service, and the start.
const $ = id => document.getElementById(id);
const prefer = (key, value) => {
  try {
    if (value === undefined) return localStorage.getItem(key);
    localStorage.setItem(key, value);
  } catch { /* A browser that keeps nothing is none the worse. */ }
  return null;
};

let language = prefer("language") || (navigator.language.startsWith("zh") ? "zh" : "en");
const text = key => TEXTS[language][key];
const onLanguage = [];

// An element with text, never with markup: the content of a token is not trusted.
function element(name, className, content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

function speak(next) {
  language = next;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = text("title");
  for (const one of document.querySelectorAll("[data-t]")) one.textContent = text(one.dataset.t);
  for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-label", text(one.dataset.label));
  for (const one of document.querySelectorAll("[data-language]")) one.setAttribute("aria-pressed", String(one.dataset.language === language));
  for (const act of onLanguage) act();
}

const THEMES = ["Auto", "Light", "Dark"];
let theme = THEMES.includes(prefer("theme")) ? prefer("theme") : "Auto";
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
function paint() {
  const dark = theme === "Auto" ? systemIsDark.matches : theme === "Dark";
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  $("theme-name").textContent = $("theme").title = text(`theme${theme}`);
}

const locale = () => (language === "zh" ? "zh-CN" : "en-GB");
function when(seconds) {
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  return date.toLocaleString(locale(), { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
}
function span(seconds) {
  for (const [unit, size] of [["days", 86400], ["hours", 3600], ["minutes", 60]])
    if (seconds % size === 0) return `${seconds / size} ${text(unit)}`;
  return `${seconds} ${text("seconds")}`;
}

// Sends a request to the service and returns its response, or throws the message to show.
async function ask(path, body) {
  let response;
  try {
    response = await fetch(path, body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    throw { message: text("offline") };
  }
  const answer = await response.json();
  if (response.ok) return answer;
  const own = text("codes")[answer.code];
  throw { code: answer.code, message: own ? `${own}（${answer.detail}）` : answer.detail };
}

async function copy(button) {
  const source = $(button.dataset.copy), label = button.firstElementChild;
  let said = "copied";
  try {
    await navigator.clipboard.writeText(source.textContent);
  } catch {
    getSelection().selectAllChildren(source);
    said = "copyFailed";
  }
  label.textContent = text(said);
  button.classList.add("done");
  $("make-status").textContent = text(said);
  setTimeout(() => {
    label.textContent = text("copy");
    button.classList.remove("done");
  }, 1600);
}

let about = {};
function showFacts() {
  $("fact-app").textContent = about.app_id;
  $("fact-profile").textContent = about.profile || text("noProfile");
  $("fact-mode").textContent = text(about.mode || "cbc");
  $("fact-longest").textContent = about.max_ttl ? span(about.max_ttl) : "";
  $("version").textContent = about.version || "";
}

async function start() {
  for (const button of document.querySelectorAll("[data-language]"))
    button.addEventListener("click", () => { prefer("language", button.dataset.language); speak(button.dataset.language); });
  $("theme").addEventListener("click", () => { theme = THEMES[(THEMES.indexOf(theme) + 1) % 3]; prefer("theme", theme); paint(); });
  systemIsDark.addEventListener("change", paint);
  for (const button of document.querySelectorAll(".copy")) button.addEventListener("click", () => copy(button));
  if (!/Mac|iPhone|iPad/.test(navigator.platform)) document.querySelector("kbd").textContent = "Ctrl ↵";
  onLanguage.push(paint, showFacts);
  startMaking();
  startReading();
  speak(language);
  try {
    about = await ask("/dev/about");
    showFacts();
    startWith(about);
  } catch (problem) {
    showProblem($("make-error"), problem);
  }
}

function showProblem(place, problem) {
  place.textContent = problem ? problem.message : "";
  place.hidden = !problem;
}
