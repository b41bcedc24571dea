// The types of the addon's functions, which the crate token04-node implements. Not part of the public API.

import type { Claims, Privilege } from "./claims";
import type { Language, ReportFields } from "./diagnose";
import type { Explanation } from "./explain";
import type { HeaderFields } from "./inspect";
import type { Ttl } from "./issuer";
import type { KitUser } from "./kit";

/** An object that the addon keeps. */
export type Handle = { readonly handle: unique symbol };

export interface Addon {
  readonly version: string;
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

declare global {
  // The little of Node.js that is used here: neither this package nor its users need its types.
  function require(name: string): any;
  const process: { readonly platform: string; readonly arch: string; readonly versions: { readonly node: string } };
}
