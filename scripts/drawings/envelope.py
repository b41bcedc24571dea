"""The bytes of a token: its text, the envelope, and the body inside."""
from .canvas import Canvas

WORDS = {
    "en": {
        "about": "A token is the text 04 and the base64 of an envelope. The envelope has the expiry in 8 bytes, the length of the IV in 2, "
                 "the IV in 16 or 12, the length of the ciphertext in 2, the ciphertext, and in GCM the mode byte 1. Numbers are big-endian. "
                 "The decrypted ciphertext is a JSON body.",
        "token": "token", "envelope": "envelope", "body": "body",
        "base64": "base64, with padding",
        "fields": [("expire", "8 bytes"), ("IV length", "2 bytes"), ("IV", "CBC 16, GCM 12"), ("length", "2 bytes"),
                   ("ciphertext", "AES-256, key: ServerSecret"), ("mode", "GCM: 1")],
        "legend": [("plain", "readable by everybody"), ("green", "encrypted")],
        "note": "Numbers are big-endian. CBC has no mode byte, or 0. The GCM tag is the end of the ciphertext.",
    },
    "zh": {
        "about": "Token 是文本 04 加上信封的 base64。信封依次是 8 字节的过期时间、2 字节的 IV 长度、16 或 12 字节的 IV、2 字节的密文长度、密文，GCM 还有模式字节 1。"
                 "数字均为大端序。密文解密后是 JSON 正文。",
        "token": "Token", "envelope": "信封", "body": "正文",
        "base64": "base64，带填充",
        "fields": [("过期时间", "8 字节"), ("IV 长度", "2 字节"), ("IV", "CBC 16，GCM 12"), ("长度", "2 字节"),
                   ("密文", "AES-256，密钥为 ServerSecret"), ("模式", "GCM：1")],
        "legend": [("plain", "任何人可读"), ("green", "已加密")],
        "note": "数字均为大端序。CBC 没有模式字节，或为 0。GCM 的认证标签在密文末尾。",
    },
}
WIDTHS = [96, 84, 134, 84, 270, 72]
LEFT, FIRST, SECOND, THIRD, HEIGHT = 90, 16, 100, 188, 46


def draw(human, theme):
    words = WORDS[human]
    canvas = Canvas(860, 296, theme, words["about"])
    right = LEFT + sum(WIDTHS)
    for top, name in ((FIRST, "token"), (SECOND, "envelope"), (THIRD, "body")):
        canvas.text(LEFT - 14, top + HEIGHT / 2 + 4.5, words[name], colour="quiet", anchor="end")

    ciphertext = LEFT + sum(WIDTHS[:4])
    canvas.path(f"M{LEFT + 50} {FIRST + HEIGHT}L{LEFT} {SECOND}H{right}L{LEFT + 400} {FIRST + HEIGHT}z", fill="plain", stroke="faint")
    canvas.path(f"M{ciphertext} {SECOND + HEIGHT}L{LEFT} {THIRD}H{right}L{ciphertext + WIDTHS[4]} {SECOND + HEIGHT}z",
                fill="green", stroke="faint")
    canvas.box(LEFT, FIRST, 50, HEIGHT, ["04"], code=True)
    canvas.box(LEFT + 50, FIRST, 350, HEIGHT, ["AAAAAGVT…", words["base64"]], code=True)
    left = LEFT
    for (name, size), width in zip(words["fields"], WIDTHS):
        canvas.box(left, SECOND, width, HEIGHT, [name, size], fill="green" if width == WIDTHS[4] else "plain")
        left += width
    canvas.box(LEFT, THIRD, right - LEFT, HEIGHT, [
        '{"app_id":1234567890,"user_id":"user1","nonce":123456,"ctime":1700000000,"expire":1700003600,"payload":""}',
    ], fill="green", code=True, bold=False, size=11)

    left = LEFT
    for fill, name in words["legend"]:
        canvas.box(left, 254, 16, 12, [], fill=fill)
        canvas.text(left + 24, 264, name, size=11.5, colour="quiet", anchor="start")
        left += 170
    canvas.text(LEFT, 286, words["note"], size=11.5, colour="quiet", anchor="start")
    return canvas.svg()
