// The native functions for issuing and reading tokens.

import { issuing } from "./backend/issuing";
import { throwing } from "./throwing";

export const native = throwing(issuing);
