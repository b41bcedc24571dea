// JSON as Token04 needs it: the minimal writer, and a strict reader that JSON.parse cannot replace.
//
// JSON.parse rounds integers beyond 2^53, lets the last of two equal keys win, takes 1.0 for 1 and lets lone
// surrogates through; all four decide whether a body is a Token04 body.

const SHORT_ESCAPES = { '"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r" };

/** Writes a string with as few escapes as JSON allows: everything else stands as raw UTF-8. */
export function writeString(text) {
  const escaped = text.replace(/["\\\u0000-\u001f]/g, (character) =>
    SHORT_ESCAPES[character] ?? "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0"));
  return `"${escaped}"`;
}

/**
 * Reads one JSON text. Nodes are {type: "object", entries: [[key, node]…]}, {type: "array", items},
 * {type: "string", value}, {type: "number", text} and {type: "true" | "false" | "null"}.
 * Throws a SyntaxError for anything that is not JSON in Unicode.
 */
export function readJson(text) {
  const reader = new Reader(text);
  const node = reader.value();
  reader.skipWhitespace();
  if (reader.position !== text.length) reader.fail("something follows the value");
  return node;
}

/** The value of a number node as a BigInt, or undefined when the node is no integer (1.0 and 1e3 are none). */
export function integerOf(node) {
  return node?.type === "number" && /^-?\d+$/.test(node.text) ? BigInt(node.text) : undefined;
}

/** The entries of an object node as a Map, or undefined when it is no object or names a key twice. */
export function uniqueEntriesOf(node) {
  if (node?.type !== "object") return undefined;
  const map = new Map(node.entries);
  return map.size === node.entries.length ? map : undefined;
}

class Reader {
  constructor(text) {
    this.text = text;
    this.position = 0;
  }

  fail(reason) {
    throw new SyntaxError(`${reason} at ${this.position}`);
  }

  match(pattern) {
    const sticky = new RegExp(pattern, "y");
    sticky.lastIndex = this.position;
    const found = sticky.exec(this.text)?.[0];
    if (found !== undefined) this.position += found.length;
    return found;
  }

  skipWhitespace() {
    this.match("[ \\t\\n\\r]*");
  }

  token(literal) {
    this.skipWhitespace();
    if (!this.text.startsWith(literal, this.position)) return false;
    this.position += literal.length;
    return true;
  }

  value() {
    if (this.token("{")) return { type: "object", entries: this.list("}", () => this.entry()) };
    if (this.token("[")) return { type: "array", items: this.list("]", () => this.value()) };
    if (this.token('"')) return { type: "string", value: this.restOfString() };
    for (const type of ["true", "false", "null"]) if (this.token(type)) return { type };
    const number = this.match("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    if (number === undefined) this.fail("no value");
    return { type: "number", text: number };
  }

  list(end, readItem) {
    const items = [];
    if (this.token(end)) return items;
    do items.push(readItem()); while (this.token(","));
    if (!this.token(end)) this.fail(`no ${end}`);
    return items;
  }

  entry() {
    if (!this.token('"')) this.fail("no key");
    const key = this.restOfString();
    if (!this.token(":")) this.fail("no colon");
    return [key, this.value()];
  }

  restOfString() {
    const raw = this.match('([^"\\\\\\u0000-\\u001f]+|\\\\(["\\\\/bfnrt]|u[0-9a-fA-F]{4}))*');
    if (this.text[this.position] !== '"') this.fail("a string that does not end");
    this.position += 1;
    const value = JSON.parse(`"${raw}"`);
    if (!value.isWellFormed()) this.fail("half a surrogate pair");
    return value;
  }
}
