// Runs the published package of the call kit, unmodified, as WeChat would: with `wx` and `uni`, without `window`,
// `document` or `fetch`. Its SDKs are the real ones inside the package; only the network answers nothing.
import { readFileSync } from "node:fs";
import { createRequire, register } from "node:module";
import { compileFunction } from "node:vm";

/** All that the SDKs sent over their sockets, as text. */
export const sent = [];
/** What the package threw in a timer. */
export const thrown = [];
/** The bodies of the requests for tokens. */
export const requests = [];
/** The calls of the SDKs: [name, …arguments], and what the SDK itself returned. */
export const calls = [];
/** Lets the next login of ZIM fail, if set. */
export const faults = { login: null };

const nothing = () => {};
const fails = (options) => options?.fail?.({ errMsg: "fail" });

class Socket {
  readyState = 0;
  #handlers = {};

  constructor() {
    setTimeout(() => {
      this.readyState = 1;
      this.#handlers.open?.({});
    }).unref();
  }

  onOpen(handler) { this.#handlers.open = handler; }
  onClose() {}
  onError() {}
  onMessage() {}
  close() {}

  send({ data }) {
    // ZIM sends base64 where it takes the host for another than WeChat.
    sent.push(typeof data === "string" ? Buffer.from(data, "base64").toString("latin1") : Buffer.from(data).toString("latin1"));
  }
}

const host = {
  getSystemInfoSync: () => ({ brand: "devtools", model: "phone", system: "iOS 10", platform: "devtools", SDKVersion: "3.4.0", version: "8.0.5" }),
  getAccountInfoSync: () => ({ miniProgram: { appId: "wx0", envVersion: "release", version: "1" } }),
  getNetworkType: ({ success }) => success?.({ networkType: "wifi" }),
  getStorageSync: () => "",
  connectSocket: () => new Socket(),
  env: { USER_DATA_PATH: "wxfile://usr" },
  getFileSystemManager: () => new Proxy({}, { get: (_, name) => (String(name).endsWith("Sync") ? nothing : fails) }),
  // The mini-program's own requests go to the real service.
  request({ url, method, header, data, success, fail }) {
    requests.push(data);
    fetch(url, { method, headers: header, body: JSON.stringify(data) })
      .then(async (response) => success({ statusCode: response.status, header: Object.fromEntries(response.headers), data: await response.json() }))
      .catch((error) => fail({ errMsg: `request:fail ${error.message}` }));
  },
};
const api = new Proxy(host, { get: (target, name) => target[name] ?? (/^_/.test(String(name)) ? undefined : nothing) });
globalThis.wx = globalThis.uni = api;

// Timers of the package do not keep the test alive, and what they throw goes where WeChat's onError would see it.
const guarded = (timer) => (call, ...rest) => timer(() => {
  try {
    call();
  } catch (error) {
    thrown.push(error);
  }
}, ...rest).unref();

const quiet = { log: nothing, info: nothing, warn: nothing, error: nothing, debug: nothing };
// WeChat wraps every file in a function whose parameters hide the browser's globals.
const hidden = ["window", "document", "self", "location", "navigator", "localStorage", "XMLHttpRequest", "WebSocket", "fetch", "process"];
const require = createRequire(import.meta.url);
const source = readFileSync(require.resolve("@zegocloud/zego-uikit-prebuilt-call-mini-program"), "utf8");
const exported = "return __webpack_exports__})";
const module = { exports: {} };
compileFunction(
  // Shows the modules inside the package to the test.
  source.replace(exported, `__webpack_exports__.inside = __webpack_require__; ${exported}`),
  ["module", "exports", "setTimeout", "setInterval", "console", ...hidden],
).call(undefined, module, module.exports, guarded(setTimeout), guarded(setInterval), quiet);

/** The package's exports. */
export const kit = module.exports;

// The SDKs inside: each call is recorded and reaches the real SDK, but a login that no server answers is taken as done.
const { ZegoExpressEngine } = kit.inside(105);
const { ZIM } = kit.inside(494);
for (const [name, answer] of [["loginRoom", async () => true], ["renewToken", (real) => real]]) {
  const real = ZegoExpressEngine.prototype[name];
  ZegoExpressEngine.prototype[name] = function (...given) {
    const returned = real.apply(this, given);
    returned?.catch?.(nothing);
    calls.push([`express.${name}`, ...given, returned]);
    return answer(returned);
  };
}
const { getInstance } = ZIM;
ZIM.getInstance = () => {
  const zim = getInstance.call(ZIM);
  if (Object.hasOwn(zim, "handlers")) return zim;
  const { login, on, renewToken } = zim;
  return Object.assign(zim, {
    handlers: {},
    login(userId, config) {
      calls.push(["zim.login", userId, config.token]);
      const fault = faults.login;
      faults.login = null;
      if (fault) return Promise.reject(fault);
      login.call(zim, userId, config).catch(nothing);
      return Promise.resolve();
    },
    logout: () => Promise.resolve(),
    on(event, handler) {
      zim.handlers[event] = handler;
      on.call(zim, event, handler);
    },
    renewToken(token) {
      calls.push(["zim.renewToken", token]);
      renewToken.call(zim, token).catch(nothing);
      return Promise.resolve({ token });
    },
  });
};

// What the example imports is the package above.
globalThis.packagedKit = kit;
const names = Object.keys(kit).filter((name) => name !== "inside");
const bridge = `data:text/javascript,${encodeURIComponent(`export const { ${names} } = globalThis.packagedKit;`)}`;
register(`data:text/javascript,${encodeURIComponent(
  `export const resolve = (name, context, next) => name.startsWith("@zegocloud/") ? { url: ${JSON.stringify(bridge)}, shortCircuit: true } : next(name, context);`,
)}`);

/** The example, over the package. */
export const { start } = await import("../kit.js");

/** Waits until `condition` gives something true, and returns it. */
export async function until(condition) {
  for (const end = Date.now() + 20_000; ;) {
    const met = condition();
    if (met) return met;
    if (Date.now() > end) throw new Error(`not in 20 s: ${condition}`);
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}
