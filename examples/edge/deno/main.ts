// The token service for Deno, and for Supabase, where this file is supabase/functions/token/index.ts with token.js beside it.
//
//     export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef JWT_KEY=…   # at least 32 bytes
//     npm install && npm run deno

import { notFound, tokenService } from "../token.js";

const service = tokenService(Deno.env.toObject());
// Supabase calls the function by its name.
const PATHS = ["/v1/token", "/token"];

Deno.serve({ port: Number(Deno.env.get("PORT") ?? "3000"), hostname: "127.0.0.1" }, (request) => {
  return PATHS.includes(new URL(request.url).pathname) ? service(request) : notFound();
});
