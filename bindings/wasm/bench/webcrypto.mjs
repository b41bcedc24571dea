// The best that a user could write on WebCrypto, where there is no native code: the key kept, random bytes drawn from a
// pool, one buffer for the envelope. WebCrypto has no way to encrypt but an asynchronous one.

const HEAD = 28;
const pool = new Uint8Array(16 * 1024);
const words = new DataView(pool.buffer);
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });
let drawn = pool.length;

/** 20 random bytes: an IV and a nonce. */
function draw() {
  if (drawn + 20 > pool.length) {
    crypto.getRandomValues(pool);
    drawn = 0;
  }
  drawn += 20;
  return drawn - 20;
}

export async function importKey(secret) {
  return crypto.subtle.importKey("raw", encoder.encode(secret), "AES-CBC", false, ["encrypt", "decrypt"]);
}

export class WebCryptoIssuer {
  constructor(appId, key) {
    this.key = key;
    this.prefix = `{"app_id":${appId},"user_id":`;
  }

  async issue(userId, ttl, payload) {
    const at = draw();
    const iv = pool.slice(at, at + 16);
    const nonce = words.getUint32(at + 16) >>> 1;
    const ctime = Math.floor(Date.now() / 1000);
    const expire = ctime + ttl;
    const body = `${this.prefix}${JSON.stringify(userId)},"nonce":${nonce},"ctime":${ctime},"expire":${expire},"payload":${JSON.stringify(payload)}}`;
    const ciphertext = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv }, this.key, encoder.encode(body)));
    const envelope = new Uint8Array(HEAD + ciphertext.length);
    const view = new DataView(envelope.buffer);
    view.setBigInt64(0, BigInt(expire));
    view.setUint16(8, 16);
    envelope.set(iv, 10);
    view.setUint16(26, ciphertext.length);
    envelope.set(ciphertext, HEAD);
    return "04" + btoa(String.fromCharCode(...envelope));
  }
}

export class WebCryptoVerifier {
  constructor(appId, key) {
    this.key = key;
    this.appId = appId;
  }

  async verify(token) {
    if (!token.startsWith("04")) throw new Error("malformed");
    const envelope = Uint8Array.from(atob(token.slice(2)), (unit) => unit.charCodeAt(0));
    const view = new DataView(envelope.buffer);
    const expire = Number(view.getBigInt64(0));
    if (view.getUint16(8) !== 16) throw new Error("malformed");
    const ciphertext = envelope.subarray(HEAD, HEAD + view.getUint16(26));
    const body = await crypto.subtle.decrypt({ name: "AES-CBC", iv: envelope.subarray(10, 26) }, this.key, ciphertext);
    const claims = JSON.parse(decoder.decode(body));
    if (claims.app_id !== this.appId) throw new Error("another app");
    if (claims.expire !== expire) throw new Error("two expiries");
    if (claims.expire * 1000 <= Date.now()) throw new Error("expired");
    return claims;
  }
}
