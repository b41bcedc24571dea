// What a token says: the envelope and the kit part, which anyone can read, and the body, which needs the secret.

// The envelope's fields. Each lights up its part in the map.
function showEnvelope({ header, kit }) {
  $("envelope").hidden = !header;
  if (!header) return;
  const rows = [
    ["partVersion", header.version, "version"],
    ["claimEnds", `${when(header.expires_at)} · ${header.expires_at}`, "expire"],
    ["partIv", text("bytes")(header.iv_bytes), "iv"],
    ["partBody", text("bytes")(header.ciphertext_bytes), "ciphertext"],
    ["claimMode", text(header.mode), "mode"],
  ];
  if (kit) rows.push(["claimKit", `${kit.room_id} · ${kit.user_id} · ${kit.user_name}`, "kit"]);
  showRows($("envelope-rows"), rows);
}

function showClaims({ header, claims, nonce }) {
  const sealed = Boolean(header && !claims && !engine.project().secret);
  $("says").hidden = !claims && !sealed;
  $("sealed").hidden = !sealed;
  showRows($("claims"), claims ? claimRows(claims, nonce) : []);
}

function claimRows(claims, nonce) {
  const { privilege } = claims, rows = [["claimUser", claims.user_id], ["claimApp", claims.app_id]];
  if (privilege) {
    rows.push(["claimRoom", privilege.room_id || "—"], ["claimRights", rightsText(privilege)]);
    rows.push(["claimStreams", privilege.streams?.length ? privilege.streams.join(", ") : text("anyStream")]);
  } else if (claims.payload) rows.push(["claimPayload", claims.payload]);
  else rows.push(["claimRoom", text("anyRoom")]);
  rows.push(["claimMade", `${when(claims.ctime)} · ${claims.ctime}`], ["claimEnds", `${when(claims.expire)} · ${claims.expire}`], ["claimNonce", nonce]);
  return rows.map(row => [...row, "ciphertext"]);
}

function rightsText({ login, publish }) {
  const right = allowed => text(allowed === null ? "unsaid" : allowed ? "yes" : "no");
  return `${text("mayLogin")}: ${right(login)} · ${text("mayPublish")}: ${right(publish)}`;
}

function showRows(place, rows) {
  place.replaceChildren(...rows.map(([key, value, part]) => {
    const row = element("div");
    row.dataset.part = part;
    row.append(element("dt", "", text(key)), element("dd", "", value));
    return row;
  }));
}
