"""Pages in a real browser: silent, alone, accessible in every language and colour scheme, of any width, whole on paper, inert.

Skipped where no Chromium is installed; on Debian `apt-get install chromium` brings it.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from klout_cli.reports.card import draw_card
from klout_cli.reports.html_report import HtmlReport
from klout_cli.translation import languages
from tests.reports.dossiers import hostile, short, whole
from tests.reports.test_html_report import PAGES, in_language

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
sync_playwright = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe is not installed"
)
CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]
WIDTHS = (320, 800, 1280)
A4 = 210 / 25.4 * 96


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


class Opened:
    """A page as it is shown, with all that it asked for and said."""

    def __init__(
        self,
        browser: "sync_api.Browser",
        file: Path,
        text: str,
        scheme: str = "light",
        width: int = 800,
    ) -> None:
        file.write_text(text, encoding="utf-8")
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page = browser.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 900}
        ).new_page()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.goto(file.as_uri())
        self.file = file

    def open_all(self) -> "Opened":
        """Open everything that is folded."""
        self.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        return self


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_nothing_and_asks_for_nothing(
    browser: "sync_api.Browser", tmp_path: Path, name: str
) -> None:
    opened = Opened(browser, tmp_path / "page.html", PAGES[name]()).open_all()
    opened.page.wait_for_timeout(100)
    assert opened.asked == [opened.file.as_uri()]
    assert opened.said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize(
    "name",
    ["bot", "short", "whole", "application", "whole application", "hostile", "comparison", "trend"],
)
def test_axe_finds_no_violation(
    browser: "sync_api.Browser", tmp_path: Path, name: str, lang: str, scheme: str
) -> None:
    opened = Opened(browser, tmp_path / "page.html", PAGES[name](lang), scheme).open_all()
    found = sync_playwright.Axe().run(opened.page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize(
    "name",
    ["whole", "application", "hostile", "hostile application", "comparison", "trend"],
)
def test_nothing_hangs_over_the_side(
    browser: "sync_api.Browser", tmp_path: Path, name: str, lang: str, width: int
) -> None:
    opened = Opened(browser, tmp_path / "page.html", PAGES[name](lang), width=width).open_all()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_style_is_admitted_by_the_page_s_own_policy(
    browser: "sync_api.Browser", tmp_path: Path
) -> None:
    colours = {}
    for scheme in ("light", "dark"):
        opened = Opened(browser, tmp_path / "page.html", HtmlReport().dossier(short()), scheme)
        colours[scheme] = opened.page.evaluate(
            "getComputedStyle(document.documentElement).backgroundColor"
        )
    assert colours == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 22, 27)"}


def test_t10_hostile_text_runs_nothing(browser: "sync_api.Browser", tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path / "page.html", HtmlReport().dossier(hostile())).open_all()
    assert (
        opened.page.evaluate("document.querySelectorAll('script, img, iframe, object').length") == 0
    )
    assert opened.said == []


def printed_pages(opened: Opened) -> int:
    """Return how many sheets a page takes on paper."""
    sheets = opened.page.pdf(prefer_css_page_size=True)
    return len(re.findall(rb"/Type /Page\b(?!s)", sheets))


def test_a_report_is_two_sheets_of_a4_and_more_where_somebody_unfolds_it(
    browser: "sync_api.Browser", tmp_path: Path
) -> None:
    for lang in languages():
        opened = Opened(browser, tmp_path / "page.html", PAGES["whole"](lang), width=int(A4))
        assert printed_pages(opened) == 2
    assert printed_pages(opened.open_all()) > 4


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("name", ["application", "whole application"])
def test_an_application_is_one_sheet_of_a4(
    browser: "sync_api.Browser", tmp_path: Path, name: str, lang: str
) -> None:
    opened = Opened(browser, tmp_path / "page.html", PAGES[name](lang), "dark")
    assert printed_pages(opened) == 1


@pytest.mark.parametrize("lang", languages())
def test_the_overview_is_at_most_three_screens(
    browser: "sync_api.Browser", tmp_path: Path, lang: str
) -> None:
    opened = Opened(browser, tmp_path / "page.html", PAGES["whole"](lang), width=1280)
    top = opened.page.evaluate("document.getElementById('details').getBoundingClientRect().top")
    assert top <= 3 * 900


def test_the_keyboard_reaches_links_and_folds_in_reading_order(
    browser: "sync_api.Browser", tmp_path: Path
) -> None:
    page = Opened(browser, tmp_path / "page.html", PAGES["whole"](), width=1280).page
    tops = []
    for _stop in range(25):
        page.keyboard.press("Tab")
        tops.append(
            page.evaluate("document.activeElement.tagName + ' ' + document.activeElement.className")
        )
    assert tops[0] == "A skip"
    assert {one.split()[0] for one in tops} <= {"A", "SUMMARY", "BODY"}


def test_a_card_has_room_for_its_texts(browser: "sync_api.Browser", tmp_path: Path) -> None:
    for lang in languages():
        svg = in_language(lang, lambda _report: draw_card(whole().report))
        (tmp_path / "card.svg").write_text(svg, encoding="utf-8")
        page = browser.new_context(viewport={"width": 1200, "height": 630}).new_page()
        page.goto((tmp_path / "card.svg").as_uri())
        boxes = page.evaluate(
            "[...document.querySelectorAll('text')].map(one => one.getBBox())"
            ".map(box => [box.x, box.y, box.x + box.width, box.y + box.height])"
        )
        assert all(x >= 0 and y >= 0 and right <= 1120 and low <= 630 for x, y, right, low in boxes)
