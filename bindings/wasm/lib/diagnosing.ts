// The functions for diagnosing, as WebAssembly.

import { module } from "#diagnosing";
import type { Diagnosing } from "../../node/lib/backend/functions";
import { connect } from "./connect";
import * as glue from "./diagnosing_glue";

export function diagnosing(): Diagnosing {
  return connect(glue, module);
}
