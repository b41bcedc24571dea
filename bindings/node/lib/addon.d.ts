// The addon's functions as TypeScript knows them; the crate token04-node has them. Not part of the public API.

import type { Claims, Privilege } from "./claims";
import type { Report } from "./diagnose";
import type { Header } from "./inspect";
import type { KitUser } from "./kit";

/** An object that the addon keeps. */
export type Handle = { readonly handle: unique symbol };

export interface Addon {
  readonly version: string;
  newIssuer(appId: number, secret: string, mode?: string, profile?: string | null): Handle;
  issue(issuer: Handle, userId: string, ttl: number, payload?: string | null): string;
  issueRoom(issuer: Handle, userId: string, ttl: number, privilege: Handle | undefined): string;
  kitToken(
    issuer: Handle,
    userId: string,
    ttl: number,
    roomId: string,
    userName: string | undefined,
    payload: string | null | undefined,
  ): string;
  closeIssuer(issuer: Handle): void;
  newVerifier(appId: number, secret: string, previousSecret?: string, leeway?: number): Handle;
  verify(
    verifier: Handle,
    token: string,
    userId: string | undefined,
    roomId: string | undefined,
    streamId: string | undefined,
    publish: boolean | undefined,
    now: number | undefined,
    makeClaims: typeof Claims.of,
  ): Claims;
  closeVerifier(verifier: Handle): void;
  newPrivilege(roomId: string, login?: boolean, publish?: boolean, streams?: readonly string[] | null): Handle;
  privilegePayload(privilege: Handle | undefined): string;
  readPrivilege(payload: string): Privilege | null;
  inspect(token: string, now: number | undefined): Header;
  diagnose(
    token: string,
    secret: string | undefined,
    appId: number | undefined,
    userId: string | undefined,
    roomId: string | undefined,
    streamId: string | undefined,
    publish: boolean | undefined,
    profile: string | null | undefined,
    lang: string | undefined,
    now: number | undefined,
    makeClaims: typeof Claims.of,
  ): Report;
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
  // The little of Node.js that is used here, so that neither this package nor its users need its types.
  function require(name: string): any;
  const process: { readonly platform: string; readonly arch: string; readonly versions: { readonly node: string } };
}
