"""From an empty workspace to an état des lieux and a first plan, as a newcomer goes, without script."""

import os
import tempfile

from demonstration import Demonstration

EMAIL, PASSWORD = "nouvelle@exemple.org", "une phrase pour commencer"
#: A patient person's time for one act (a choice, a field, a button), reading included, and what the whole may take.
SECONDS_AN_ACT, MOST_SECONDS = 6, 15 * 60


class Beginning(Demonstration):
    """An organisation that has just been set up."""

    def __enter__(self):
        try:
            with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
                file.write(PASSWORD)
                file.flush()
                self.jalon("init", "--organisation", "Ville nouvelle", "--admin-email", EMAIL, "--admin-password-file", file.name)
            self.credentials["administrator"] = (EMAIL, PASSWORD)
            self.serve()
        except BaseException:
            self.__exit__()
            raise
        return self


class Newcomer:
    """Counts what someone does on a page."""

    def __init__(self, page):
        self.page = page
        self.acts = 0

    def click(self, what):
        self.acts += 1
        self.page.locator(what).first.click()

    def check(self, box):
        self.acts += 1
        box.check()

    def fill(self, field, text):
        self.acts += 1
        self.page.fill(field, text)


def first_plan(browser, width):
    """Every page leads to the next: only links and buttons are followed."""
    with browser.open("administrator", width=width, script=False) as page:
        newcomer = Newcomer(page)
        page.goto("/")
        newcomer.click('main a[href$="/assessment"]')
        newcomer.click('main a[href*="/assessment/"]')
        practices = 0
        for _ in range(12):
            boxes = page.locator("main input[type=radio]")
            names = list(dict.fromkeys(boxes.evaluate_all("boxes => boxes.map(box => box.name)")))
            for place, name in enumerate(names):
                newcomer.check(page.locator(f"main input[name='{name}'][value={('notInPlace', 'partly', 'inPlace')[place % 3]}]"))
            practices += len(names)
            newcomer.click("main form button[name=then]" if page.locator("main form button[name=then]").count() else "main form button")
            if "/assessment/" not in page.url:
                break
        assert practices == 59, f"{practices} practices assessed"

        newcomer.click("a.logo")
        newcomer.click('main a[href$="/plans/new"]')
        newcomer.fill("#title", "Notre premier plan")
        newcomer.click("main form[method=post] button")
        newcomer.click('main a[href*="/build"]')
        boxes = page.locator("main input[name=practice]")
        for box in boxes.all():
            if box.is_checked():
                box.uncheck()
        for index in range(20):
            newcomer.check(boxes.nth(index))
        newcomer.click("main form .carte button")
        newcomer.click("main form[method=post] button:not([name])")
        text = page.inner_text("main")
        assert "20 actions" in text, text[:400]
        seconds = newcomer.acts * SECONDS_AN_ACT
        assert seconds < MOST_SECONDS, f"{newcomer.acts} acts take {seconds} s"


def all_of(opened, program):
    """Each on an organisation of its own."""
    for width in (375, 1280):
        def flow(width=width):
            with Beginning(os.path.abspath(program)) as site, opened(site, {}) as browser:
                first_plan(browser, width)
        yield f"from nothing to a first plan at {width} px", flow
