"""Pages: well formed, inert, readable, and the same numbers as everywhere (cases T10 to T12, T15)."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.reports import charts, sections
from klout_cli.reports.html_report import FOLDER, HtmlReport
from klout_cli.results import Score
from klout_cli.results.dossier import Dossier
from tests.reports.dossiers import HOSTILE, hostile, short, trend, whole
from tests.reports.people import bot, consultant
from tests.reports.test_comparison import comparison, factors

LARGEST = 150_000
PAGES: dict[str, Callable[..., str]] = {
    "consultant": lambda lang="en": HtmlReport(lang).score(consultant()),
    "bot": lambda lang="en": HtmlReport(lang).score(bot()),
    "short": lambda lang="en": HtmlReport(lang).dossier(short()),
    "whole": lambda lang="en": HtmlReport(lang).dossier(whole()),
    "application": lambda lang="en": HtmlReport(lang).application(
        short(), '{"as-of":"2026-03-01"}'
    ),
    "hostile": lambda lang="en": HtmlReport(lang).dossier(hostile()),
    "hostile application": lambda lang="en": HtmlReport(lang).application(hostile(), HOSTILE),
    "comparison": lambda lang="en": HtmlReport(lang).comparison(comparison(factors(2.0, -1.0))),
    "trend": lambda lang="en": HtmlReport(lang).trend(trend()),
}


def parsed(page: str) -> Element:
    """Read a page as a browser does; any fault in it is an error."""
    found: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return found


def named(root: Element, *names: str) -> Iterator[Element]:
    """Yield all elements of some names, also those of SVG."""
    return (
        one
        for one in root.iter()
        if isinstance(one.tag, str) and one.tag.rpartition("}")[2] in names
    )


@pytest.mark.parametrize("name", ["short", "application"])
def test_pages_are_golden(golden: Callable[[str, str], None], name: str) -> None:
    style = (FOLDER / "page.css").read_text(encoding="utf-8")
    page = PAGES[name]().replace(style, "STYLE")
    golden(f"report-{name}.html", re.sub("sha256-[^']+", "sha256-STYLE", page))


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_well_formed_and_needs_nothing_else(name: str) -> None:
    page = PAGES[name]()
    root = parsed(page)
    (policy,) = [one.get("content") for one in named(root, "meta") if one.get("http-equiv")]
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'",
        policy or "",
    )
    assert not [
        *named(
            root,
            "script",
            "img",
            "iframe",
            "object",
            "embed",
            "link",
            "form",
            "base",
            "foreignObject",
            "use",
            "image",
        )
    ]
    for one in root.iter():
        assert not [
            key
            for key in one.attrib
            if key.startswith("on") or key in ("src", "srcset", "style", "background", "xlink:href")
        ]
        if isinstance(one.tag, str) and "href" in one.attrib:
            assert one.tag == "a" and one.attrib["href"].startswith(("#", "https://x.example"))
    assert not re.search(r"url\(|@import", page.partition("<body")[0])


@pytest.mark.parametrize("name", PAGES)
def test_every_page_can_be_found_one_s_way_in(name: str) -> None:
    root = parsed(PAGES[name]())
    assert next(named(root, "html")).get("lang") == "en"
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert all(
        one.get("href", "")[1:] in ids
        for one in named(root, "a")
        if one.get("href", "").startswith("#")
    )
    assert next(named(root, "a")).get("href") == "#main"
    levels = [int(one.tag[1]) for one in named(root, "h1", "h2", "h3")]
    assert (
        levels[0] == 1
        and levels.count(1) == 1
        and all(below - above <= 1 for above, below in pairwise(levels))
    )
    assert all(one.get("scope") in ("row", "col") for one in named(root, "th"))
    for picture in named(root, "svg"):
        assert picture.get("aria-hidden") or (
            picture.get("role") == "img" and picture.get("aria-label")
        )


def test_t10_t12_t15_hostile_text_stays_text() -> None:
    page = HtmlReport().dossier(hostile())
    assert "<script" not in page and "<img" not in page
    assert (
        "<script>alert(1)</script><img src=https://evil.example/p.png onerror=alert(1)>"
        in unescape(page)
    )


def test_t11_only_addresses_of_the_web_become_links() -> None:
    root = parsed(HtmlReport().dossier(hostile()))
    (link,) = [one for one in named(root, "a") if not one.get("href", "").startswith("#")]
    assert link.get("rel") == "noreferrer noopener"
    assert link.get("href") == "https://x.example/1?a=1&b=\"'><i>"
    assert all(
        len("".join(one.itertext())) <= sections.LONGEST_POST + 60
        for one in named(root, "p")
        if one.get("class") == "work"
    )


def test_the_report_of_the_sample_person_is_small() -> None:
    assert len(HtmlReport().dossier(whole()).encode()) <= LARGEST


def test_sections_stand_in_their_order_and_warnings_before_the_score() -> None:
    ids = [section.id for section in sections.sections(hostile())]
    assert (
        " ".join(ids)
        == "warnings score factors accounts trend topics hints audit work beside files made limits"
    )


def test_a_part_that_has_nothing_to_say_is_left_out() -> None:
    assert {"trend", "audit", "work"}.isdisjoint(
        section.id for section in sections.sections(Dossier(bot()))
    )


def test_a_factor_s_heading_says_the_points_of_the_table() -> None:
    root = parsed(HtmlReport().dossier(whole()))
    rows = [
        "".join(one.itertext())
        for table in named(root, "table")
        if table.get("class") == "steps"
        for one in named(table, "tr")
    ]
    told = ["".join(one.itertext()) for one in named(root, "summary")]
    for one in whole().explanations:
        (row,) = [row for row in rows if row.startswith(one.title)]
        (summary,) = [text for text in told if text.startswith(f"{one.title}:")]
        assert row.startswith(summary.replace(": ", ""))


def test_bars_of_a_waterfall_join_and_end_at_the_score() -> None:
    root = parsed(HtmlReport().score(consultant()))
    bars = [
        (float(one.get("x", "")), float(one.get("width", "")), one.get("class"))
        for one in named(root, "rect")
    ]
    place = bars[0][0]
    for x, width, kind in bars:
        assert (x if kind == "plus" else x + width) == pytest.approx(place, abs=0.6)
        place = x + width if kind == "plus" else x


SCORES = st.floats(1, 100).flatmap(
    lambda value: st.tuples(st.just(value), st.floats(0, 30), st.floats(0, 30))
)


@settings(deadline=None, derandomize=True, max_examples=40)
@given(SCORES)
def test_every_gauge_stays_in_its_picture(drawn: tuple[float, float, float]) -> None:
    value, below, above = drawn
    svg = charts.gauge(Score(value, value - below, value + above, 0.5, 50.0), "told")
    numbers = [float(one) for one in re.findall(r"[xy][12]?=\"(-?[\d.]+)\"", svg)]
    assert all(0 <= number <= charts.WIDE for number in numbers)


def test_a_trend_of_one_day_is_drawn() -> None:
    assert charts.over_time(trend().moments[:1], "one day").count("<circle") == 1


def luminance(colour: str) -> float:
    """Return the relative luminance of #rgb or #rrggbb (WCAG 2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_every_colour_of_text_is_readable(scheme: int) -> None:
    style = (FOLDER / "page.css").read_text(encoding="utf-8")
    colours = dict(
        re.findall(
            r"--([a-z]+): (#[0-9a-f]{3,6});",
            re.findall(r":root \{[^}]*--paper[^}]*\}", style)[scheme],
        )
    )
    pairs = [
        *((name, "paper") for name in ("ink", "quiet", "accent", "plus", "minus", "alert")),
        ("on", "accent"),
    ]
    for text, behind in pairs:
        light, dark = sorted((luminance(colours[text]), luminance(colours[behind])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (text, behind)
