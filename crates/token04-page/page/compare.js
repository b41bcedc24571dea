// Compares a token with a correct one for the same user, room and validity.
let compared = null;

function startComparing() {
  $("compare").addEventListener("click", compare);
  onLanguage.push(showCompared);
}

async function compare() {
  const { claims, kit, token: mine } = inside, other = { user_id: claims?.user_id || kit?.user_id || $("x-user").value || $("user").value };
  const ttl = claims ? Number(claims.expire) - Number(claims.ctime) : 3600;
  const privilege = claims?.privilege;
  other.ttl = Number.isSafeInteger(ttl) && ttl > 0 ? ttl : 3600;
  if (kit) other.kit = { room_id: kit.room_id, user_name: kit.user_name };
  else if (privilege) other.room = { room_id: privilege.room_id, login: Boolean(privilege.login), publish: Boolean(privilege.publish), ...(privilege.streams?.length && { streams: privilege.streams }) };
  try {
    const { token } = await engine.make(other);
    const answer = await engine.read({ text: token, ...engine.project() });
    if (inside?.token !== mine) return;
    compared = { with: mine, token, ...answer.inside };
    showProblem($("compare-error"));
  } catch (problem) {
    showProblem($("compare-error"), problem);
  }
  showCompared();
}

// The rows of the comparison: a name, the value in a token, and whether it may differ in two correct tokens.
function comparable() {
  // Both ciphers are correct. A payload of another form is not made.
  const readable = Boolean(inside.header), other = inside.claims?.payload && !inside.claims.privilege;
  const rights = ({ privilege }) => privilege && `${privilege.room_id || "—"} · ${rightsText(privilege)}`;
  return [
    ["partVersion", ({ header }) => header?.version],
    ["claimMode", ({ header }) => header && text(header.mode), readable],
    ["partIv", ({ header }) => header && text("bytes")(header.iv_bytes), readable],
    ["partBody", ({ header }) => header && text("bytes")(header.ciphertext_bytes), readable],
    ["claimApp", ({ claims }) => claims?.app_id],
    ["claimUser", ({ claims }) => claims?.user_id],
    ["claimRoom", ({ claims }) => claims && (rights(claims) || claims.payload || text("anyRoom")), other],
    ["claimKit", ({ kit }) => kit && `${kit.room_id} · ${kit.user_id} · ${kit.user_name}`],
    ["claimLife", ({ claims }) => claims && text("lasts")(Number(claims.expire) - Number(claims.ctime))],
    ["claimEnds", subject => endOf(subject) !== null && when(endOf(subject)), true],
    ["claimNonce", ({ nonce }) => nonce, true],
  ];
}

function showCompared() {
  $("compared").hidden = !compared || !inside;
  if ($("compared").hidden) return;
  const rows = comparable().map(([key, of, varies]) => [text(key), of(inside), of(compared), varies]);
  const shown = rows.filter(([, one, other]) => one || other);
  const differs = ([, one, other, varies]) => !varies && String(one ?? "") !== String(other ?? "");
  $("compared-rows").replaceChildren(...shown.map(values => {
    const [name, one, other] = values, row = element("tr", differs(values) ? "differs" : ""), head = element("th", "", name);
    head.scope = "row";
    row.append(head, element("td", "", one || text("unreadable")), element("td", "", other || "—"));
    return row;
  }));
  const differ = shown.filter(differs).length;
  $("compared-text").textContent = differ ? text("differ")(differ) : text("same");
  paintToken($("compared-token"), compared.token, compared.map?.parts);
}
