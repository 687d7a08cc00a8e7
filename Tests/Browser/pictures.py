"""The pictures of the documents: see script/screenshots."""

import os
import sys

from playwright.sync_api import sync_playwright

from browser import Browser, launch
from demonstration import Demonstration

DOCS = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "docs")
#: File under docs, role, page under the organisation's address, width, height.
PICTURES = (
    ("screenshot.png", "coordinator", "/plans/1", 1280, 900),
    ("fr/images/etat-des-lieux.png", "coordinator", "/assessment", 1280, 900),
    ("fr/images/actions.png", "coordinator", "/plans/1/actions", 1280, 900),
    ("fr/images/calendrier.png", "coordinator", "/plans/1/calendar", 1280, 900),
    ("fr/images/couverture.png", "coordinator", "/plans/1/coverage", 1280, 900),
    ("fr/images/qualite.png", "coordinator", "/plans/1/quality", 1280, 900),
    ("fr/images/mes-actions.png", "pilot", "/mine", 375, 720),
    ("fr/images/reglages.png", "administrator", "/settings", 1280, 800),
)


def main():
    with Demonstration(sys.argv[1]) as site, sync_playwright() as playwright:
        browser = Browser(launch(playwright), site)
        with browser.open("coordinator") as page:
            page.goto("/")
            organisation = "/" + page.url.split("/")[3]
        for file, role, path, width, height in PICTURES:
            with browser.open(role, width=width) as page:
                page.set_viewport_size({"width": width, "height": height})
                response = page.goto(organisation + path)
                assert response.status == 200, f"{path} answers {response.status}"
                os.makedirs(os.path.dirname(os.path.join(DOCS, file)), exist_ok=True)
                page.screenshot(path=os.path.join(DOCS, file))
                print(file)
        browser.chromium.close()


main()
