// A link to what the page shows. It is in the fragment, which browsers do not send, and it never has the secret.
const IN_LINK = { text: "paste", user: "x-user", room: "x-room", stream: "x-stream", profile: "x-profile", code: "x-code" };

function startLinking() {
  $("link").addEventListener("click", async () => {
    const link = linkOf();
    if (!link) return say($("link"), "linkRefused");
    try {
      await navigator.clipboard.writeText(link);
      say($("link"), "copied");
    } catch {
      location.hash = new URL(link).hash;
      say($("link"), "linkInAddress");
    }
  });
  addEventListener("hashchange", openLink);
}

// The link, or null if a text in it contains a secret.
function linkOf() {
  const values = Object.entries(IN_LINK).map(([name, id]) => [name, $(id).value.trim()]).filter(([, value]) => value);
  if ($("x-publish").checked) values.push(["publish", "1"]);
  const secret = engine.project().secret;
  if (secret && values.some(([, value]) => value.includes(secret))) return null;
  return `${location.href.split("#")[0]}#${new URLSearchParams(values)}`;
}

// Shows what the link is for, and takes it out of the address. A link may also be only a code: #50119.
function openLink() {
  const fragment = location.hash.slice(1);
  // A fragment may also be a place in the page.
  if (!fragment || $(fragment)) return;
  const linked = new URLSearchParams(fragment);
  const values = linked.has("text") ? linked : new Map([["text", decoded(fragment)]]);
  for (const [name, id] of Object.entries(IN_LINK)) $(id).value = values.get(name) ?? "";
  $("x-publish").checked = values.get("publish") === "1";
  try {
    history.replaceState(null, "", location.href.split("#")[0]);
  } catch { /* A browser that keeps the address as it is. */ }
  read();
}

function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
