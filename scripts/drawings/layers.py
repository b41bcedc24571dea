"""How the project is built: what users call, what binds it, and the one core that knows the format."""
from .canvas import Canvas

WORDS = {
    "en": {
        "about": "Python, Node.js, WebAssembly and Java bind to the core directly. C++, Objective-C, Go, PHP and .NET use the C ABI, which binds to the core. "
                 "The program token04 and its HTTP service use the core as a Rust crate. The core turns a request into claims, encrypts them, and writes the "
                 "envelope as text; opening goes the other way. Every layer runs the same vectors, made by a second implementation.",
        "serve": ["token04 serve", "token04-server"], "program": ["token04", "token04-cli"], "abi": ["C ABI", "bindings/c"],
        "core": "token04-core: the only place that knows the format",
        "steps": [["request", "arguments checked"], ["claims", "JSON"], ["cipher", "AES-256"], ["envelope", "bytes"], ["text", "04…"]],
        "issue": "issue", "open": "open",
        "vectors": ["token04-vectors", "made by a second implementation; the tests of every language run them"],
    },
    "zh": {
        "about": "Python、Node.js、WebAssembly 和 Java 直接绑定核心；C++、Objective-C、Go、PHP 和 .NET 通过 C ABI 调用核心；命令行程序和 HTTP 服务把核心作为 Rust crate 使用。"
                 "核心把请求变成正文，加密后写成信封和文本；打开时方向相反。各层运行同一套测试向量，由另一份独立实现生成。",
        "serve": ["token04 serve", "token04-server"], "program": ["token04", "token04-cli"], "abi": ["C ABI", "bindings/c"],
        "core": "token04-core：唯一了解格式的地方",
        "steps": [["请求", "检查参数"], ["正文", "JSON"], ["加密", "AES-256"], ["信封", "字节"], ["文本", "04…"]],
        "issue": "签发", "open": "打开",
        "vectors": ["token04-vectors", "由另一份独立实现生成，每种语言的测试都运行"],
    },
}
OVER_C = ["C++", "Objective-C", "Go", "PHP", ".NET"]
DIRECT = ["Python", "Node.js", "WASM", "Java"]


def draw(human, theme):
    words = WORDS[human]
    canvas = Canvas(860, 372, theme, words["about"])
    for index, name in enumerate(OVER_C):
        left = 20 + index * 82
        canvas.box(left, 12, 74, 40, [name] if name != "Objective-C" else ["Obj-C"], fill="blue")
        canvas.arrow(left + 37, 52, left + 37, 81)
    canvas.box(20, 82, 402, 44, words["abi"], fill="blue")
    canvas.arrow(221, 126, 221, 163)
    for index, name in enumerate(DIRECT):
        left = 438 + index * 68
        canvas.box(left, 82, 62, 44, [name], fill="blue")
        canvas.arrow(left + 31, 126, left + 31, 163)
    canvas.box(720, 12, 120, 44, words["program"], fill="violet")
    canvas.arrow(780, 56, 780, 81)
    canvas.box(720, 82, 120, 44, words["serve"], fill="violet")
    canvas.arrow(780, 126, 780, 163)

    canvas.box(20, 164, 820, 134, [], fill="green")
    canvas.text(430, 186, words["core"], bold=True)
    canvas.text(90, 232, words["issue"], size=12, colour="quiet", anchor="end")
    canvas.text(90, 252, words["open"], size=12, colour="quiet", anchor="end")
    for index, step in enumerate(words["steps"]):
        left = 110 + index * 145
        canvas.box(left, 212, 116, 50, step)
        if index:
            canvas.arrow(left - 28, 228, left - 2, 228)
            canvas.arrow(left - 2, 248, left - 27, 248)
    canvas.box(20, 318, 820, 42, words["vectors"])
    canvas.arrow(430, 318, 430, 299)
    return canvas.svg()
