#!/usr/bin/env python3
"""Times whether `replaces` tells right padding from wrong: the attack that a padding oracle would allow.

    token04 serve --dev &
    scripts/test/replaces_attack.py http://127.0.0.1:8404 300000
    scripts/test/replaces_attack.py http://127.0.0.1:8404 300000 --key t04_…      # a service with API keys

It sends, interleaved, two tokens that differ in one bit: with one, the last block decrypts to right padding, with the
other to wrong padding. A service that decrypts them takes longer for the first, the more so the longer the token. It
prints both medians, their difference and its standard error. One token sent as both differs by up to 0.2 us, the
noise of the client itself; the service of 8db8a49, which decrypted the token, differs by 16 us.
"""
import argparse
import base64
import gc
import json
import random
import socket
import statistics
import sys
import time
import urllib.parse

HEAD = 8 + 2 + 16  # expiry, length of the IV, IV
BLOCK = 16
BATCHES = 100


class Client:
    """One connection that is kept."""

    def __init__(self, url, key):
        parts = urllib.parse.urlsplit(url)
        self.socket = socket.create_connection((parts.hostname, parts.port or 80), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.head = f"POST /v1/token HTTP/1.1\r\nHost: {parts.netloc}\r\n"
        if key:
            self.head += f"Authorization: Bearer {key}\r\n"

    def request(self, question):
        body = json.dumps(question, ensure_ascii=False).encode()
        return f"{self.head}Content-Length: {len(body)}\r\n\r\n".encode() + body

    def send(self, request):
        """Status and body of the answer, and how many nanoseconds it took."""
        started = time.perf_counter_ns()
        self.socket.sendall(request)
        answer = self.socket.recv(65536)
        took = time.perf_counter_ns() - started
        while b"\r\n\r\n" not in answer:
            answer += self.more()
        head, body = answer.split(b"\r\n\r\n", 1)
        length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        while len(body) < int(length.split(b":")[1]):
            body += self.more()
        return int(head.split(b" ", 2)[1]), body, took

    def more(self):
        received = self.socket.recv(65536)
        if not received:
            sys.exit("the service ended the connection")
        return received


def forge(token):
    """The token with its last two blocks again behind it, and the same with one bit of the padding wrong."""
    envelope = bytearray(base64.b64decode(token[2:]))
    ciphertext = envelope[HEAD + 2:]
    if len(ciphertext) % BLOCK or len(ciphertext) != int.from_bytes(envelope[HEAD:HEAD + 2], "big"):
        sys.exit("the service must make CBC tokens for this attack: policy.mode = \"cbc\"")
    ciphertext += ciphertext[-2 * BLOCK:]
    right = envelope[:HEAD] + len(ciphertext).to_bytes(2, "big") + ciphertext
    wrong = bytearray(right)
    # The padding's last byte gets its highest bit, which no padding has.
    wrong[-BLOCK - 1] ^= 0x80
    return ["04" + base64.b64encode(bytes_).decode() for bytes_ in (right, wrong)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("count", type=int, help="how many requests to send")
    parser.add_argument("--key", help="an API key; none for a service in development")
    options = parser.parse_args()
    client = Client(options.url, options.key)
    # Long and not ASCII, so that what is done only after right padding takes the longest.
    status, body, _ = client.send(client.request({"user_id": "é" * 16_000, "ttl": 3600}))
    if status != 200:
        sys.exit(f"no token to begin with: {status} {body.decode()}")
    tokens = forge(json.loads(body)["token"])
    requests = [client.request({"user_id": "u", "ttl": 60, "replaces": token}) for token in tokens]
    times, answers = ([], []), (set(), set())
    gc.disable()
    for _ in range(max(options.count // 2, BATCHES)):
        for kind in random.sample((0, 1), 2):
            status, body, took = client.send(requests[kind])
            times[kind].append(took)
            answers[kind].add((status, tuple(sorted(json.loads(body)))))
    size = len(times[0]) // BATCHES
    batches = [[statistics.median(kind[at * size:(at + 1) * size]) for kind in times] for at in range(BATCHES)]
    differences = [right - wrong for right, wrong in batches]
    right, wrong = map(statistics.median, times)
    error = statistics.stdev(differences) / BATCHES ** 0.5
    print(f"right padding  {right / 1000:9.3f} us  answers {sorted(answers[0])}")
    print(f"wrong padding  {wrong / 1000:9.3f} us  answers {sorted(answers[1])}")
    print(f"difference     {statistics.mean(differences) / 1000:9.3f} us, standard error {error / 1000:.3f} us")
    return 0


if __name__ == "__main__":
    sys.exit(main())
