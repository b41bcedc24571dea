// Requests tokens with uni.request.

/**
 * @param {object} options
 * @param {string} options.url the service's `POST /v1/token`, https
 * @param {() => object | Promise<object>} [options.headers] what your login needs, such as `Authorization`
 */
export function service({ url, headers = () => ({}) }) {
  return async (body) => {
    const header = { "Content-Type": "application/json", ...(await headers()) };
    return new Promise((resolve, reject) => {
      uni.request({
        url, method: "POST", header, data: body, timeout: 10_000,
        success: ({ statusCode, data, header: answered = {} }) => {
          const name = Object.keys(answered).find((key) => key.toLowerCase() === "retry-after");
          resolve({ status: statusCode, answer: data, retryAfter: answered[name] });
        },
        // A wrong domain, no network or no answer in time: errMsg says which.
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      });
    });
  };
}
