// Looks inside a token: its content, when it expires, and what is wrong with it.
let inside = null;
let asking = 0;

function startReading() {
  let waiting;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(read, 200); };
  for (const input of $("read-form").querySelectorAll("input, textarea, select")) input.addEventListener("input", soon);
  $("read-form").addEventListener("submit", event => { event.preventDefault(); read(); });
  // The texts of findings come from the service, in the requested language.
  onLanguage.push(() => (inside || explained ? read() : undefined));
  setInterval(tick, 250);
}

// Shows the token that was just made, and expects what it was made for.
function openMade({ asked, token }) {
  const room = asked.room || asked.kit;
  $("paste").value = token;
  $("x-user").value = asked.user_id;
  $("x-room").value = room ? room.room_id : "";
  $("x-stream").value = $("x-code").value = $("x-app").value = $("x-secret").value = "";
  $("x-publish").checked = false;
  $("x-profile").value = asked.kit ? "kit" : "";
  read();
}

async function read() {
  const token = $("paste").value, turn = ++asking;
  const given = id => $(id).value.trim() || undefined;
  const code = codeIn(token);
  if (!token.trim()) return showAnswer(turn, {});
  // The token that is pasted next is diagnosed with this code.
  if (code !== undefined) $("x-code").value = code;
  const question = code !== undefined ? { code, lang: language } : {
    token, lang: language, user_id: $("x-user").value || undefined, room_id: $("x-room").value || undefined,
    stream_id: $("x-stream").value || undefined, publish: $("x-publish").checked || undefined,
    profile: given("x-profile"), secret: $("x-secret").value || undefined,
    code: codeIn($("x-code").value), app_id: given("x-app") && Number(given("x-app")),
  };
  try {
    showAnswer(turn, code !== undefined ? { explained: await ask("/dev/explain", question) } : { inside: await ask("/dev/diagnose", question) });
  } catch (problem) {
    showAnswer(turn, { problem });
  }
}

// Shows an answer, unless another question was asked in the meantime.
function showAnswer(turn, answer) {
  if (turn !== asking) return;
  inside = answer.inside || null;
  explained = answer.explained || null;
  showProblem($("read-error"), answer.problem);
  showExplained();
  showInside();
}

function showInside() {
  $("inside").hidden = !inside;
  $("read-empty").hidden = Boolean(inside || explained) || !$("read-error").hidden;
  if (!inside) return;
  showVerdict();
  showAnatomy();
  showClaims();
  showFindings();
  const ends = endOf(inside);
  $("clock").hidden = ends === null;
  $("made-at").textContent = inside.claims ? text("madeAt")(when(inside.claims.ctime)) : "";
  $("ends-at").textContent = text("endsAt")(when(ends));
  tick();
}

// When the token expires: the envelope's expiry counts, or the body's if the envelope cannot be read.
function endOf({ header, claims }) {
  return header ? Number(header.expires_at) : claims ? Number(claims.expire) : null;
}

