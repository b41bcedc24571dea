// Explains an error code, where no token is at hand yet.
let explained = null;
// The causes to show at once. Some codes have many, and the first are the likely ones.
const FIRST_CAUSES = 6;

function showExplained() {
  $("explained").hidden = !explained;
  if (!explained) return;
  const { code, product, meaning, causes, titles, checks, next, undocumented, near } = explained;
  $("explained-title").textContent = product ? `${code} · ${product}` : code;
  $("explained-meaning").textContent = meaning;
  $("causes-part").hidden = causes.length === 0;
  const items = causes.map((id, at) => {
    const item = element("li", "", `${titles[at]} `), code = element("code");
    code.append(docsLink("diagnose", id, "", id));
    item.append(code);
    return item;
  });
  $("causes").replaceChildren(...items.slice(0, FIRST_CAUSES));
  const others = items.slice(FIRST_CAUSES);
  $("other-causes").hidden = others.length === 0;
  $("other-causes-title").textContent = text("otherCauses")(others.length);
  $("other-causes-list").start = FIRST_CAUSES + 1;
  $("other-causes-list").replaceChildren(...others);
  $("checks").replaceChildren(...checks.map(check => element("li", "", check)));
  $("near").textContent = near.length ? text("nearCodes")(near.join(", ")) : "";
  $("explained-next").textContent = causes.length ? text("pasteNext") : next;
  $("undocumented").textContent = undocumented || "";
}
