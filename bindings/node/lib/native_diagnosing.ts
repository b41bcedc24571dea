// The native functions for diagnosing, loaded when they are first called.

import { diagnosing } from "./backend/diagnosing";
import type { Diagnosing } from "./backend/functions";
import { throwing } from "./throwing";

let loaded: Diagnosing | undefined;

export function native(): Diagnosing {
  return loaded ??= throwing(diagnosing());
}