function showVerdict() {
  const count = severity => inside.findings.filter(finding => finding.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const tone = errors ? "error" : warnings ? "warning" : "good";
  $("verdict").className = `verdict ${tone}`;
  document.querySelector(".mark").textContent = { error: "✕", warning: "!", good: "✓" }[tone];
  $("verdict-text").textContent = errors ? text("verdictError")(errors) : warnings ? text("verdictWarning")(warnings) : text("verdictGood");
}

// The countdown. It is not a live region: a screen reader reads it on request, not every second.
function tick() {
  const ends = inside && endOf(inside), now = Date.now() / 1000;
  if (!inside || ends === null) return;
  const left = Math.trunc(ends - now), over = ends <= now;
  $("clock").classList.toggle("over", over);
  $("left-label").textContent = text(over ? "endedAgo" : "endsIn");
  $("left").textContent = clockText(Math.abs(left));
  const from = inside.claims ? Number(inside.claims.ctime) : ends - 86400;
  const gone = over || ends <= from ? 1 : Math.max(0, (now - from) / (ends - from));
  $("life").style.width = `${(over ? 1 : 1 - gone) * 100}%`;
}

function clockText(seconds) {
  if (!Number.isSafeInteger(seconds)) return "∞";
  const two = number => String(number).padStart(2, "0");
  const days = Math.floor(seconds / 86400), rest = seconds % 86400;
  const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  return days ? `${days.toLocaleString(locale())} ${text("dayShort")} ${time}` : time;
}

function showAnatomy() {
  const header = inside.header;
  $("anatomy").hidden = !header;
  if (!header) return;
  const parts = [
    ["version", "partVersion", 2, text("characters")(2)],
    ["expire", "partExpire", 8, text("bytes")(8)],
    ["iv", "partIv", header.iv_bytes, text("bytes")(header.iv_bytes)],
    ["body", "partBody", header.ciphertext_bytes, text("bytes")(header.ciphertext_bytes)],
  ];
  if (header.mode === "gcm") parts.push(["tail", "partTail", 1, text("bytes")(1)]);
  $("parts").setAttribute("aria-label", text("anatomyLabel") + parts.map(([, name, , size]) => `${text(name)} ${size}`).join(", "));
  $("parts").replaceChildren(...parts.map(([name, , size]) => {
    const part = element("i", name);
    part.style.flexGrow = Math.min(size, 160);
    return part;
  }));
  $("legend").replaceChildren(...parts.map(([name, key, , size]) => {
    const item = element("li", name);
    item.append(element("i"), text(key), element("b", "", size));
    return item;
  }));
}

function showClaims() {
  const { claims, nonce, kit, header } = inside, privilege = claims?.privilege;
  $("says").hidden = !claims && !kit;
  const rows = [];
  if (claims) {
    const right = allowed => text(allowed === null ? "unsaid" : allowed ? "yes" : "no");
    rows.push(["claimUser", claims.user_id], ["claimApp", claims.app_id]);
    if (privilege) {
      rows.push(["claimRoom", privilege.room_id || "—"]);
      rows.push(["claimRights", `${text("mayLogin")}: ${right(privilege.login)} · ${text("mayPublish")}: ${right(privilege.publish)}`, true]);
      const streams = privilege.streams;
      rows.push(["claimStreams", streams && streams.length ? streams.join(", ") : text("anyStream"), !(streams && streams.length)]);
    } else if (claims.payload) rows.push(["claimPayload", claims.payload]);
    else rows.push(["claimRoom", text("anyRoom"), true]);
    rows.push(["claimMade", when(claims.ctime), true], ["claimEnds", when(claims.expire), true]);
    if (header) rows.push(["claimMode", text(header.mode)]);
    rows.push(["claimNonce", nonce]);
  }
  if (kit) rows.push(["claimKit", `${kit.room_id} · ${kit.user_id} · ${kit.user_name}`]);
  $("claims").replaceChildren(...rows.flatMap(([key, value, plain]) => [element("dt", "", text(key)), element("dd", plain ? "plain" : "", value)]));
}

function showFindings() {
  $("found").hidden = inside.findings.length === 0;
  // Errors come first, notes last.
  const pressing = inside.findings.some(finding => finding.severity !== "note");
  $("inside").insertBefore($("found"), pressing ? $("clock") : null);
  $("found-count").textContent = inside.findings.length;
  $("findings").replaceChildren(...inside.findings.map(finding => {
    const item = element("li", `finding ${finding.severity}`), head = element("p", "head");
    head.append(element("b", "", text(finding.severity)), element("code", "", finding.id));
    item.append(head, element("p", "what", finding.message), element("p", "fix", finding.fix));
    if (finding.client_codes.length) {
      const codes = element("p", "codes", `${text("showsAs")} `);
      codes.append(element("code", "", finding.client_codes.join(", ")));
      item.append(codes);
    }
    return item;
  }));
}
