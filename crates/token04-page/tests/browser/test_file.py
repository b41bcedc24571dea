"""The page as a file, without a network: it reads, explains, compares and makes tokens, and nothing leaves it."""
import os
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs

from playwright.sync_api import expect

from runner import Tests, ids, make, verdict
from service import APP_ID, OTHER_SECRET, PROGRAM, SECRET, token

ROOT = Path(__file__).resolve().parents[4]
FILE = (ROOT / "dist/page/token04.html").as_uri()
DAMAGED = token().replace("04", "03", 1)
TESTS = Tests()


def test(**settings):
    return TESTS.test(**{"offline": True, **settings})


def enter_project(page, secret=SECRET):
    page.fill("#app", APP_ID)
    page.fill("#secret", secret)


def link(page):
    """The link that the page copies."""
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#link")).to_have_text("Copied")
    return page.evaluate("navigator.clipboard.readText()")


@test()
def a_token_of_each_kind_is_made_and_valid(page):
    enter_project(page)
    for kind, mode, expected in (
        ("Identity", "cbc", ("--user-id", "Ada")),
        ("Privilege", "gcm", ("--user-id", "Ada", "--room", "room1")),
        ("Kit", "gcm", ("--user-id", "Ada")),
    ):
        page.select_option("#mode", mode)
        make(page, user="Ada", kind=kind)
        made = page.locator("#made-token")
        expect(page.locator("#paste")).to_have_value(made.inner_text())
        expect(page.locator("#claims")).to_contain_text("Ada")
        expect(page.locator("#envelope-rows")).to_contain_text(f"AES-256-{mode.upper()}")
        environment = {"ZEGO_APP_ID": APP_ID, "ZEGO_SERVER_SECRET": SECRET}
        subprocess.run([PROGRAM, "verify", made.inner_text(), *expected], env=environment, check=True, capture_output=True)
    assert "#" in made.inner_text() and ids(page) == []
    expect(page.locator("#use-code")).to_contain_text("ZegoUIKitPrebuilt.create")


@test()
def the_envelope_needs_no_secret_and_the_body_does(page):
    page.fill("#paste", token())
    assert verdict(page).startswith("It has the form of a token")
    expect(page.locator("#envelope-rows")).to_contain_text("AES-256-CBC")
    expect(page.locator("#claims")).to_be_empty()
    page.get_by_role("button", name="Enter AppID and ServerSecret").click()
    expect(page.locator("#app")).to_be_focused()
    enter_project(page)
    expect(page.locator("#claims")).to_contain_text("user1")
    expect(page.locator("#sealed")).to_be_hidden()
    page.fill("#secret", OTHER_SECRET)
    expect(page.locator("#findings")).to_contain_text("wrong-secret")


@test()
def tokens_and_codes_are_found_in_whole_texts(page):
    enter_project(page)
    page.fill("#paste", f'HTTP/1.1 200 OK\nserver: nginx\n\n{{"token":"{token().replace("/", chr(92) + "/")}","expires_at":1}}')
    assert verdict(page) == "Nothing is wrong with it"
    page.fill("#paste", 'loginRoom failed {"errorCode":1002077,"extendedData":"user_id"}')
    expect(page.locator("#explained")).to_contain_text("1002077")
    page.get_by_text("What the client expects").click()
    page.fill("#x-user", "user2")
    page.fill("#paste", f"token: {token()}")
    expect(page.locator("#findings")).to_contain_text("user-id-mismatch")


@test()
def each_part_of_a_token_lights_up_everywhere(page):
    enter_project(page)
    kit = token("--room", "room1", "--user-name", "Ada")
    page.fill("#paste", kit)
    expect(page.locator("#map-text")).to_have_text(kit)
    names = page.eval_on_selector_all("#map-text span", "spans => spans.map(span => span.dataset.part)")
    assert names == ["version", "expire", "iv_length", "iv", "ciphertext_length", "ciphertext", "kit"]
    for name, size in (("expire", 8), ("iv_length", 2), ("iv", 16), ("ciphertext_length", 2)):
        assert page.locator(f"#map-bytes [data-part={name}] u").count() == size
    lit = page.locator("#inside")
    page.locator("#map-bytes [data-part=iv]").hover()
    expect(lit).to_have_attribute("data-lit", "iv")
    page.locator("#envelope-rows [data-part=expire]").hover()
    expect(lit).to_have_attribute("data-lit", "expire")
    page.get_by_role("button", name="kit part").focus()
    expect(lit).to_have_attribute("data-lit", "kit")
    page.keyboard.press("Enter")
    page.locator("#paste").focus()
    expect(lit).to_have_attribute("data-lit", "kit")
    gcm = token("--mode", "gcm")
    page.fill("#paste", gcm)
    expect(page.locator("#map-text span").last).to_have_attribute("data-part", "mode")


