// The class that says what a privilege token allows.

import type { Handle } from "./addon";
import { native } from "./native";
import { optionsOf } from "./options";

/** What a {@link RoomPrivilege} allows beyond the unsaid. */
export interface RoomPrivilegeOptions {
  /** Whether the user may log in to the room; `true` unless told. */
  login?: boolean | undefined;
  /** Whether the user may publish a stream; `false` unless told. */
  publish?: boolean | undefined;
  /** The ids of the only streams the token is good for; any stream unless told. */
  streams?: readonly string[] | null | undefined;
}

const handles = new WeakMap<object, Handle>();

/**
 * What a privilege token allows, for {@link Issuer.issueRoom}. ZEGO enforces privileges only for projects where
 * its support has switched them on.
 *
 * @example
 * const privilege = new RoomPrivilege("room1", { publish: true, streams: ["s1", "s2"] });
 * privilege.payload();
 * // {"room_id":"room1","privilege":{"1":1,"2":1},"stream_id_list":["s1","s2"]}
 */
export class RoomPrivilege {
  /**
   * @param roomId - the only room the token is good for
   * @throws {@link Token04Error} with code 102 where `roomId` or a stream is no text, 901 for other options
   */
  constructor(roomId: string, options?: RoomPrivilegeOptions | null) {
    const { login, publish, streams } = optionsOf(options, ["login", "publish", "streams"]);
    handles.set(this, native.newPrivilege(roomId, login, publish, streams));
  }

  /**
   * The JSON text that a token carries, for {@link Issuer.issue}.
   *
   * @throws {@link Token04Error} with code 102 where the room id, the list of streams or a stream in it is empty
   */
  payload(): string {
    return native.privilegePayload(handleOf(this));
  }
}

/** What the addon keeps of a privilege; nothing for any other value. @internal */
export function handleOf(privilege: RoomPrivilege): Handle | undefined {
  return handles.get(privilege);
}
