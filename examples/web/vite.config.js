// Serves the page, and passes /v1 on to `token04 serve --dev` on this machine, which answers its own page alone.
export default {
  build: { target: "es2022" },
  server: {
    proxy: {
      "/v1": {
        target: "http://127.0.0.1:8404",
        changeOrigin: true,
        configure: (proxy) => proxy.on("proxyReq", (request) => request.removeHeader("origin")),
      },
    },
  },
};
