"""Measures token04 against Python's usual libraries in one interleaved run: bench.py [--json] [--brief].

Each round gives every contestant a short turn, so that disturbances of the machine affect all of them alike. Figures
are the median and the minimum of all rounds; the ratio is theirs / ours, of medians. Turns are short, because a long
one is interrupted more often. Without --json it also measures the import of the package.
"""

import json
import statistics
import subprocess
import sys
import time
import timeit

from token04 import Issuer, Verifier, generate_token04

from in_language import CONTESTANTS, LIBRARIES, room_payload

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
# The others write the same payload by hand, and check no limits.
ROOM = "issue_room('user1', 3600, 'room1', streams=['s1', 's2'])"
ROOM_BY_HAND = "issue('user1', 3600, room_payload('room1', True, False, ['s1', 's2']))"
MANY = [f"user{number}" for number in range(1000)]
MANY_BY_HAND = "[issue(user_id, 3600, '') for user_id in many]"


def rivals():
    """Each rival, by its name."""
    return {name: make(library, APP_ID, SECRET) for name, (make, library) in CONTESTANTS.items()}


def by_payload(payload):
    """A case per call: its name, the statement of all, and the names that it uses, for ours and for each rival."""
    issuer, verifier = Issuer(APP_ID, SECRET), Verifier(APP_ID, SECRET)
    token = issuer.issue("user1", 3600, payload)
    shared = {"app_id": APP_ID, "secret": SECRET, "payload": payload, "token": token}
    names = {"token04": {"issue": issuer.issue, "generate": generate_token04, "verify": verifier.verify, **shared}}
    for name, way in rivals().items():
        for theirs in (way.issue("user1", 3600, payload), way.generate(APP_ID, "user1", SECRET, 3600, payload)):
            assert verifier.verify(theirs, user_id="user1").payload == payload
        assert way.verify(token)["payload"] == payload
        names[name] = {"issue": way.issue, "generate": way.generate, "verify": way.verify, **shared}
    for call, statement in CALLS.items():
        # No rival has a trick for reading.
        taking_part = [name for name in names if call != "verify" or name in ("token04", *LIBRARIES)]
        yield call, {name: timeit.Timer(statement, globals=names[name]) for name in taking_part}


def by_room(profile):
    """Our issue_room against the rivals with a payload written by hand."""
    issuer, verifier = Issuer(APP_ID, SECRET, profile=profile), Verifier(APP_ID, SECRET)
    expected = verifier.verify(issuer.issue_room("user1", 3600, "room1", streams=["s1", "s2"])).payload
    assert room_payload("room1", True, False, ["s1", "s2"]) == expected
    timers = {"token04": timeit.Timer(ROOM, globals={"issue_room": issuer.issue_room})}
    for name, way in rivals().items():
        timers[name] = timeit.Timer(ROOM_BY_HAND, globals={"issue": way.issue, "room_payload": room_payload})
    return timers


def batch():
    """Our issue_many, for a thousand users, against a call for each."""
    issuer = Issuer(APP_ID, SECRET)
    names = {"issue_many": issuer.issue_many, "many": MANY}
    timers = {"token04": timeit.Timer("issue_many(many, 3600)", globals=names)}
    for name, way in {"token04, single calls": issuer, **rivals()}.items():
        timers[name] = timeit.Timer(MANY_BY_HAND, globals={"issue": way.issue, "many": MANY})
    return timers


def measure(timers, rounds, turn, calls=1):
    """The median and the minimum of a call's nanoseconds, by contestant."""
    samples = {name: [] for name in timers}
    for _ in range(rounds):
        for name, timer in timers.items():
            samples[name].append(timer.timeit(turn) / (turn * calls) * 1e9)
    return {name: (statistics.median(times), min(times)) for name, times in samples.items()}


def import_milliseconds(rounds):
    """What the import adds to the bare runtime: the median of new processes in turn."""
    samples = {"pass": [], "import token04": []}
    for _ in range(rounds):
        for code, times in samples.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(samples["import token04"]) - statistics.median(samples["pass"])


def print_comparisons(case, results, as_json):
    ours, ours_min = results.pop("token04")
    for against, (theirs, theirs_min) in results.items():
        ratio = theirs / ours
        if not as_json:
            print(
                f"{case:15} {ours:6.0f} ns (min {ours_min:.0f}), {ratio:5.1f} times faster than {against} "
                f"({theirs:.0f} ns, min {theirs_min:.0f})"
            )
        elif against in LIBRARIES:
            comparison = {"case": case, "against": against, "ours_ns": round(ours, 1), "theirs_ns": round(theirs, 1)}
            comparison |= {"ratio": round(ratio, 3), "ours_min_ns": round(ours_min, 1)}
            comparison |= {"theirs_min_ns": round(theirs_min, 1)}
            print(json.dumps(comparison, separators=(",", ":")))
        sys.stdout.flush()


def main():
    as_json, brief = "--json" in sys.argv, "--brief" in sys.argv
    rounds, turn = (3, 20) if brief else (2001, 40)
    for payload_name, payload in PAYLOADS.items():
        for call, timers in by_payload(payload):
            print_comparisons(f"{call}/{payload_name}", measure(timers, rounds, turn), as_json)
    for profile in (None, "rtc"):
        print_comparisons(f"issue-room/{profile or 'none'}", measure(by_room(profile), rounds, turn), as_json)
    print_comparisons("batch/plain", measure(batch(), 3 if brief else 81, 1, len(MANY)), as_json)
    if not as_json:
        print(f"import         {import_milliseconds(3 if brief else 41):6.1f} ms more than the bare runtime")


if __name__ == "__main__":
    main()
