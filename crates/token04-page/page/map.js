// The map of a token: where each part is, in its text and in its bytes. Parts light up together.
const PARTS = {
  version: "partVersion", expire: "partExpire", iv_length: "partIvLength", iv: "partIv",
  ciphertext_length: "partCiphertextLength", ciphertext: "partBody", mode: "partTail", kit: "partKit",
};
const LONGEST_BYTES = 512;

// The token in colours. Its parts are where the engine says.
function paintToken(place, token, parts) {
  place.replaceChildren(...(parts || [{ name: "plain", text: { start: 0, end: token.length } }]).map(({ name, text: { start, end } }) => {
    const part = element("span", "", token.slice(start, end));
    part.dataset.part = name;
    return part;
  }));
}

function showMap({ map, token }) {
  $("anatomy").hidden = !map;
  if (!map) return;
  const sizes = map.parts.map(({ name, bytes, text: { start, end } }) =>
    [name, bytes.end > bytes.start ? bytes.end - bytes.start : end - start, bytes.end > bytes.start ? "bytes" : "characters"]);
  $("parts").setAttribute("aria-label", text("anatomyLabel") + sizes.map(([name, size, unit]) => `${text(PARTS[name])} ${text(unit)(size)}`).join(", "));
  $("parts").replaceChildren(...sizes.map(([name, size]) => {
    const part = element("i");
    part.dataset.part = name;
    part.style.flexGrow = Math.min(size, 160);
    return part;
  }));
  $("legend").replaceChildren(...sizes.map(([name, size, unit]) => {
    const item = element("li"), button = element("button");
    button.type = "button";
    button.dataset.part = name;
    button.setAttribute("aria-pressed", "false");
    button.append(element("i"), text(PARTS[name]), element("b", "", text(unit)(size)));
    item.append(button);
    return item;
  }));
  paintToken($("map-text"), token, map.parts);
  paintBytes($("map-bytes"), map);
}

function paintBytes(place, { envelope, parts }) {
  const count = envelope.length / 2, shown = Math.min(count, LONGEST_BYTES);
  const spans = parts.filter(({ bytes }) => bytes.end > bytes.start && bytes.start < shown).map(({ name, bytes }) => {
    const span = element("span");
    span.dataset.part = name;
    for (let at = bytes.start; at < Math.min(bytes.end, shown); at++) span.append(element("u", "", envelope.slice(2 * at, 2 * at + 2)));
    return span;
  });
  if (shown < count) spans.push(element("em", "", text("moreBytes")(count - shown)));
  place.replaceChildren(...spans);
}

// Lights up a part everywhere while the pointer or the focus is on it, or after a press until the next.
function startMap() {
  const place = $("inside");
  let pinned = "";
  const light = name => {
    if (name) place.dataset.lit = name;
    else delete place.dataset.lit;
  };
  const partAt = event => event.target.closest?.("[data-part]")?.dataset.part;
  place.addEventListener("pointerover", event => light(partAt(event) || pinned));
  place.addEventListener("pointerleave", () => light(pinned));
  place.addEventListener("focusin", event => light(partAt(event) || pinned));
  place.addEventListener("focusout", () => light(pinned));
  $("legend").addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    pinned = pinned === button.dataset.part ? "" : button.dataset.part;
    for (const one of $("legend").querySelectorAll("button")) one.setAttribute("aria-pressed", String(one.dataset.part === pinned));
    light(pinned);
  });
}
