"""Pictures of the site for the documentation, taken from a home that a run has filled.

``python -m tests.browser.screenshots HOME docs/images``; bundled samples only, for they name nobody real.
"""

import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from orchestration.paths import Home
from orchestration.products.shelves import site_folder


def take(site: Path, folder: Path) -> None:
    """The overview, a report with a finding shown, and the same report on a phone in the dark."""
    folder.mkdir(parents=True, exist_ok=True)
    reports = sorted(
        (site / "reports").iterdir(), key=lambda path: path.read_text(encoding="utf-8").count('"finding ')
    )
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1360, "height": 900})
        page.goto((site / "index.html").as_uri())
        page.screenshot(path=folder / "overview.png")
        page.goto((site / "reports.html").as_uri() + "#order=findings")
        page.screenshot(path=folder / "reports.png", clip={"x": 0, "y": 0, "width": 1360, "height": 620})
        page.goto(reports[-1].as_uri())
        page.locator("article.finding .quotes a").first.click()
        page.screenshot(path=folder / "report.png")
        phone = browser.new_page(viewport={"width": 390, "height": 780}, color_scheme="dark")
        phone.goto(reports[-1].as_uri())
        phone.locator("article.finding").first.scroll_into_view_if_needed()
        phone.screenshot(path=folder / "phone.png")
        browser.close()
    for picture in folder.glob("*.png"):
        Image.open(picture).convert("RGB").quantize(96).save(picture, optimize=True)


if __name__ == "__main__":
    take(site_folder(Home.at(sys.argv[1])), Path(sys.argv[2]))
