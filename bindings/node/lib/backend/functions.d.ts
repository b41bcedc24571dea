// The types of the native functions, which the crates token04-node and token04-wasm implement. Not part of the public API.

import type { Claims, Privilege } from "../claims";
import type { Language, ReportFields } from "../diagnose";
import type { Explanation } from "../explain";
import type { HeaderFields } from "../inspect";
import type { Ttl } from "../issuer";
import type { KitUser } from "../kit";

/** An object that the native side keeps. */
export type Handle = { readonly handle: unique symbol };

/** The functions for issuing and reading tokens. */
export interface Issuing {
  newIssuer(appId: number, secret: string, mode?: string, profile?: string | null): Handle;
  issue(issuer: Handle, userId: string, ttl: Ttl, payload: string | null | undefined, now: number | undefined): string;
  issueRoom(
    issuer: Handle,
    userId: string,
    ttl: Ttl,
    roomId: string,
    login: boolean | undefined,
    publish: boolean | undefined,
    streams: readonly string[] | null | undefined,
    now: number | undefined,
  ): string;
  issueMany(
    issuer: Handle,
    userIds: readonly string[],
    ttl: Ttl,
    payload: string | null | undefined,
    now: number | undefined,
  ): string[];
  kitToken(
    issuer: Handle,
    userId: string,
    ttl: Ttl,
    roomId: string,
    userName: string | undefined,
    payload: string | null | undefined,
    now: number | undefined,
  ): string;
  closeIssuer(issuer: Handle): void;
  newVerifier(appId: number, secret: string, previousSecret?: string, leeway?: number | string): Handle;
  verify(
    verifier: Handle,
    token: string,
    userId: string | undefined,
    roomId: string | undefined,
    streamId: string | undefined,
    publish: boolean | undefined,
    requirePrivilege: boolean | undefined,
    now: number | undefined,
    makeClaims: typeof Claims.of,
  ): Claims;
  closeVerifier(verifier: Handle): void;
  checkPrivilege(roomId: string, login: boolean, publish: boolean, streams: readonly string[] | null): void;
  writePrivilege(roomId: string, login: boolean, publish: boolean, streams: readonly string[] | null): string;
  parsePrivilege(payload: string): Privilege | null;
  inspect(token: string, now: number | undefined): HeaderFields;
  kitEncode(token: string, appId: number, userId: string, roomId: string, userName: string | undefined): string;
  kitDecode(kitToken: string): { token: string; user: Required<KitUser> };
  generateToken04(
    appId: number,
    userId: string,
    secret: string,
    effectiveTimeInSeconds: number,
    payload?: string | null,
  ): string;
}

/** The functions for finding out what is wrong with a token. */
export interface Diagnosing {
  explain(code: number, lang: Language | undefined): Explanation;
  diagnose(
    token: string,
    secret: string | undefined,
    appId: number | undefined,
    userId: string | undefined,
    roomId: string | undefined,
    streamId: string | undefined,
    publish: boolean | undefined,
    profile: string | null | undefined,
    code: number | undefined,
    lang: string | undefined,
    now: number | undefined,
    makeClaims: typeof Claims.of,
  ): ReportFields;
}

declare global {
  // The little of its host that is used here: neither this package nor its users need its types.
  function require(name: string): any;
  const document: unknown;
  const console: { warn(text: string): void };
  const process: { readonly platform: string; readonly arch: string; readonly versions: { readonly node: string } };
}
