// POST /edge/v1/token in the edge runtime: the same code, where Next.js runs it on WebAssembly.

import { tokenService } from "../../../../../token.js";

export const runtime = "edge";

let service;

export function POST(request) {
  const { ZEGO_APP_ID, ZEGO_SERVER_SECRET, JWT_KEY } = process.env;
  service ??= tokenService({ ZEGO_APP_ID, ZEGO_SERVER_SECRET, JWT_KEY });
  return service(request);
}
