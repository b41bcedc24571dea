// What Node.js and `using` look for in a class that keeps a key.

type Inspect = (value: unknown, options: object) => string;

/** Lets `using` close an object, and `console.log` show its settings. */
export function closable<T extends { close(): void }>(prototype: T, settings: (object: T) => object): void {
  // Node.js 16 has no `Symbol.dispose`; what compiles `using` for it takes this one.
  define(prototype, Symbol.dispose ?? Symbol.for("Symbol.dispose"), function (this: T): void {
    this.close();
  });
  define(prototype, Symbol.for("nodejs.util.inspect.custom"), function (this: T, _: number, options: object, inspect: Inspect) {
    // The prototype itself has no settings.
    return this === prototype ? this : `${this.constructor.name} ${inspect(settings(this), options)}`;
  });
}

function define(prototype: object, name: symbol, value: unknown): void {
  Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}
