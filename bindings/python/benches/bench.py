"""Measures token04 against Python's usual libraries in one interleaved run: bench.py [--json] [--brief].

Each round gives every contestant a short turn, so that what disturbs the machine disturbs all alike; a figure is
the median of all rounds. Turns are short, for a long one is interrupted more often than a short one. The ratio is
theirs / ours. Without --json it also tells what importing the package takes.
"""

import json
import statistics
import subprocess
import sys
import time
import timeit

from token04 import Issuer, Verifier, generate_token04

from in_language import CONTESTANTS, LIBRARIES

APP_ID = 1234567890
SECRET = "0123456789abcdef0123456789ABCDEF"
PAYLOADS = {
    "plain": "",
    "room": '{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s1","s2"]}',
}
CALLS = {
    "issue": "issue('user1', 3600, payload)",
    "drop-in": "generate(app_id, 'user1', secret, 3600, payload)",
    "verify": "verify(token)",
}


def contestants(payload):
    """The names that the calls above use, for ours and for each other, after a look whether all agree."""
    issuer, verifier = Issuer(APP_ID, SECRET), Verifier(APP_ID, SECRET)
    token = issuer.issue("user1", 3600, payload)
    shared = {"app_id": APP_ID, "secret": SECRET, "payload": payload, "token": token}
    names = {"token04": {"issue": issuer.issue, "generate": generate_token04, "verify": verifier.verify, **shared}}
    for name, (make, library) in CONTESTANTS.items():
        way = make(library, APP_ID, SECRET)
        for theirs in (way.issue("user1", 3600, payload), way.generate(APP_ID, "user1", SECRET, 3600, payload)):
            assert verifier.verify(theirs, user_id="user1").payload == payload
        assert way.verify(token)["payload"] == payload
        names[name] = {"issue": way.issue, "generate": way.generate, "verify": way.verify, **shared}
    return names


def measure(timers, rounds, turn):
    """The median nanoseconds of a call, by contestant."""
    samples = {name: [] for name in timers}
    for _ in range(rounds):
        for name, timer in timers.items():
            samples[name].append(timer.timeit(turn) / turn * 1e9)
    return {name: statistics.median(all_of_one) for name, all_of_one in samples.items()}


def import_milliseconds(rounds):
    """What the import adds to the bare runtime: the median of new processes, in turn."""
    samples = {"pass": [], "import token04": []}
    for _ in range(rounds):
        for code, times in samples.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(samples["import token04"]) - statistics.median(samples["pass"])


def print_comparison(case, ours, against, theirs, as_json):
    ratio = theirs / ours
    if not as_json:
        print(f"{case:14} {ours:6.0f} ns   {ratio:5.1f} times faster than {against} ({theirs:.0f} ns)", flush=True)
    elif against in LIBRARIES:
        comparison = {"case": case, "against": against, "ours_ns": round(ours, 1)}
        comparison |= {"theirs_ns": round(theirs, 1), "ratio": round(ratio, 3)}
        print(json.dumps(comparison, separators=(",", ":")), flush=True)


def main():
    as_json, brief = "--json" in sys.argv, "--brief" in sys.argv
    rounds, turn = (3, 20) if brief else (2001, 40)
    for payload_name, payload in PAYLOADS.items():
        names = contestants(payload)
        for call, statement in CALLS.items():
            # Reading, nobody has a trick.
            taking_part = [name for name in names if call != "verify" or name in ("token04", *LIBRARIES)]
            timers = {name: timeit.Timer(statement, globals=names[name]) for name in taking_part}
            results = measure(timers, rounds, turn)
            ours = results.pop("token04")
            for against, theirs in results.items():
                print_comparison(f"{call}/{payload_name}", ours, against, theirs, as_json)
    if not as_json:
        print(f"import         {import_milliseconds(3 if brief else 41):6.1f} ms more than the bare runtime")


if __name__ == "__main__":
    main()
