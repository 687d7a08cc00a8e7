"""The pages of the demonstration in Chromium: see run."""

import argparse
import contextlib
import os
import re

from playwright.sync_api import sync_playwright

import beginning
import flows
import pages
from browser import MOST_REQUESTS, SCHEMES, WIDTHS, Browser, check, launch, weigh
from demonstration import ROLES, Demonstration
from tally import Tally

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def main():
    parser = argparse.ArgumentParser(description="Walks the pages of the demonstration in Chromium.")
    parser.add_argument("jalon", nargs="?", default=os.path.join(ROOT, ".build/debug/jalon"))
    parser.add_argument("--only", help="only the checks whose name holds this")
    options = parser.parse_args()
    tally = Tally(options.only)
    with Demonstration(options.jalon) as site:
        with opened(site, {}) as browser:
            slug = slug_of(browser)
            carriers = carriers_of(browser, slug)
            for role in ROLES:
                browser.state(role)
        tally.run_all(walk(site, slug, carriers), [lambda: opened(site, browser.states)] * 2)
        # They change the demonstration: after the walk, one after the other.
        with opened(site, browser.states) as browser:
            for name, flow in flows.all_of(browser, site):
                tally.run(f"flow: {name}", flow)
    for name, flow in beginning.all_of(opened, options.jalon):
        tally.run(f"flow: {name}", flow)
    tally.finish()


@contextlib.contextmanager
def opened(site, states):
    """A Chromium of its own, with the sessions already open."""
    with sync_playwright() as playwright:
        browser = Browser(launch(playwright), site)
        browser.states |= states
        yield browser
        browser.chromium.close()


def slug_of(browser):
    with browser.open("coordinator") as page:
        page.goto("/")
        return re.search(r'href="/([^/"]+)/plans', page.content())[1]


def carriers_of(browser, slug):
    """The first unit and the first person or position that the directory leads to."""
    with browser.open("coordinator") as page:
        page.goto(f"/{slug}/directory")
        return [re.search(rf'href="/{slug}/{kind}/(\d+)"', page.content())[1] for kind in ("units", "people")]


def walk(site, slug, carriers):
    """Every page, as (name, body) each."""
    # An action in progress has every part of its page to show.
    action = site.number(progress="inProgress")
    everyone = pages.of_everyone(slug, 1, action, *carriers)
    coordination = pages.of_coordination(slug, 1, action, site.number(awaitingDecision=True))
    for path in pages.signed_out() + pages.of_links(site):
        yield from of_page(None, path)
    for path in everyone + coordination:
        yield from of_page("coordinator", path)
    for path in everyone + coordination:
        yield f"coordinator {path} in English", lambda browser, path=path: look(browser, "coordinator", path, "light", 1280, "en-GB")
    for path in pages.of_administration(slug):
        yield from of_page("administrator", path)
        yield f"administrator {path} in English", lambda browser, path=path: look(browser, "administrator", path, "light", 1280, "en-GB")
    # The other roles see other buttons on the same pages.
    for role in ROLES:
        if role != "coordinator":
            for path in everyone:
                yield f"{role} {path}", lambda browser, role=role, path=path: look(browser, role, path, "light", 320)


def of_page(role, path):
    who = role or "signed out"
    for scheme in SCHEMES:
        for width in WIDTHS:
            yield f"{who} {path} {scheme} {width}", lambda browser, scheme=scheme, width=width: look(browser, role, path, scheme, width)
    yield f"{who} {path} without script", lambda browser: look_without_script(browser, role, path)
    yield f"{who} {path} weight", lambda browser: weigh(browser, role, path)


def look(browser, role, path, scheme, width, locale="fr-FR"):
    with browser.open(role, scheme, width, locale=locale) as page:
        response = page.goto(path)
        assert response.status == 200, f"answers {response.status}"
        check(page)
        language = page.locator("html").get_attribute("lang")
        asked = re.search(r"[?&]language=(\w+)", path)
        assert language == (asked[1] if asked else locale[:2]), f"in {language}"
        asked = page.watch.requests
        assert len(asked) <= MOST_REQUESTS, f"{len(asked)} requests: {asked}"


def look_without_script(browser, role, path):
    with browser.open(role, width=320, script=False) as page:
        response = page.goto(path)
        assert response.status == 200, f"answers {response.status}"
        assert page.locator("h1").count() == 1, "not exactly one h1"
        assert page.locator("main").inner_text().strip(), "nothing in main"


main()
