"""Chromium, signed in as each role, with what every page is checked for."""

import contextlib
import gzip
import shutil
import urllib.request
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

#: The budget of a page, compressed, inline drawings included.
LARGEST_PAGE = 8 * 1024
MOST_REQUESTS = 3
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = ("light", "dark")
WIDTHS = (320, 1280)


def launch(playwright):
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not path:
        raise SystemExit("Chromium is not installed: script/bootstrap --test installs it.")
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])


class Browser:
    def __init__(self, chromium, site):
        self.chromium = chromium
        self.site = site
        self.states = {}

    def state(self, role):
        """The cookies of a role, signed in once by the page that people use."""
        if role and role not in self.states:
            email, password = self.site.credentials[role]
            context = self.chromium.new_context(locale="fr-FR", base_url=self.site.address)
            page = context.new_page()
            page.goto("/sign-in")
            page.fill("input[name=email]", email)
            page.fill("input[name=password]", password)
            page.click("main form button")
            if urlsplit(page.url).path == "/sign-in":
                raise AssertionError(f"{email} is not let in: {page.inner_text('main')}")
            self.states[role] = context.storage_state()
            context.close()
        return self.states.get(role)

    def cookies(self, role):
        state = self.state(role)
        return "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in state["cookies"]) if state else ""

    @contextlib.contextmanager
    def open(self, role=None, scheme="light", width=1280, script=True, locale="fr-FR", forced=False):
        """A page of its own context, watched: what goes wrong while it is used is told when it closes."""
        context = self.chromium.new_context(
            storage_state=self.state(role), base_url=self.site.address, color_scheme=scheme, java_script_enabled=script,
            viewport={"width": width, "height": 900}, locale=locale, forced_colors="active" if forced else "none")
        page = context.new_page()
        watch = Watch(page, self.site.address)
        page.watch = watch
        try:
            yield page
            assert not watch.complaints, "; ".join(watch.complaints)
        finally:
            context.close()

    def weight(self, role, path):
        """Bytes of the page as sent, compressed."""
        request = urllib.request.Request(
            self.site.address + path, headers={"Accept-Encoding": "gzip", "Cookie": self.cookies(role), "Accept-Language": "fr"})
        with urllib.request.urlopen(request) as response:
            body = response.read()
            if response.headers.get("Content-Encoding") != "gzip":
                return len(gzip.compress(body, 6)), False
            return len(body), True


class Watch:
    """What a page asks of the network and complains of in the console."""

    def __init__(self, page, address):
        self.address = address
        self.complaints = []
        self.requests = []
        page.on("request", self.requested)
        page.on("console", self.said)
        page.on("pageerror", lambda error: self.complaints.append(f"script error: {error}"))

    def requested(self, request):
        if request.url.startswith("data:"):
            return
        self.requests.append(request.url)
        if not request.url.startswith(self.address + "/"):
            self.complaints.append(f"request to another site: {request.url}")

    def said(self, message):
        # Chromium also reports each page answered 4xx, which tests look at themselves.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.complaints.append(f"console: {message.text}")


def check_axe(page):
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    found = results.response["violations"]
    assert not found, "axe: " + "; ".join(
        f"{violation['id']} ({violation['help']}): " + ", ".join(str(node["target"][0]) for node in violation["nodes"][:3])
        for violation in found)


def check_frame(page):
    """What every page has, whatever it says."""
    assert page.locator("h1").count() == 1, "not exactly one h1"
    # What is public is the organisation's own.
    assert page.title().endswith("Jalon") or "/public/" in page.url or page.url.endswith("/publication/preview"), f"title: {page.title()}"
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"scrolls sideways by {wide} px"


def check(page):
    """Everything that a page shown with JavaScript is checked for."""
    check_frame(page)
    check_axe(page)


def weigh(browser, role, path):
    size, compressed = browser.weight(role, path)
    assert compressed, "not compressed"
    assert size <= LARGEST_PAGE, f"{size} bytes compressed, at most {LARGEST_PAGE}"
