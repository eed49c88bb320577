"""Take the picture of a page that the README shows.

python scripts/screenshot.py graph/sample.html docs/graph.png
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

SIZE = ViewportSize(width=1200, height=720)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main(page: str, picture: str) -> None:
    """Open `page` in the system's browser and write `picture`, a PNG file."""
    browser_path = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        opened = browser.new_page(viewport=SIZE)
        opened.goto(Path(page).resolve().as_uri())
        opened.wait_for_timeout(1_500)
        opened.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
