"""The page of `token04 serve --dev`: every kind of token, diagnosis, both languages, keyboard, colours."""
import os
import sys
from pathlib import Path

from playwright.sync_api import expect

from runner import Tests, ids, make, verdict
from service import OTHER_SECRET, SECRET, Service, token

TESTS = Tests()
test = TESTS.test


@test()
def an_identity_token_is_made_and_opened(page):
    make(page, user="Ada")
    expect(page.locator("#claims")).to_contain_text("Ada")
    expect(page.locator("#claims")).to_contain_text("any (identity token)")
    made = page.locator("#made-token").inner_text()
    assert made.startswith("04") and page.input_value("#paste") == made
    assert verdict(page) == "Nothing is wrong with it" and ids(page) == ["unauthenticated-cbc"]
    code = page.locator("#use-code")
    expect(code).to_contain_text("zego-express-engine-webrtc")
    expect(code).to_contain_text(made)
    expect(code).to_contain_text('userID: "Ada"')


@test()
def a_privilege_token_says_its_room_rights_and_streams(page):
    page.get_by_role("radio", name="Privilege").check(force=True)
    page.get_by_label("Publish a stream").check()
    make(page, room="class-1", streams="cam, screen")
    claims = page.locator("#claims")
    for said in ("class-1", "log in: allowed · publish: allowed", "cam, screen"):
        expect(claims).to_contain_text(said)
    page.get_by_text("What the client expects").click()
    page.fill("#x-room", "class-2")
    expect(page.locator("#findings")).to_contain_text("room-mismatch")
    assert verdict(page) == "It will be refused: 1 mistake"


@test()
def a_kit_token_says_its_room_and_name(page):
    make(page, kind="Kit", room="lobby", name="阿达")
    expect(page.locator("#envelope-rows")).to_contain_text("lobby · user1 · 阿达")
    expect(page.locator("#use-code")).to_contain_text("ZegoUIKitPrebuilt.create")
    assert "#" in page.locator("#made-token").inner_text()


@test()
def a_damaged_token_is_mended_in_words(page):
    damaged = token().replace("+", "-").replace("/", "_")
    page.fill("#paste", f'"{damaged}"')
    expect(page.locator("#findings")).to_contain_text("transport-damage")
    assert "refused" in verdict(page)
    expect(page.locator(".finding .fix").first).not_to_be_empty()
    expect(page.locator(".finding .codes").first).to_contain_text("1102016")
    page.fill("#paste", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln")
    expect(page.locator("#findings")).to_contain_text("jwt")
    page.fill("#paste", "")
    expect(page.locator("#inside")).to_be_hidden()


@test()
def a_code_is_explained_and_goes_along_with_the_token(page):
    page.fill("#paste", "50119")
    explained = page.locator("#explained")
    for said in ("50119", "token auth err", "AppSign used as ServerSecret", "authentication mode"):
        expect(explained).to_contain_text(said)
    assert page.locator("#causes code").first.inner_text() == "jwt"
    page.get_by_role("button", name="中文").click()
    expect(explained).to_contain_text("依次检查")
    page.get_by_role("button", name="EN", exact=True).click()
    page.fill("#paste", " -200003 ")
    expect(page.locator("#near")).to_contain_text("-200002")
    page.fill("#paste", "1002077")
    expect(explained).to_contain_text("user_id does not match")
    page.get_by_text("What the client expects").click()
    page.fill("#x-user", "user2")
    page.fill("#paste", f"'{token()}'")
    expect(explained).to_be_hidden()
    expect(page.locator("#findings")).to_contain_text("transport-damage")
    assert ids(page)[0] == "user-id-mismatch"
    page.fill("#paste", "")
    expect(page.locator("#read-empty")).to_be_visible()


@test()
def another_secret_is_used_and_forgotten(page):
    page.fill("#paste", token(secret=OTHER_SECRET))
    expect(page.locator("#findings")).to_contain_text("wrong-secret")
    page.get_by_text("Another project's token").click()
    page.fill("#x-secret", OTHER_SECRET)
    expect(page.locator("#findings")).not_to_contain_text("wrong-secret")
    expect(page.locator("#claims")).to_contain_text("user1")
    assert OTHER_SECRET not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    page.reload()
    assert page.input_value("#x-secret") == ""


@test()
def the_secret_is_nowhere_in_the_page(page):
    make(page)
    verdict(page)
    assert SECRET not in page.content()


@test()
def the_countdown_runs_and_ends(page):
    page.fill("#paste", token("--ttl", "2"))
    expect(page.locator("#left-label")).to_have_text("Ends in")
    expect(page.locator("#left-label")).to_have_text("Ended, since", timeout=5000)
    page.fill("#paste", token("--ttl", "3d"))
    expect(page.locator("#left")).to_contain_text("2 d 23:59:5")


@test(expected_errors=["status of 40"])
def mistakes_in_the_form_are_told_at_their_field(page):
    make(page, user="")
    expect(page.locator("#user-error")).to_have_text("is required")
    expect(page.locator("#user")).to_be_focused()
    make(page, user="user1", ttl="1.5")
    expect(page.locator("#ttl-error")).to_contain_text("whole number")
    make(page, ttl="999")
    expect(page.get_by_role("alert").first).to_contain_text("at most")
    expect(page.locator("#ttl")).to_have_attribute("aria-invalid", "true")


@test(permissions=["clipboard-read", "clipboard-write"])
def the_token_can_be_copied(page):
    make(page)
    page.locator("[data-copy=made-token]").click()
    expect(page.locator("[data-copy=made-token]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#made-token").inner_text()


@test()
def the_keyboard_is_enough(page):
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "kind":
            break
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Privilege")).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator("#user")).to_be_focused()
    page.keyboard.press("Control+Enter")
    verdict(page)
    page.get_by_role("tab", name="Express").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="curl")).to_be_focused()
    expect(page.locator("#use-code")).to_contain_text("curl http://127.0.0.1")


