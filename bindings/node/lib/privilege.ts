// The class that describes what a privilege token allows.

import { native } from "./native";
import { optionsOf } from "./options";

/** What a privilege token allows in its room. */
export interface RoomPrivilegeOptions {
  /** Whether the user may log in to the room. The default is `true`. */
  login?: boolean | undefined;
  /** Whether the user may publish a stream. The default is `false`. */
  publish?: boolean | undefined;
  /** The ids of the only streams that the token allows. The default is any stream. */
  streams?: readonly string[] | null | undefined;
}

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
  /** The only room that the token allows. */
  readonly roomId: string;
  /** Whether the user may log in to the room. */
  readonly login: boolean;
  /** Whether the user may publish a stream. */
  readonly publish: boolean;
  /** The ids of the only streams that the token allows; `null` means any. */
  readonly streams: readonly string[] | null;

  /**
   * @param roomId - the only room that the token allows
   * @throws {@link Token04Error} with code 102 if `roomId` or a stream is not text, 901 for other options
   */
  constructor(roomId: string, options?: RoomPrivilegeOptions | null) {
    const { login = true, publish = false, streams = null } = optionsOf(options, ["login", "publish", "streams"]);
    native.checkPrivilege(roomId, login, publish, streams);
    this.roomId = roomId;
    this.login = login;
    this.publish = publish;
    this.streams = streams && Object.freeze([...streams]);
  }

  /**
   * Returns the JSON text that a token carries, for {@link Issuer.issue}.
   *
   * @throws {@link Token04Error} with code 102 if the room id, the list of streams or a stream in it is empty
   */
  payload(): string {
    return native.writePrivilege(this.roomId, this.login, this.publish, this.streams);
  }
}
