// Requests tokens with the browser's fetch.

/**
 * @param {object} [options]
 * @param {string} [options.url] the service's `POST /v1/token`
 * @param {() => object | Promise<object>} [options.headers] what your login needs, such as `Authorization`
 * @param {typeof fetch} [options.fetch]
 */
export function service({ url = "/v1/token", headers = () => ({}), fetch = globalThis.fetch.bind(globalThis) } = {}) {
  return async (body) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(await headers()) },
      body: JSON.stringify(body),
    });
    const answer = await response.json().catch(() => ({}));
    return { status: response.status, answer, retryAfter: response.headers.get("Retry-After") };
  };
}
