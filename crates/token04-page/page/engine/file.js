// The engine of the page that is a file: the library itself, as WebAssembly within the page. Nothing is sent.
const engine = {
  kind: "file",
  async about() {
    await loadModule();
    return { version: wasm_bindgen.version() };
  },
  read: async question => answerOf(wasm_bindgen.read(JSON.stringify(question))),
  make: async request => answerOf(wasm_bindgen.make(JSON.stringify({
    ...engine.project(), mode: $("mode").value, profile: $("profile").value || undefined, ...request,
  }))),
  project: () => ({ app_id: wholeIn("app"), secret: $("secret").value || undefined }),
  appId: () => wholeIn("app") ?? 1234567890,
  required: ["app", "secret"],
  canMake: () => Boolean(wholeIn("app") && $("secret").value),
  // The command that makes the same token.
  command(asked) {
    const quoted = value => (/^[\w.@-]+$/.test(value) ? value : `'${String(value).replaceAll("'", "'\\''")}'`);
    const { room = asked.kit } = asked, words = [asked.kit ? "kit" : "generate", "--user-id", quoted(asked.user_id), "--ttl", asked.ttl];
    if (room) words.push("--room", quoted(room.room_id));
    if (asked.kit?.user_name) words.push("--user-name", quoted(asked.kit.user_name));
    if (asked.room?.login === false) words.push("--no-login");
    if (asked.room?.publish) words.push("--publish");
    for (const stream of asked.room?.streams ?? []) words.push("--stream", quoted(stream));
    if (!asked.kit && $("mode").value !== "cbc") words.push("--mode", $("mode").value);
    return ["CLI", `export ZEGO_APP_ID=${engine.appId()}\nread -rs ZEGO_SERVER_SECRET && export ZEGO_SERVER_SECRET\ntoken04 ${words.join(" ")}`];
  },
};

async function loadModule() {
  const packed = Uint8Array.from(atob($("module").textContent), char => char.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  await wasm_bindgen({ module_or_path: await new Response(unpacked).arrayBuffer() });
}

function answerOf(json) {
  const answer = JSON.parse(json);
  if ("detail" in answer) throw refusal(answer);
  return answer;
}
