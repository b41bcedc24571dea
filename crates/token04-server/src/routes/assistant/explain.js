// Explains an error code, where no token is at hand yet.
let explained = null;

// The code in the box, or nothing if it holds something else: no token is so short.
function codeIn(pasted) {
  return /^\s*-?\d{1,10}\s*$/.test(pasted) ? Number(pasted) : undefined;
}

function showExplained() {
  $("explained").hidden = !explained;
  if (!explained) return;
  const { code, product, meaning, causes, titles, checks, next, undocumented, near } = explained;
  $("explained-title").textContent = product ? `${code} · ${product}` : code;
  $("explained-meaning").textContent = meaning;
  $("causes-part").hidden = causes.length === 0;
  $("causes").replaceChildren(...causes.map((id, at) => {
    const item = element("li", "", `${titles[at]} `);
    item.append(element("code", "", id));
    return item;
  }));
  $("checks").replaceChildren(...checks.map(check => element("li", "", check)));
  $("near").textContent = near.length ? text("nearCodes")(near.join(", ")) : "";
  $("explained-next").textContent = causes.length ? text("pasteNext") : next;
  $("undocumented").textContent = undocumented || "";
}
