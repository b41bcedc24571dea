// Options objects: an unknown name is refused, because what it was meant to say would be ignored.

import { ErrorCode, Token04Error } from "./error";

/** The options, or an empty object if there are none. */
export function optionsOf<Options extends object>(
  options: Options | null | undefined,
  names: readonly (keyof Options & string)[],
): Partial<Options> {
  if (options === undefined || options === null) return {};
  // An array or a Map has no options as properties.
  if (typeof options !== "object" || Symbol.iterator in options) {
    throw invalid(`options must be an object with any of ${names.join(", ")}`);
  }
  for (const name in options) {
    if (!names.includes(name)) throw invalid(`'${name}' is not an option here; the options are ${names.join(", ")}`);
  }
  return options;
}

function invalid(message: string): Token04Error {
  return new Token04Error(ErrorCode.InvalidArgument, message);
}
