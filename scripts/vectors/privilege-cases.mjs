// Cases of privilege.json: writing a privilege payload, and reading what others have written.

import { mustAgree } from "./fixtures.mjs";
import { readPrivilege, writePrivilege } from "./privilege.mjs";

export function privilegeCases() {
  return [...writeCases(), ...readCases()];
}

function writeCases() {
  const rows = {
    defaults: { room_id: "room1" },
    "nothing-allowed": { room_id: "room1", login: false },
    "all-allowed": { room_id: "room1", publish: true },
    "publish-without-login": { room_id: "room1", login: false, publish: true },
    "one-stream": { room_id: "room1", publish: true, streams: ["s1"] },
    "two-streams": { room_id: "room1", streams: ["s1", "s2"] },
    escapes: { room_id: 'a"b\\c\n\u0001/', streams: ['"', "\\", "\u007f"] },
    "not-ascii": { room_id: "房间😀\u2028", streams: ["流"] },
    nul: { room_id: "a\u0000b" },
  };
  return Object.entries(rows).map(([name, row]) => {
    const { room_id, login = true, publish = false, streams = null } = row;
    const payload = writePrivilege(row);
    mustAgree(name, { room_id, login, publish, streams }, readPrivilege(payload));
    return { id: `write-${name}`, direction: "write", room_id, login, publish, streams, payload };
  });
}

function readCases() {
  const read = (login, publish, streams = null, room_id = "room1") => ({ room_id, login, publish, streams });
  const rows = {
    "other-order": ['{"stream_id_list":["s1"],"privilege":{"2":0,"1":1},"room_id":"room1"}', read(true, false, ["s1"])],
    "with-whitespace": [' { "room_id" : "room1" ,\n"privilege" : { "1" : 1 , "2" : 0 } }\t', read(true, false)],
    "with-escapes": ['{"room_id":"\\u0072oom\\/1\\ud83d\\ude00","privilege":{"\\u0031":1}}', read(true, null, null, "room/1😀")],
    "streams-absent": ['{"room_id":"room1","privilege":{"1":1,"2":1}}', read(true, true)],
    "streams-empty": ['{"room_id":"room1","privilege":{"1":1,"2":1},"stream_id_list":[]}', read(true, true, [])],
    "stream-empty": ['{"room_id":"room1","privilege":{"1":1,"2":1},"stream_id_list":[""]}', read(true, true, [""])],
    "room-empty": ['{"room_id":"","privilege":{"1":1,"2":1}}', read(true, true, null, "")],
    "rights-missing": ['{"room_id":"room1","privilege":{}}', read(null, null)],
    "other-values": ['{"room_id":"room1","privilege":{"1":2,"2":-1}}', read(false, false)],
    "other-right": ['{"room_id":"room1","privilege":{"1":1,"2":0,"3":1}}', read(true, false)],
    "unknown-key": ['{"room_id":"room1","privilege":{"1":1,"2":0},"version":{"a":[1]}}', read(true, false)],
    "empty-text": ["", null],
    "plain-text": ["room1", null],
    "json-null": ["null", null],
    "json-array": ['[{"room_id":"room1","privilege":{"1":1}}]', null],
    "json-in-json": ['"{\\"room_id\\":\\"room1\\",\\"privilege\\":{\\"1\\":1}}"', null],
    "empty-object": ["{}", null],
    "something-behind": ['{"room_id":"room1","privilege":{"1":1}}x', null],
    "cut": ['{"room_id":"room1","privilege":{"1":1}', null],
    "room-missing": ['{"privilege":{"1":1,"2":1}}', null],
    "room-null": ['{"room_id":null,"privilege":{"1":1}}', null],
    "room-number": ['{"room_id":1,"privilege":{"1":1}}', null],
    "privilege-missing": ['{"room_id":"room1"}', null],
    "privilege-null": ['{"room_id":"room1","privilege":null}', null],
    "privilege-array": ['{"room_id":"room1","privilege":[1,0]}', null],
    "right-text": ['{"room_id":"room1","privilege":{"1":"1"}}', null],
    "right-true": ['{"room_id":"room1","privilege":{"1":true}}', null],
    "right-null": ['{"room_id":"room1","privilege":{"1":null}}', null],
    "right-with-fraction": ['{"room_id":"room1","privilege":{"1":1.0}}', null],
    "other-right-text": ['{"room_id":"room1","privilege":{"1":1,"3":"1"}}', null],
    "streams-text": ['{"room_id":"room1","privilege":{"1":1},"stream_id_list":"s1"}', null],
    "streams-object": ['{"room_id":"room1","privilege":{"1":1},"stream_id_list":{}}', null],
    "stream-number": ['{"room_id":"room1","privilege":{"1":1},"stream_id_list":["s1",2]}', null],
    "stream-null": ['{"room_id":"room1","privilege":{"1":1},"stream_id_list":[null]}', null],
    "room-twice": ['{"room_id":"room1","room_id":"room1","privilege":{"1":1}}', null],
    "right-twice": ['{"room_id":"room1","privilege":{"1":1,"1":1}}', null],
    "streams-twice": ['{"room_id":"room1","privilege":{"1":1},"stream_id_list":null,"stream_id_list":["s1"]}', null],
    "unknown-key-twice": ['{"room_id":"room1","privilege":{"1":1},"x":1,"x":2}', null],
  };
  return Object.entries(rows).map(([name, [payload, privilege]]) => {
    mustAgree(name, privilege, readPrivilege(payload));
    return { id: `read-${name}`, direction: "read", payload, privilege };
  });
}
