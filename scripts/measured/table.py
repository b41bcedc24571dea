"""A table of one language's figures, in English or Chinese."""

CASES = {
    "issue/plain": ("issue, identity token", "签发，身份 Token"),
    "issue/room": ("issue, given the room payload as text", "签发，payload 以文本传入"),
    "issue-room": ("issue for a room", "签发房间 Token"),
    "issue-room/none": ("issue for a room", "签发房间 Token"),
    "issue-room/rtc": ("issue for a room, profile rtc", "签发房间 Token，profile rtc"),
    "issue-into/plain": ("issue into the caller's buffer, identity token", "签发到调用方缓冲区，身份 Token"),
    "issue-into/room": ("issue into the caller's buffer, room payload", "签发到调用方缓冲区，房间 payload"),
    "issue-gcm/plain": ("issue, gcm, identity token", "签发，gcm，身份 Token"),
    "issue-gcm/room": ("issue, gcm, room payload", "签发，gcm，房间 payload"),
    "drop-in/plain": ("drop-in function, identity token", "官方同名函数，身份 Token"),
    "drop-in/room": ("drop-in function, room payload", "官方同名函数，房间 payload"),
    "verify/plain": ("verify, identity token", "校验，身份 Token"),
    "verify/room": ("verify, room payload", "校验，房间 payload"),
    "verify-gcm/plain": ("verify, gcm, identity token", "校验，gcm，身份 Token"),
    "verify-gcm/room": ("verify, gcm, room payload", "校验，gcm，房间 payload"),
    "batch/plain": ("issue for many users, per token", "批量签发，每个 Token"),
    "batch/room": ("issue for many users, room payload, per token", "批量签发，房间 payload，每个 Token"),
    "batch-with/plain": ("issue for many users into one text, per token", "批量签发到一段文本，每个 Token"),
    "batch-with/room": ("issue for many users into one text, room payload, per token",
                        "批量签发到一段文本，房间 payload，每个 Token"),
}
# The bound that ours is a multiple of, where the others are rivals.
BOUND = "chain"
HEADS = {"en": ("", "token04", "minimum", "× the chain", "against "), "zh": ("", "token04", "最小值", "链的倍数", "对比 ")}


def lines(comparisons, human):
    """The lines of the table: a row per case, and a column per rival with its time and how many times ours is faster.

    The column of minima is there if the benchmark printed them.
    """
    if not comparisons:
        return ["*This version has not been measured yet.*" if human == "en" else "*此版本尚未测量。*"]
    rivals = unique(line["against"] for line in comparisons)
    case, ours, minimum, bound, against = HEADS[human]
    minima = all("ours_min_ns" in line for line in comparisons)
    heads = [case, ours, *[minimum][:minima], *(bound if rival == BOUND else against + rival for rival in rivals)]
    made = [row(heads), "|" + "---|" * len(heads)]
    for name in unique(line["case"] for line in comparisons):
        of_case = {line["against"]: line for line in comparisons if line["case"] == name}
        first = next(iter(of_case.values()))
        cells = [title(name, human), nanoseconds(first["ours_ns"]), *[nanoseconds(first.get("ours_min_ns", 0))][:minima]]
        made.append(row(cells + [compared(of_case.get(rival)) for rival in rivals]))
    return made


def compared(line):
    if line is None:
        return ""
    if line["against"] == BOUND:
        return f"{1 / line['ratio']:.2f}"
    return f"{nanoseconds(line['theirs_ns'])}, **{line['ratio']:.1f} ×**"


def title(case, human):
    return CASES[case][0 if human == "en" else 1] if case in CASES else case


def nanoseconds(value):
    """Three digits, with the thousands apart."""
    return f"{value:,.0f} ns".replace(",", " ")


def row(cells):
    return "| " + " | ".join(cells) + " |"


def unique(values):
    return list(dict.fromkeys(values))
