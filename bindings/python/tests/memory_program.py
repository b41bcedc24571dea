"""What scripts/test/memory.mjs scans: one operation, its objects freed, and this program's own copies of the secret wiped.

Python neither wipes a string nor lets a program do it. Here the test writes over its own strings through their
address, to see what the package leaves.
"""
import ctypes
import gc
import os
import sys

import token04

APP_ID = 1234567890


def read_secret():
    data = bytearray()
    while len(data) < 32:
        got = os.read(0, 32 - len(data))
        data += got
        overwrite_bytes(got)
    text = data.decode("ascii")
    data[:] = bytes(32)
    return text


def overwrite_bytes(data):
    ctypes.memset(id(data) + bytes.__basicsize__ - 1, 0, len(data))


def overwrite_text(text):
    """A string of ASCII has its characters at the end of the object, with a NUL behind them."""
    size = text.__sizeof__()
    ctypes.memset(id(text) + size - len(text) - 1, 0, len(text))


def wait_for_line():
    while os.read(0, 1) not in (b"\n", b""):
        pass


def report(line):
    os.write(1, line.encode() + b"\n")


def run(operation, token, secret, kept):
    """Prints the code and the token that was made; what must stay alive for the first scan goes to `kept`."""
    made = ""
    try:
        if operation.startswith("issue-"):
            kept.append(token04.Issuer(APP_ID, secret, mode=operation[6:]))
            made = kept[0].issue("user1", 3600)
        elif operation == "drop-in":
            made = token04.generate_token04(APP_ID, "user1", secret, 3600, "").token
        elif operation == "verify":
            kept.append(token04.Verifier(APP_ID, secret))
            kept[0].verify(token, user_id="user1")
        elif operation == "verify-previous":
            kept.append(token04.Verifier(APP_ID, "fedcba9876543210fedcba9876543210", previous_secret=secret))
            kept[0].verify(token, user_id="user1")
        elif operation == "diagnose":
            token04.diagnose(token, secret=secret)
    except token04.Token04Error as error:
        return f"{error.code} "
    return f"0 {made}"


def main():
    operation, token = (sys.argv[1:] + [""])[:2]
    secret = read_secret()
    kept = []
    report(run(operation, token, secret, kept))
    wait_for_line()
    kept.clear()
    gc.collect()
    overwrite_text(secret)
    report("freed")
    wait_for_line()


main()
