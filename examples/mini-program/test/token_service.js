// The token service that users run, as the test's backend.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../../dist/cli/token04", import.meta.url));
const ENVIRONMENT = { ZEGO_APP_ID: "1234567890", ZEGO_SERVER_SECRET: "0123456789abcdef0123456789abcdef" };

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** `token04 serve --dev`, which can be stopped and started again at the same address. */
export class TokenService {
  #child;

  static async started() {
    const service = new TokenService();
    service.port = await freePort();
    await service.start();
    return service;
  }

  get url() {
    return `http://127.0.0.1:${this.port}/v1/token`;
  }

  async start() {
    const options = { env: { ...process.env, ...ENVIRONMENT }, stdio: "ignore" };
    this.#child = spawn(PROGRAM, ["serve", "--dev", "--listen", `127.0.0.1:${this.port}`], options);
    const failed = once(this.#child, "exit").then(([code]) => { throw new Error(`the service ended with ${code}`); });
    failed.catch(() => {});
    const ready = async () => {
      while (!(await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => ({}))).ok) {
        await new Promise((resolve) => { setTimeout(resolve, 20); });
      }
    };
    await Promise.race([ready(), failed]);
  }

  async stop() {
    if (this.#child.exitCode !== null) return;
    this.#child.kill("SIGKILL");
    await once(this.#child, "exit");
  }
}
