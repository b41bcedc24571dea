// Keeps a token for ZEGO's SDK fresh: asks your service for one, and for the next before it ends.

const RETRY_FIRST = 1000;
const RETRY_LONGEST = 60_000;
// The longest that a timer of a browser can wait.
const TIMER_LONGEST = 2 ** 31 - 1;

/** A token that renews itself. */
export class Tokens {
  #ask;
  #asking = null;
  #current = null;
  #listeners = new Set();
  #retry = RETRY_FIRST;
  #timer;

  /**
   * @param {object} options
   * @param {string} [options.url] where `POST /v1/token` is answered
   * @param {() => object | Promise<object>} [options.headers] what your login needs, such as `Authorization`
   * @param {object} [options.request] what is asked for: `room`, `ttl`, …
   * @param {typeof fetch} [options.fetch]
   */
  constructor({ url = "/v1/token", headers = () => ({}), request = {}, fetch = globalThis.fetch.bind(globalThis) } = {}) {
    this.#ask = async () => {
      const replaces = this.#current && { replaces: this.#current.token };
      const response = await fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...(await headers()) },
        body: JSON.stringify({ ...request, ...replaces }),
      });
      const answer = await response.json().catch(() => ({}));
      if (response.ok) return answer;
      // A token that cannot be replaced is done without.
      if (response.status === 409 && replaces) {
        this.#current = null;
        return this.#ask();
      }
      const wait = Number(response.headers.get("Retry-After")) * 1000;
      throw Object.assign(new Error(answer.detail ?? `the service answers ${response.status}`), { status: response.status, wait });
    };
    globalThis.document?.addEventListener("visibilitychange", this.#look);
  }

  /** The token: the one that is there, while it need not be renewed, or a new one. */
  async get() {
    if (this.#current && Date.now() < this.#current.renew_at * 1000) return this.#current.token;
    return this.renew();
  }

  /** A new token. Who asks while one is on its way gets that one. */
  renew() {
    this.#asking ??= this.#ask()
      .then((answer) => {
        this.#current = answer;
        this.#retry = RETRY_FIRST;
        this.#wake(answer.renew_at * 1000 - Date.now());
        for (const listener of this.#listeners) listener(answer.token);
        return answer.token;
      })
      .finally(() => {
        this.#asking = null;
      });
    return this.#asking;
  }

  /** Calls with each new token, until the function that comes back is called. */
  onToken(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends it. */
  stop() {
    clearTimeout(this.#timer);
    this.#listeners.clear();
    globalThis.document?.removeEventListener("visibilitychange", this.#look);
  }

  // A phone in a pocket stops the clock of a page: look when it is seen again.
  #look = () => {
    if (globalThis.document?.visibilityState === "visible" && this.#current) this.#wake(this.#current.renew_at * 1000 - Date.now());
  };

  #wake(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#current && Date.now() < this.#current.renew_at * 1000) return this.#wake(this.#current.renew_at * 1000 - Date.now());
      return this.renew().catch((error) => {
        // A refusal stays one, whoever asks again; all else may pass.
        if (error.status >= 400 && error.status < 500 && error.status !== 408 && error.status !== 429) return;
        this.#wake(error.wait || this.#retry);
        this.#retry = Math.min(this.#retry * 2, RETRY_LONGEST);
      });
    }, Math.min(Math.max(milliseconds, 0), TIMER_LONGEST));
  }
}
