"""Token04 with Python's usual libraries, as fast as they can issue and verify it: the rivals of the benchmark.

InLanguage uses what Python and the libraries document, as someone who measures would: it keeps the key, the JSON
encoder and the packer, and draws random bytes in one system call. EveryTrick saves whatever can be saved beyond that,
in code that few would want to maintain: JSON by hand around an undocumented function of json, and random bytes drawn in
advance, which it drops in a forked child, because parent and child would use the same ones. (One encryptor for all
tokens, whose IV is the previous block, would be faster still, but makes IVs predictable.)
"""

import binascii
import json
import os
import struct
import time
from json.encoder import encode_basestring as quoted

from Crypto.Cipher import AES as PycryptodomeAES
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

PADDINGS = [bytes([length]) * length for length in range(17)]
HEAD = struct.Struct(">qH16sH")
DRAW = struct.Struct(">16sI")
encode_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encrypt_with_cryptography(key, iv, padded):
    return Cipher(key, CBC(iv)).encryptor().update(padded)


def decrypt_with_cryptography(key, iv, ciphertext):
    return Cipher(key, CBC(iv)).decryptor().update(ciphertext)


def encrypt_with_pycryptodome(key, iv, padded):
    return PycryptodomeAES.new(key, PycryptodomeAES.MODE_CBC, iv).encrypt(padded)


def decrypt_with_pycryptodome(key, iv, ciphertext):
    return PycryptodomeAES.new(key, PycryptodomeAES.MODE_CBC, iv).decrypt(ciphertext)


# By name: how to make a key from the secret, to encrypt and to decrypt.
LIBRARIES = {
    "cryptography": (lambda secret: AES(secret.encode()), encrypt_with_cryptography, decrypt_with_cryptography),
    "pycryptodome": (lambda secret: secret.encode(), encrypt_with_pycryptodome, decrypt_with_pycryptodome),
}


def room_payload(room_id, login, publish, streams):
    """The payload of a privilege token."""
    privilege = {"1": int(login), "2": int(publish)}
    return encode_json({"room_id": room_id, "privilege": privilege, "stream_id_list": streams})


class InLanguage:
    """An issuer and a verifier in one library."""

    def __init__(self, library, app_id, secret):
        self.make_key, self.encrypt, self.decrypt = LIBRARIES[library]
        self.app_id = app_id
        self.key = self.make_key(secret)

    def issue(self, user_id, ttl, payload):
        return self._issue(self.app_id, user_id, self.key, ttl, payload)

    def generate(self, app_id, user_id, secret, ttl, payload):
        """As the drop-in does: without a kept key."""
        return self._issue(app_id, user_id, self.make_key(secret), ttl, payload)

    def _issue(self, app_id, user_id, key, ttl, payload):
        iv, nonce = self._draw()
        ctime = int(time.time())
        expire = ctime + ttl
        body = self._body(app_id, user_id, nonce >> 1, ctime, expire, payload).encode()
        ciphertext = self.encrypt(key, iv, body + PADDINGS[16 - len(body) % 16])
        envelope = HEAD.pack(expire, 16, iv, len(ciphertext)) + ciphertext
        return "04" + binascii.b2a_base64(envelope, newline=False).decode()

    def _draw(self):
        return DRAW.unpack(os.urandom(DRAW.size))

    def _body(self, app_id, user_id, nonce, ctime, expire, payload):
        claims = {"app_id": app_id, "user_id": user_id, "nonce": nonce}
        claims |= {"ctime": ctime, "expire": expire, "payload": payload}
        return encode_json(claims)

    def verify(self, token):
        """The claims, or an exception if the token is not valid for this app now."""
        if not token.startswith("04"):
            raise ValueError("not a Token04")
        envelope = binascii.a2b_base64(token[2:])
        expire, iv_length, iv, length = HEAD.unpack_from(envelope)
        if iv_length != 16 or length % 16 or len(envelope) != HEAD.size + length:
            raise ValueError("not a Token04")
        padded = self.decrypt(self.key, iv, envelope[HEAD.size :])
        padding = padded[-1]
        if not 1 <= padding <= 16 or padded[-padding:] != PADDINGS[padding]:
            raise ValueError("does not open")
        claims = json.loads(padded[:-padding])
        if claims["app_id"] != self.app_id or claims["expire"] != expire or time.time() >= expire:
            raise ValueError("not valid")
        return claims


class EveryTrick(InLanguage):
    """The same, with everything saved that can be."""

    def __init__(self, library, app_id, secret):
        super().__init__(library, app_id, secret)
        self._forget_draws()
        os.register_at_fork(after_in_child=self._forget_draws)

    def _forget_draws(self):
        self.draws = iter(())

    def _draw(self):
        for draw in self.draws:
            return draw
        self.draws = DRAW.iter_unpack(os.urandom(DRAW.size * 200))
        return self._draw()

    def _body(self, app_id, user_id, nonce, ctime, expire, payload):
        return (
            f'{{"app_id":{app_id},"user_id":{quoted(user_id)},"nonce":{nonce},'
            f'"ctime":{ctime},"expire":{expire},"payload":{quoted(payload)}}}'
        )


# Who takes part, by the name that is printed.
CONTESTANTS = {
    "cryptography": (InLanguage, "cryptography"),
    "cryptography, every trick": (EveryTrick, "cryptography"),
    "pycryptodome": (InLanguage, "pycryptodome"),
}
