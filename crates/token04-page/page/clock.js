// When the token expires, and the countdown until then.

// The envelope's expiry counts, or the body's if the envelope cannot be read.
function endOf({ header, claims }) {
  return header ? Number(header.expires_at) : claims ? Number(claims.expire) : null;
}

function showClock(token) {
  const ends = endOf(token);
  $("clock").hidden = ends === null;
  $("made-at").textContent = token.claims ? text("madeAt")(when(token.claims.ctime)) : "";
  $("ends-at").textContent = text("endsAt")(when(ends));
  tick();
}

// It is not a live region: a screen reader reads it on request, not every second.
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
