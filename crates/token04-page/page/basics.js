// The basics of the page: language, theme, copying, and the start.
const $ = id => document.getElementById(id);
const prefer = (key, value) => {
  try {
    if (value === undefined) return localStorage.getItem(key);
    localStorage.setItem(key, value);
  } catch { /* Without storage, the preference lasts as long as the page. */ }
  return null;
};

let language = prefer("language") || (navigator.language.startsWith("zh") ? "zh" : "en");
// A text of the page, in the form for its engine if there is one.
const text = key => TEXTS[language][`${key}@${engine.kind}`] ?? TEXTS[language][key];
const onLanguage = [];

// An element with text, never with markup: the content of a token is not trusted.
function element(name, className, content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

// A link to the documentation, which opens beside the page.
function docsLink(document, anchor, className, content) {
  const link = element("a", className, content);
  link.href = DOCS + TEXTS[language].documents[document] + (anchor ? `#${anchor}` : "");
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

function speak(next) {
  language = next;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = text("title");
  for (const one of document.querySelectorAll("[data-t]")) one.textContent = text(one.dataset.t);
  for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-label", text(one.dataset.label));
  for (const one of document.querySelectorAll("[data-placeholder]")) one.placeholder = text(one.dataset.placeholder);
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

// The whole number in a field, if it holds one that an AppID can be.
function wholeIn(id) {
  const value = $(id).value.trim();
  return /^\d{1,10}$/.test(value) && value > 0 && value <= 0xffffffff ? Number(value) : undefined;
}

// What to show of an engine's refusal. Codes are those that all token04 libraries share.
function refusal({ code, detail }) {
  const own = text("codes")[code];
  return { code, message: own ? `${own}（${detail}）` : detail };
}

async function copy(button) {
  const source = $(button.dataset.copy);
  let said = "copied";
  try {
    await navigator.clipboard.writeText(source.textContent);
  } catch {
    getSelection().selectAllChildren(source);
    said = "copyFailed";
  }
  say(button, said);
}

// Shows on a button, for a moment, what it did.
function say(button, said) {
  const label = button.firstElementChild;
  label.textContent = text(said);
  button.classList.add("done");
  $("status").textContent = text(said);
  setTimeout(() => {
    label.textContent = text(label.dataset.t);
    button.classList.remove("done");
  }, 1600);
}

function showProblem(place, problem) {
  place.textContent = problem ? problem.message : "";
  place.hidden = !problem;
}

let about = {};
function showFacts() {
  $("fact-app").textContent = about.app_id ?? "";
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
  for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copy(button));
  if (!/Mac|iPhone|iPad/.test(navigator.platform)) document.querySelector("kbd").textContent = "Ctrl ↵";
  onLanguage.push(paint, showFacts);
  startMaking();
  startReading();
  startCode();
  speak(language);
  try {
    about = await engine.about();
    showFacts();
    startWith(about);
    openLink();
  } catch (problem) {
    showProblem($("make-error"), { message: problem.message ?? String(problem) });
  }
}
