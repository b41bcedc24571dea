// How a native function throws: it calls the method `fail` of the object that it is called on.

import { type ErrorCode, Token04Error } from "./error";

/** The functions, with the method `fail`. */
export function throwing<Functions extends object>(functions: Functions): Functions {
  const fail = (code: number, message: string, index?: number): never => {
    throw new Token04Error(code as ErrorCode, message, index);
  };
  return { ...functions, fail };
}