@test(locale="zh-CN")
def it_speaks_chinese(page):
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    page.get_by_role("button", name="生成 Token").click()
    assert verdict(page) == "没有发现问题"
    expect(page.locator(".finding .what").first).to_contain_text("模式")
    page.get_by_role("button", name="EN", exact=True).click()
    expect(page.locator("#verdict-text")).to_have_text("Nothing is wrong with it")
    expect(page.locator(".finding .what").first).to_contain_text("mode CBC")
    page.reload()
    expect(page.get_by_role("heading", name="Make a token")).to_be_visible()


@test(locale="zh-CN", expected_errors=["status of 40"])
def refusals_are_told_in_chinese(page):
    page.fill("#ttl", "999")
    page.get_by_role("button", name="生成 Token").click()
    expect(page.get_by_role("alert").first).to_contain_text("有效期不符合要求")


@test(color_scheme="dark")
def the_colours_can_be_chosen(page):
    theme = lambda: page.locator("html").get_attribute("data-theme")
    assert theme() == "dark"
    button = page.get_by_role("button", name="Colours")
    button.click()
    assert theme() == "light"
    page.reload()
    assert theme() == "light"


@test()
def what_a_token_says_is_never_markup(page):
    page.evaluate("window.hacked = false")
    page.fill("#paste", token("--user-id", "<img src=x onerror=hacked=true>", "--payload", "<script>hacked=true</script>"))
    expect(page.locator("#claims")).to_contain_text("<img src=x")
    assert page.locator("#claims img, #claims script").count() == 0 and page.evaluate("window.hacked") is False


def steps(page, language):
    """Shows one thing after the other."""
    make_token, other_project = {"en": ("Make token", "Another project's token"), "zh": ("生成 Token", "其他项目的 Token")}[language]
    page.get_by_role("button", name=make_token).click()
    verdict(page)
    yield
    page.get_by_role("radio").nth(1).check(force=True)
    page.locator("#expect summary").click()
    page.get_by_text(other_project).click()
    yield
    page.fill("#x-user", "other")
    page.locator(".finding.error").first.wait_for()
    yield
    page.fill("#paste", "1002033")
    page.locator("#explained").wait_for()
    yield


TESTS.accessible(steps)


def main():
    with Service() as service:
        return TESTS.run(service.url, "#fact-app", sys.argv[1:])


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[4])
    sys.exit(0 if main() else 1)
