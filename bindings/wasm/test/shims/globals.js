// Names that Node.js has.

import { Buffer } from "buffer";

const process = { env: { TOKEN04_VECTORS: "vectors" }, versions: { node: "20.0.0" }, platform: "browser", nextTick: queueMicrotask };
const __filename = "";

export { Buffer, __filename, process };
