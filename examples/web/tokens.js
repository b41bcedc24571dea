// Keeps a token for ZEGO's SDK fresh: asks your service for one, and for the next before it expires.
//
// For browsers and mini-programs alike: the caller passes in what sends requests, the timer and the clock.

const RETRY_FIRST = 1000;
const RETRY_LONGEST = 60_000;
// The longest delay of a timer in a browser.
const TIMER_LONGEST = 2 ** 31 - 1;

/** A token that renews itself. */
export class Tokens {
  #send;
  #request;
  #after;
  #now;
  #asking = null;
  #current = null;
  #listeners = new Set();
  #retry = RETRY_FIRST;
  #cancel = () => {};
  #stopped = false;

  /**
   * @param {object} options
   * @param {(body: object) => Promise<{status: number, answer: object, retryAfter?: string}>} options.send
   *   sends `POST /v1/token`; rejects if there is no answer
   * @param {object} [options.request] what is requested: `room`, `ttl`, …
   * @param {(milliseconds: number, call: () => void) => () => void} [options.after] starts a timer, and returns what cancels it
   * @param {() => number} [options.now] the time in milliseconds
   */
  constructor({ send, request = {}, after = timer, now = Date.now }) {
    this.#send = send;
    this.#request = request;
    this.#after = after;
    this.#now = now;
  }

  /** The newest token, even if it has expired; undefined before the first. */
  get current() {
    return this.#current?.token;
  }

  /** The token: the current one until it is due for renewal, then a new one, or the current one while it lasts if the service fails. */
  async get() {
    if (this.#current && this.#left() > 0) return this.#current.token;
    return this.renew().catch((error) => {
      if (this.#current && this.#now() < this.#current.expires_at * 1000) return this.#current.token;
      throw error;
    });
  }

  /** A new token. Callers that ask while a request is under way share its token. If it fails for now, it is tried again later. */
  renew() {
    this.#asking ??= this.#ask()
      .then((answer) => {
        this.#current = answer;
        this.#retry = RETRY_FIRST;
        this.look();
        for (const listener of this.#listeners) listener(answer.token);
        return answer.token;
      }, (error) => {
        // A refusal stays one, whoever asks again; all else may pass.
        if (!(error.status >= 400 && error.status < 500) || error.status === 408 || error.status === 429) {
          this.#wake(error.wait || this.#retry);
          this.#retry = Math.min(this.#retry * 2, RETRY_LONGEST);
        }
        throw error;
      })
      .finally(() => {
        this.#asking = null;
      });
    return this.#asking;
  }

  /** Calls `listener` with each new token, until the returned function is called. */
  onToken(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Call this when the user is back: a phone in a pocket stops timers. Renews the token if it is due. */
  look() {
    if (this.#current) this.#wake(this.#left());
  }

  /** Ends it. */
  stop() {
    this.#stopped = true;
    this.#cancel();
    this.#listeners.clear();
  }

  async #ask(replaces = this.#current && { replaces: this.#current.token }) {
    const { status, answer, retryAfter } = await this.#send({ ...this.#request, ...replaces });
    if (status === 200) return answer;
    // The service does not grant a token that lasts as long as the old one: take what it grants.
    if (status === 409 && replaces) return this.#ask(null);
    throw Object.assign(new Error(answer?.detail ?? `the service answers ${status}`), { status, wait: Number(retryAfter) * 1000 });
  }

  /** Milliseconds until the token is due for renewal. */
  #left() {
    return this.#current.renew_at * 1000 - this.#now();
  }

  #wake(milliseconds) {
    this.#cancel();
    if (this.#stopped) return;
    this.#cancel = this.#after(Math.min(Math.max(milliseconds, 0), TIMER_LONGEST), () => {
      // A timer that could not wait long enough waits again.
      if (milliseconds > TIMER_LONGEST) this.look();
      else this.renew().catch(() => {});
    });
  }
}

function timer(milliseconds, call) {
  const id = setTimeout(call, milliseconds);
  return () => clearTimeout(id);
}