@test()
def a_long_token_is_shown_in_part(page):
    enter_project(page)
    page.fill("#paste", token("--payload", '"' + "x" * 20_000 + '"'))
    expect(page.locator("#map-bytes em")).to_contain_text("more bytes")
    assert page.locator("#map-bytes u").count() == 512


@test()
def findings_link_to_their_documentation(page):
    page.fill("#paste", DAMAGED)
    docs = page.locator(".finding .docs").first
    expect(docs).to_have_attribute("rel", "noopener noreferrer")
    path, anchor = docs.get_attribute("href").split("/blob/main/")[1].split("#")
    assert f"\n## {anchor}\n" in (ROOT / path).read_text() and anchor == ids(page)[0] == "version"
    page.get_by_role("button", name="中文").click()
    expect(docs).to_have_text("文档")
    assert docs.get_attribute("href").split("/blob/main/")[1] != f"{path}#{anchor}"


@test()
def a_token_is_compared_with_a_correct_one(page):
    enter_project(page)
    page.fill("#paste", token("--ttl", "90", secret=OTHER_SECRET))
    page.get_by_role("button", name="Compare with a correct token").click()
    expect(page.locator("#compared")).to_contain_text("not readable")
    page.fill("#paste", token("--room", "r", "--ttl", "90", "--mode", "gcm"))
    expect(page.locator("#compared")).to_be_hidden()
    page.get_by_role("button", name="Compare with a correct token").click()
    expect(page.locator("#compared-text")).to_contain_text("No difference")
    expect(page.locator("#compared-rows")).to_contain_text("90 s")
    page.get_by_role("button", name="中文").click()
    expect(page.locator("#compared-text")).to_contain_text("没有差异")


@test(permissions=["clipboard-read", "clipboard-write"])
def a_link_has_the_question_and_never_the_secret(page):
    enter_project(page)
    sent = token()
    page.get_by_text("What the client expects").click()
    page.fill("#x-user", "user2")
    page.fill("#paste", sent)
    expect(page.locator("#findings")).to_contain_text("user-id-mismatch")
    copied = link(page)
    assert SECRET not in copied and parse_qs(copied.split("#")[1]) == {"text": [sent], "user": ["user2"]}
    page.fill("#paste", f"my secret is {SECRET} and {sent}")
    page.locator("#map-text").wait_for()
    page.locator("#link").click()
    expect(page.locator("#link")).to_have_text("It contains the secret")
    page.goto("about:blank")
    page.goto(copied)
    expect(page.locator("#map-text")).to_have_text(sent)
    assert page.input_value("#x-user") == "user2" and page.input_value("#secret") == "" and page.url == FILE
    page.goto("about:blank")
    page.goto(f"{FILE}#50119")
    expect(page.locator("#explained")).to_contain_text("token auth err")
    page.goto(f"{FILE}#make")
    expect(page.locator("#explained")).to_contain_text("token auth err")


@test()
def the_secret_is_kept_nowhere(page):
    enter_project(page)
    make(page)
    verdict(page)
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#secret")).to_have_attribute("type", "text")
    page.get_by_role("button", name="中文").click()
    stored = page.evaluate("""async () => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie,
        await indexedDB.databases(), history.state, location.href])""")
    assert SECRET not in stored and SECRET not in page.content()
    page.reload()
    assert page.input_value("#secret") == page.input_value("#app") == ""


def received(listener):
    """What arrives at a socket. Chromium opens a connection for a frame or a form before it refuses it, and sends nothing."""
    arrived = b""
    try:
        while True:
            connection, _ = listener.accept()
            with connection:
                connection.settimeout(1)
                arrived += connection.recv(1000)
    except TimeoutError:
        return arrived


