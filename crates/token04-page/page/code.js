// The code to copy: for the server in each language, for each client, and for the token that was made.
function startCode() {
  for (const side of Object.keys(SNIPPETS)) {
    const select = $(`${side}-language`);
    select.append(...SNIPPETS[side].map(([name], index) => new Option(name, index)));
    const kept = prefer(side);
    const index = SNIPPETS[side].findIndex(([name]) => name === kept);
    select.value = String(Math.max(index, 0));
    select.addEventListener("change", () => { prefer(side, SNIPPETS[side][select.value][0]); showCode(side); });
    showCode(side);
  }
  onLanguage.push(() => $("clients-docs").replaceChildren(docsLink("clients", "", "", text("clientsDocs"))));
  for (const id of ["user", ...engine.required]) $(id).addEventListener("input", () => showCode("server"));
}

// The documentation's code with the AppID and the user of the form. The secret is never filled in.
function showCode(side) {
  const user = $("user").value, plain = /^[\w.@-]+$/.test(user) ? user : "user1";
  const code = SNIPPETS[side][$(`${side}-language`).value][1];
  $(`${side}-code`).textContent = code.replaceAll("1234567890", engine.appId() ?? "1234567890").replace(/(["'])user1\1/g, `$1${plain}$1`);
}

// The code that uses a token, and the command that makes it.
function codeOf({ asked, token }) {
  const js = JSON.stringify;
  const lines = (...all) => all.join("\n");
  const first = `const token = ${js(token)};`, user = js(asked.user_id);
  const room = (asked.room || { room_id: "room1" }).room_id;
  const command = engine.command(asked);
  if (asked.kit) {
    return [["UIKit", lines(
      `import { ZegoUIKitPrebuilt } from "@zegocloud/zego-uikit-prebuilt";`, "", first,
      `const kit = ZegoUIKitPrebuilt.create(token);`,
      `kit.joinRoom({ container: document.querySelector("#call") });`)], command];
  }
  const express = ["Express", lines(
    `import { ZegoExpressEngine } from "zego-express-engine-webrtc";`, "", first,
    `// ${text("server")}`,
    `const engine = new ZegoExpressEngine(${engine.appId()}, server);`,
    `await engine.loginRoom(${js(room)}, token, { userID: ${user}, userName: ${user} });`)];
  const zim = ["ZIM", lines(
    `import { ZIM } from "zego-zim-web";`, "", first,
    `const zim = ZIM.create({ appID: ${engine.appId()} });`,
    `await zim.login(${user}, { userName: ${user}, token });`)];
  return asked.room ? [express, command] : [express, zim, command];
}
