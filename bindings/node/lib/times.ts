// Times of the format, 64-bit unix seconds, in JavaScript: as a number, as a Date, exactly, and in JSON.

/** The last time that a Date can hold, in milliseconds. */
const LAST = 8.64e15;

/** The Date of a time in unix seconds; the last or first possible one for times that a Date cannot hold. */
export function dateOf(seconds: number): Date {
  return new Date(Math.min(Math.max(seconds * 1000, -LAST), LAST));
}

/** An integer for JSON, with all digits if this Node.js can write them. */
export function jsonOf(integer: number | bigint): number {
  if (typeof integer === "number") return integer;
  const { rawJSON } = JSON as { rawJSON?: (text: string) => number };
  return rawJSON === undefined ? Number(integer) : rawJSON(String(integer));
}
