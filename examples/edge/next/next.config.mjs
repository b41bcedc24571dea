import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

// token04 needs no setting. `token.js` is in the folder above, which you do not need if you put it into `app`.
export default { output: "standalone", outputFileTracingRoot: root, turbopack: { root } };
