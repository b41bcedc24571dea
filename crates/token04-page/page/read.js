// Looks inside a token: its content, when it expires, and what is wrong with it.
let inside = null;
let asking = 0;

function startReading() {
  let waiting;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(read, 200); };
  for (const input of $("read-form").querySelectorAll("input, textarea, select")) input.addEventListener("input", soon);
  $("read-form").addEventListener("submit", event => { event.preventDefault(); read(); });
  // The texts of findings come from the engine, in the requested language.
  onLanguage.push(() => (inside || explained ? read() : undefined));
  for (const id of engine.required) $(id).addEventListener("input", soon);
  for (const button of document.querySelectorAll("[data-example]"))
    button.addEventListener("click", () => { $("paste").value = button.dataset.example; read(); $("paste").focus(); });
  $("example").addEventListener("click", makeExample);
  $("enter").addEventListener("click", () => $("app").focus());
  $("reveal").addEventListener("click", reveal);
  startMap();
  startComparing();
  startLinking();
  setInterval(tick, 250);
}

// Shows the token that was just made, and expects what it was made for.
function openMade({ asked, token }) {
  const room = asked.room || asked.kit;
  $("paste").value = token;
  $("x-user").value = asked.user_id;
  $("x-room").value = room ? room.room_id : "";
  $("x-stream").value = $("x-code").value = "";
  if (engine.kind === "service") $("x-app").value = $("x-secret").value = "";
  $("x-publish").checked = false;
  $("x-profile").value = asked.kit ? "kit" : "";
  read();
}

async function read() {
  const pasted = $("paste").value, turn = ++asking;
  if (!pasted.trim()) return showAnswer(turn, {});
  const given = id => $(id).value || undefined;
  const code = $("x-code").value.trim();
  const question = {
    text: pasted, lang: language, ...engine.project(), user_id: given("x-user"), room_id: given("x-room"), stream_id: given("x-stream"),
    publish: $("x-publish").checked || undefined, profile: given("x-profile"), code: /^-?\d{1,10}$/.test(code) ? Number(code) : undefined,
  };
  try {
    const answer = await engine.read(question);
    // The token that is pasted next is diagnosed with this code.
    if (turn === asking && answer.code !== null) $("x-code").value = answer.code;
    showAnswer(turn, answer);
  } catch (problem) {
    showAnswer(turn, { problem });
  }
}

// Shows an answer, unless another question was asked in the meantime.
function showAnswer(turn, answer) {
  if (turn !== asking) return;
  inside = answer.inside ? { ...answer.inside, token: answer.token } : null;
  explained = answer.explained || null;
  if (compared && inside?.token !== compared.with) compared = null;
  showProblem($("read-error"), answer.problem);
  showExplained();
  showInside();
}

function showInside() {
  $("inside").hidden = !inside;
  $("read-empty").hidden = Boolean(inside || explained) || !$("read-error").hidden;
  $("share").hidden = !inside && !explained;
  if (!inside) return;
  showVerdict(inside);
  showMap(inside);
  showEnvelope(inside);
  showClaims(inside);
  showFindings(inside);
  showCompared();
  $("compare").hidden = !engine.canMake();
  showClock(inside);
}

// Shows the secret that was typed, or hides it again.
function reveal() {
  const shown = $("secret").type === "password";
  $("secret").type = shown ? "text" : "password";
  $("reveal").setAttribute("aria-pressed", String(shown));
  const label = $("reveal").firstElementChild;
  label.textContent = text(label.dataset.t = shown ? "hide" : "show");
}
