// The token service as a Cloudflare Worker.
//
//     npm install
//     npm run cloudflare      # on this machine, with ZEGO_SERVER_SECRET=… and JWT_KEY=… in cloudflare/.dev.vars
//     npx wrangler secret put ZEGO_SERVER_SECRET --config cloudflare/wrangler.toml    # and JWT_KEY, before
//     npx wrangler deploy --config cloudflare/wrangler.toml

import { notFound, tokenService } from "../token.js";

// Variables are there only when a request comes.
let service;

export default {
  fetch(request, env) {
    service ??= tokenService(env);
    return new URL(request.url).pathname === "/v1/token" ? service(request) : notFound();
  },
};
