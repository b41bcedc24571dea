"""Runs tests in Chromium, each with a page of its own, and fails one whose page logs an error or sends a request elsewhere."""
import shutil
import traceback

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

DESK, PHONE = {"width": 1366, "height": 900}, {"width": 375, "height": 812}


class Tests:
    """The tests of a page, with the settings of their browsers."""

    def __init__(self):
        self.tests = []

    def test(self, **settings):
        """A test that gets a page, opened, in a browser with these settings."""
        def add(function):
            self.tests.append((function, settings))
            return function
        return add

    def accessible(self, steps):
        """Tests in both languages, themes and sizes that no rule of WCAG 2.2 AA is broken that a machine can check."""
        for scheme in ("light", "dark"):
            for size, name in ((DESK, "desk"), (PHONE, "phone")):
                language = "en" if (scheme == "light") == (size is DESK) else "zh"
                locale = {"en": "en-GB", "zh": "zh-CN"}[language]

                def function(page, language=language):
                    check_accessible(page)
                    for _ in steps(page, language):
                        check_accessible(page)

                function.__name__ = f"accessible_{scheme}_{name}_{language}"
                # The checker must add its own script, which the page's policy forbids.
                self.test(color_scheme=scheme, viewport=size, bypass_csp=True, locale=locale)(function)

    def run(self, url, ready, wanted):
        """Runs the tests, or those wanted, on the page at an address, where a selector is filled when it is ready. Returns
        whether all passed."""
        passed = failed = 0
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for function, settings in self.tests:
                if wanted and function.__name__ not in wanted:
                    continue
                try:
                    run(browser, url, ready, function, settings)
                    passed += 1
                    print(f"ok      {function.__name__}")
                except Exception:
                    failed += 1
                    print(f"FAILED  {function.__name__}\n{traceback.format_exc()}")
            browser.close()
        print(f"{passed} passed, {failed} failed")
        return failed == 0 and passed > 0


def check_accessible(page):
    result = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    assert result.violations_count == 0, result.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it is wider than the window"


def run(browser, url, ready, function, settings):
    settings = {"viewport": DESK, "locale": "en-GB", **settings}
    expected, attempts = settings.pop("expected_errors", ()), settings.pop("expected_attempts", ())
    context = browser.new_context(**settings)
    page = context.new_page()
    page.set_default_timeout(10_000)
    troubles, elsewhere = [], []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: message.type in ("error", "warning") and troubles.append(message.text))
    page.on("request", lambda request: request.url.startswith((url, "data:", *attempts)) or elsewhere.append(request.url))
    page.goto(url)
    # Not wait_for_function: it evaluates text, which the policy forbids unless the page is ready at once.
    expect(page.locator(ready)).not_to_be_empty()
    function(page)
    troubles = [trouble for trouble in troubles if not any(text in trouble for text in expected)]
    assert not troubles and not elsewhere, (troubles, elsewhere)
    context.close()


def make(page, **fields):
    """Fills in the form by the ids of its fields, and makes the token."""
    for name, value in fields.items():
        if name == "kind":
            page.get_by_role("radio", name=value).check(force=True)
        else:
            page.fill(f"#{name}", value)
    page.get_by_role("button", name="Make token").click()


def verdict(page):
    page.locator("#verdict").wait_for()
    return page.locator("#verdict-text").inner_text()


def ids(page):
    return page.locator(".finding .head code").all_inner_texts()
