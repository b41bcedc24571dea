// Options objects: a misspelt name is refused, since what was meant by it would go unchecked.

import { ErrorCode, Token04Error } from "./error";

/** The options, or an empty object where there are none. */
export function optionsOf<Options extends object>(
  options: Options | null | undefined,
  names: readonly (keyof Options & string)[],
): Partial<Options> {
  if (options === undefined || options === null) return {};
  if (typeof options !== "object") throw invalid(`options must be an object with any of ${names.join(", ")}`);
  for (const name in options) {
    if (!names.includes(name)) throw invalid(`'${name}' is no option here, where they are ${names.join(", ")}`);
  }
  return options;
}

function invalid(message: string): Token04Error {
  return new Token04Error(ErrorCode.InvalidArgument, message);
}
