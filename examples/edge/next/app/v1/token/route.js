// POST /v1/token in the Node.js runtime.

import { tokenService } from "../../../../token.js";

// Variables are there only when a request comes, and not while Next.js builds.
let service;

export function POST(request) {
  service ??= tokenService(process.env);
  return service(request);
}
