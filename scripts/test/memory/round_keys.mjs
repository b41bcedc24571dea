// The round keys of AES-256, as a memory image has them: libraries do not hand them out.

const xtime = (byte) => (byte << 1) ^ (byte & 0x80 ? 0x11b : 0);

function times(byte, factor) {
  let product = 0;
  for (let power = byte; factor; factor >>= 1, power = xtime(power)) if (factor & 1) product ^= power;
  return product;
}

/** The S-box, from the inverse in the field and the affine step. */
const SBOX = Uint8Array.from({ length: 256 }, (_, byte) => {
  const inverse = byte && Array.from({ length: 256 }, (_, other) => other).find((other) => times(byte, other) === 1);
  let sum = inverse ^ 0x63;
  for (let shift = 1; shift <= 4; shift++) sum ^= (inverse << shift) | (inverse >> (8 - shift));
  return sum & 0xff;
});

/** The 15 round keys that encrypt, 16 bytes each. */
export function encryptionKeys(key) {
  const words = Array.from({ length: 8 }, (_, index) => [...key.subarray(4 * index, 4 * index + 4)]);
  let constant = 1;
  for (let index = 8; index < 60; index++) {
    let word = words[index - 1];
    if (index % 8 === 0) {
      word = [word[1], word[2], word[3], word[0]].map((byte) => SBOX[byte]);
      word[0] ^= constant;
      constant = xtime(constant);
    } else if (index % 8 === 4) {
      word = word.map((byte) => SBOX[byte]);
    }
    words.push(word.map((byte, at) => byte ^ words[index - 8][at]));
  }
  return Array.from({ length: 15 }, (_, round) => Buffer.from(words.slice(4 * round, 4 * round + 4).flat()));
}

/** The 13 round keys that only decryption has: those between the first and the last, with their columns unmixed. */
export function decryptionKeys(key) {
  return encryptionKeys(key).slice(1, 14).map((roundKey) => Buffer.from(roundKey.map((_, at) => {
    const column = at - (at % 4);
    const factors = [14, 11, 13, 9];
    return factors.reduce((sum, factor, step) => sum ^ times(roundKey[column + ((at + step) % 4)], factor), 0);
  })));
}

/** FIPS 197, A.3: the last round key of its example. */
const example = Buffer.from("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4", "hex");
if (encryptionKeys(example)[14].toString("hex") !== "fe4890d1e6188d0b046df344706c631e") {
  throw new Error("the key expansion is wrong");
}
