// Which native functions run.

import { backend as loaded } from "./backend/issuing";

/**
 * What issues and reads tokens here: `"addon"`, the native library for the platform, or `"wasm"`, WebAssembly, which
 * gives the same results and is slower.
 */
export const backend: "addon" | "wasm" = loaded;
