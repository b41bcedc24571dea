// Refuses to issue in a page, where everyone can read the secret.

import { ErrorCode, Token04Error } from "./error";

let warned = false;

/** Throws where there is a `document`, unless the caller allows it; then it warns once. */
export function refusePage(allowed: boolean): void {
  if (typeof allowed !== "boolean") throw invalid("dangerouslyAllowBrowser must be true or false");
  if (typeof document === "undefined") return;
  if (!allowed) {
    throw invalid(
      "a page must not issue tokens, because everyone who opens it can read the ServerSecret: issue them on a server; " +
        "a tool whose user enters the secret can pass dangerouslyAllowBrowser: true to Issuer",
    );
  }
  if (warned) return;
  warned = true;
  console.warn("token04: this page issues tokens, so it knows a ServerSecret. Never put the secret into a page that others open.");
}

function invalid(message: string): Token04Error {
  return new Token04Error(ErrorCode.InvalidArgument, message);
}
