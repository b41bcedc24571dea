// The functions for issuing and reading tokens, as WebAssembly.

import { module } from "#issuing";
import type { Issuing } from "../../node/lib/backend/functions";
import { connect } from "./connect";
import * as glue from "./issuing_glue";

export const backend = "wasm";

export const issuing: Issuing = /* @__PURE__ */ connect(glue, module);
