// The limits that ZEGO's products set to ids and validity.

const RTC_CHARACTERS = /^[A-Za-z0-9!#$%&'()*+,\-.;<=>@\\^_`~]*$/;
const ZIM_CHARACTERS = /^[A-Za-z0-9!#$%&()+\-:;<=.>?@[\]^_{}|~]*$/;
const BOTH_CHARACTERS = /^[A-Za-z0-9!#$%&()+\-.;<=>@^_~]*$/;
const USER_ID = {
  rtc: { longest: 64, characters: RTC_CHARACTERS },
  zim: { longest: 32, characters: ZIM_CHARACTERS },
  kit: { longest: 64, characters: RTC_CHARACTERS },
  call: { longest: 32, characters: BOTH_CHARACTERS },
};
const ROOM_ID = { longest: 128, characters: RTC_CHARACTERS };

/** The longest validity that ZIM and the kits take: 24 days. */
export const LONGEST_ZIM_TTL = 2073600;
/** The shortest validity that ZIM takes for more than none. */
export const SHORTEST_ZIM_TTL = 30;

/** Which limits of a profile a user id breaks: "empty", "length", "characters". */
export function userIdFaults(profile, userId) {
  return faults(userId, USER_ID[profile]);
}

/** Which limits a room id breaks: "empty", "length", "characters". */
export function roomIdFaults(roomId) {
  return faults(roomId, ROOM_ID);
}

function faults(text, { longest, characters }) {
  if (text === "") return ["empty"];
  return [...(Buffer.byteLength(text) > longest ? ["length"] : []), ...(characters.test(text) ? [] : ["characters"])];
}
