"""Which kind of token a client needs: questions from top to bottom, answers on the right."""
from .canvas import Canvas

WORDS = {
    "en": {
        "about": "For UIKit for the web use a kit token. Otherwise use an identity token, unless the token must limit room, publishing or streams, "
                 "the client does not log in to ZIM with it, and ZEGO's support has enabled privileges for the project: then use a privilege token.",
        "yes": "yes", "no": "no",
        "questions": [
            (["Is the client UIKit for the web?"], "yes", ["Kit token", "token04 kit --user-id U --room R"], "violet"),
            (["Must the token limit room,", "publishing or streams?"], "no", ["Identity token", "token04 generate --user-id U"], "blue"),
            (["Does the client also log in to ZIM", "with this token?"], "yes", ["Identity token", "ZIM takes no payload"], "blue"),
            (["Has ZEGO's support enabled", "privileges for your project?"], "no", ["Identity token", "ZEGO would not enforce the limits"], "blue"),
        ],
        "end": ["Privilege token", "token04 generate --user-id U --room R"],
    },
    "zh": {
        "about": "Web 端 UIKit 使用 Kit Token。其他客户端使用身份 Token；只有需要限定房间、推流或流，客户端不用该 Token 登录 ZIM，并且 ZEGO 技术支持已为项目开通权限时，才使用权限 Token。",
        "yes": "是", "no": "否",
        "questions": [
            (["客户端是 Web 端 UIKit 吗？"], "yes", ["Kit Token", "token04 kit --user-id U --room R"], "violet"),
            (["需要用 Token 限定", "房间、推流或流吗？"], "no", ["身份 Token", "token04 generate --user-id U"], "blue"),
            (["客户端还要用这个 Token", "登录 ZIM 吗？"], "yes", ["身份 Token", "ZIM 不接受 payload"], "blue"),
            (["ZEGO 技术支持已为你的项目", "开通权限了吗？"], "no", ["身份 Token", "未开通时 ZEGO 不会执行限制"], "blue"),
        ],
        "end": ["权限 Token", "token04 generate --user-id U --room R"],
    },
}
LEFT, WIDTH, RIGHT, STEP, HEIGHT = 90, 290, 480, 82, 50


def draw(human, theme):
    words = WORDS[human]
    count = len(words["questions"])
    canvas = Canvas(860, 24 + STEP * count + HEIGHT, theme, words["about"])
    middle = LEFT + WIDTH / 2
    for index, (question, leaves, answer, fill) in enumerate(words["questions"]):
        y = 12 + STEP * index
        canvas.box(LEFT, y, WIDTH, HEIGHT, [], fill="plain")
        for line, said in enumerate(question):
            canvas.text(middle, y + HEIGHT / 2 + 4.5 + 17 * line - 8.5 * (len(question) - 1), said)
        canvas.arrow(LEFT + WIDTH, y + HEIGHT / 2, RIGHT - 1, y + HEIGHT / 2)
        canvas.text((LEFT + WIDTH + RIGHT) / 2, y + HEIGHT / 2 - 7, words[leaves], size=12, colour="quiet")
        canvas.box(RIGHT, y, WIDTH, HEIGHT, answer, fill=fill)
        canvas.arrow(middle, y + HEIGHT, middle, y + STEP - 1)
        stays = words["no" if leaves == "yes" else "yes"]
        canvas.text(middle + 10, y + HEIGHT + 21, stays, size=12, colour="quiet", anchor="start")
    canvas.box(LEFT, 12 + STEP * count, WIDTH, HEIGHT, words["end"], fill="green")
    return canvas.svg()
