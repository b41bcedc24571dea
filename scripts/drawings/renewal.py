"""Who says what to whom, from login to renewal."""
from .canvas import Canvas

WORDS = {
    "en": {
        "about": "The client logs in to your server, which authenticates the user and issues a token. The client logs in to ZEGO with the token. "
                 "Before the token expires, at renew_at, the client fetches a new one and passes it to the SDK with renewToken.",
        "actors": [("client", "app, web page, mini-program"), ("your server", "has the ServerSecret"), ("ZEGO", "checks the token")],
        "steps": [
            ("right", 0, 1, "request a token, with your own login"),
            ("note", 1, 1, "authenticate the user, issue(user1, 1 day)"),
            ("left", 1, 0, "token, expires_at, renew_at"),
            ("right", 0, 2, "loginRoom(…, token, …)"),
            ("gap", 0, 0, "at renew_at, and when the user comes back"),
            ("right", 0, 1, "request a token"),
            ("left", 1, 0, "new token"),
            ("right", 0, 2, "renewToken(token)"),
        ],
        "last": "30 s before the expiry the SDK warns with tokenWillExpire: the last chance to renew.",
    },
    "zh": {
        "about": "客户端登录你的服务端，服务端确认用户身份并签发 Token，客户端用它登录 ZEGO。到 renew_at 时，即 Token 过期之前，客户端获取新的 Token，并通过 renewToken 交给 SDK。",
        "actors": [("客户端", "App、网页、小程序"), ("你的服务端", "持有 ServerSecret"), ("ZEGO", "检查 Token")],
        "steps": [
            ("right", 0, 1, "携带你自己的登录凭证，请求 Token"),
            ("note", 1, 1, "确认用户身份，issue(user1, 1 天)"),
            ("left", 1, 0, "token、expires_at、renew_at"),
            ("right", 0, 2, "loginRoom(…, token, …)"),
            ("gap", 0, 0, "到 renew_at 时，以及用户返回应用时"),
            ("right", 0, 1, "请求 Token"),
            ("left", 1, 0, "新的 Token"),
            ("right", 0, 2, "renewToken(token)"),
        ],
        "last": "到期前 30 秒，SDK 会用 tokenWillExpire 提醒：这是更新的最后机会。",
    },
}
COLUMNS = [150, 430, 710]
FILLS = ["plain", "blue", "violet"]
TOP, STEP = 92, 40


def draw(human, theme):
    words = WORDS[human]
    bottom = TOP + STEP * len(words["steps"]) + 4
    canvas = Canvas(860, bottom + 34, theme, words["about"])
    for x in COLUMNS:
        canvas.path(f"M{x} 58V{bottom}", stroke="faint")
    for x, fill, lines in zip(COLUMNS, FILLS, words["actors"]):
        canvas.box(x - 105, 12, 210, 46, lines, fill=fill)
    for index, (kind, begin, end, said) in enumerate(words["steps"]):
        y = TOP + STEP * index + 8
        if kind == "note":
            canvas.box(COLUMNS[begin] - 165, y - 20, 330, 28, [said], fill="blue", bold=False)
        elif kind == "gap":
            canvas.path(f"M45 {y}H815", stroke="faint", dashed=True)
            canvas.box(COLUMNS[1] - 165, y - 14, 330, 28, [said], fill="amber", bold=False)
        else:
            between = abs(end - begin) == 2
            canvas.arrow(COLUMNS[begin], y, COLUMNS[end] + (-1 if end > begin else 1), y)
            middle = (COLUMNS[0] + COLUMNS[1]) / 2 if between or {begin, end} == {0, 1} else (COLUMNS[1] + COLUMNS[2]) / 2
            canvas.text(middle, y - 7, said, size=12.5, code=False)
    canvas.text(430, bottom + 20, words["last"], size=12, colour="quiet")
    return canvas.svg()