@test(offline=False, expected_errors=["Content Security Policy", "TrustedScript"], expected_attempts=["http://127.0.0.1"])
def nothing_can_leave(page):
    enter_project(page)
    make(page)
    verdict(page)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(1)
        address = f"//127.0.0.1:{listener.getsockname()[1]}/?secret"
        refused = page.evaluate("""async address => {
            const attempts = {
                fetch: () => fetch("http:" + address, { mode: "no-cors" }),
                beacon: () => { if (!navigator.sendBeacon("http:" + address)) throw 0; },
                request: () => new Promise((sent, failed) => {
                    const request = new XMLHttpRequest();
                    request.onload = sent;
                    request.onerror = failed;
                    request.open("GET", "http:" + address);
                    request.send();
                }),
                socket: () => new Promise((sent, failed) => {
                    const socket = new WebSocket("ws:" + address);
                    socket.onopen = sent;
                    socket.onerror = failed;
                }),
                events: () => new Promise((sent, failed) => {
                    const events = new EventSource("http:" + address);
                    events.onopen = sent;
                    events.onerror = failed;
                }),
                image: () => new Promise((sent, failed) => Object.assign(new Image(), { onload: sent, onerror: failed, src: "http:" + address })),
                frame: () => new Promise((sent, failed) => {
                    addEventListener("securitypolicyviolation", failed, { once: true });
                    document.body.append(Object.assign(document.createElement("iframe"), { src: "http:" + address }));
                }),
                form: () => new Promise((sent, failed) => {
                    addEventListener("securitypolicyviolation", failed, { once: true });
                    const form = Object.assign(document.createElement("form"), { action: "http:" + address });
                    document.body.append(form);
                    form.submit();
                }),
                evaluation: () => eval("1"),
            };
            const refused = [];
            for (const [name, attempt] of Object.entries(attempts))
                await Promise.resolve().then(attempt).then(() => 0, () => refused.push(name));
            return refused;
        }""", address)
        # A beacon is refused after sendBeacon has returned.
        assert set(refused) >= {"fetch", "request", "socket", "events", "image", "frame", "form", "evaluation"}, refused
        assert received(listener) == b""
    page.evaluate("document.querySelector('iframe').remove()")


@test()
def missing_and_invalid_fields_are_reported_in_place(page):
    make(page)
    expect(page.locator("#app-error")).to_contain_text("4294967295")
    expect(page.locator("#secret-error")).to_have_text("is required")
    expect(page.locator("#app")).to_be_focused()
    enter_project(page, "too short")
    make(page)
    expect(page.locator("#make-error")).to_contain_text("secret must be 32 bytes")
    expect(page.locator("#secret")).to_have_attribute("aria-invalid", "true")
    enter_project(page)
    page.select_option("#profile", "rtc")
    make(page, user="not allowed")
    expect(page.locator("#user")).to_have_attribute("aria-invalid", "true")


@test()
def there_is_code_for_every_language_and_client(page):
    enter_project(page)
    page.fill("#app", "42")
    page.fill("#user", "Ada")
    languages = page.locator("#server-language option").all_inner_texts()
    assert set(languages) == {"C", "C++", "C#", "Go", "Java", "Node.js", "Objective-C", "PHP", "Python", "Rust"}
    for index, language in enumerate(languages):
        page.select_option("#server-language", str(index))
        code = page.locator("#server-code").inner_text()
        assert "42" in code and "Ada" in code and SECRET not in code, language
    for index in range(page.locator("#client-language option").count()):
        page.select_option("#client-language", str(index))
        assert "oken" in page.locator("#client-code").inner_text()
    page.reload()
    expect(page.locator("#server-language option:checked")).to_have_text(languages[-1])


@test()
def examples_show_what_the_page_does(page):
    for name, shown in (("50119", "#explained"), ("1002033", "#explained"), ("JWT", "#findings"), ("a token", "#claims")):
        page.get_by_role("button", name=name, exact=True).click()
        page.locator(shown).wait_for()
        if name != "a token":
            page.fill("#paste", "")
            page.locator("#read-empty").wait_for()
    assert verdict(page) == "Nothing is wrong with it"


@test(locale="zh-CN")
def it_speaks_chinese(page):
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    enter_project(page)
    page.get_by_role("button", name="生成 Token").click()
    assert verdict(page) == "没有发现问题"
    assert page.evaluate("""() => Object.keys(TEXTS.en).filter(key => !(key in TEXTS.zh))""") == []


def steps(page, language):
    """Shows one thing after the other."""
    enter_project(page)
    page.locator("#make-form button[type=submit]").click()
    verdict(page)
    yield
    page.locator("#legend button").nth(1).click()
    page.locator("#compare").click()
    page.locator("#compared").wait_for()
    page.locator("#expect summary").click()
    yield
    page.fill("#x-user", "other")
    page.locator(".finding.error").first.wait_for()
    yield
    page.fill("#secret", "")
    page.locator("#sealed").wait_for()
    yield
    page.fill("#paste", "1002033")
    page.locator("#explained").wait_for()
    page.locator("#make-form button[type=submit]").click()
    page.locator("#secret-error:not(:empty)").wait_for()
    yield


TESTS.accessible(steps)


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(0 if TESTS.run(FILE, "#version", sys.argv[1:]) else 1)
