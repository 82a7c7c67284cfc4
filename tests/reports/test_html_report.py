"""Pages: well formed, inert, readable, and the same numbers as everywhere (cases T10 to T12, T15)."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest
from msgspec.structs import replace

from klout_cli.reports import channel_rows, pages, people_rows
from klout_cli.reports.html_report import HtmlReport
from klout_cli.reports.templates import FOLDER, Scale, html_templates
from klout_cli.results.activity import Activity, TimeSlot, TimesOfWeek
from klout_cli.results.dossier import Dossier
from klout_cli.translation import use_language
from tests.reports.dossiers import HOSTILE, hostile, short, trend, whole
from tests.reports.people import bot, consultant
from tests.reports.test_comparison import comparison, factors

LARGEST = 300_000


def in_language(lang: str, make: Callable[[HtmlReport], str]) -> str:
    """Return a page in a language, and go back to English."""
    use_language(lang)
    try:
        return make(HtmlReport(lang))
    finally:
        use_language("en")


MAKERS: dict[str, Callable[[HtmlReport], str]] = {
    "consultant": lambda report: report.score(consultant()),
    "bot": lambda report: report.score(bot()),
    "short": lambda report: report.dossier(short()),
    "whole": lambda report: report.dossier(whole()),
    "application": lambda report: report.application(short(), '{"as-of":"2026-03-01"}'),
    "whole application": lambda report: report.application(
        replace(whole(), posts=whole().posts[:3]), "{}"
    ),
    "hostile": lambda report: report.dossier(hostile()),
    "hostile application": lambda report: report.application(hostile(), HOSTILE),
    "comparison": lambda report: report.comparison(comparison(factors(2.0, -1.0))),
    "trend": lambda report: report.trend(trend()),
}
PAGES: dict[str, Callable[..., str]] = {
    name: lambda lang="en", make=make: in_language(lang, make) for name, make in MAKERS.items()
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
            assert one.tag == "a" and one.attrib["href"].startswith(("#", "https://"))
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
    assert len("".join(link.itertext())) <= channel_rows.LONGEST_POST


def test_the_report_of_the_sample_person_is_small() -> None:
    assert len(HtmlReport().dossier(whole()).encode()) <= LARGEST


def texts(page: str, name: str) -> list[str]:
    """Return the texts of all elements of a name."""
    return [" ".join("".join(one.itertext()).split()) for one in named(parsed(page), name)]


def heading_ids(page: str) -> list[str]:
    return [one.get("id", "") for one in named(parsed(page), "section")]


def test_what_has_nothing_to_say_is_left_out() -> None:
    full = [
        *("score", "steps", "trend", "factors", "channels", "times", "topics", "growth"),
        *("posts", "network", "details"),
    ]
    assert [one for one in heading_ids(HtmlReport().dossier(whole())) if one != "topics"] == [
        one for one in full if one != "topics"
    ]
    assert heading_ids(HtmlReport().score(bot())) == ["score", "factors", "channels", "details"]


@pytest.mark.parametrize("name", ["whole", "whole application", "comparison", "trend"])
def test_german_pages_are_german(name: str) -> None:
    page = PAGES[name]("de")
    assert '<html lang="de"' in page and "Zum Inhalt springen" in page
    english = set(texts(PAGES[name](), "h2")) & set(texts(page, "h2"))
    assert english <= {"Details"}


def factor_rows(page: str) -> list[str]:
    (table,) = [one for one in named(parsed(page), "table") if one.get("class") == "factors"]
    numbers = [one for one in named(table, "td") if one.get("class") == "number"]
    return ["".join(one.itertext()) for one in numbers]


def test_rounded_points_add_up_to_the_score_which_is_printed_once() -> None:
    page = HtmlReport().dossier(whole())
    *points, total = (float(one.replace("−", "-")) for one in factor_rows(page))
    assert round(sum(points), 1) == total
    assert "<tfoot" not in page  # browsers repeat it on every sheet


def impression() -> Dossier:
    report = consultant()
    score = replace(report.judgement.score, quality="first_impression", percentile=None)
    return Dossier(replace(report, judgement=replace(report.judgement, score=score)))


@pytest.mark.parametrize("application", [False, True])
def test_a_first_impression_has_no_number(application: bool) -> None:
    dossier, pages = impression(), HtmlReport()
    page = pages.application(dossier, "{}") if application else pages.dossier(dossier)
    value = dossier.report.judgement.score.value
    assert "First impression" in page
    assert f"{value:.1f}" in pages.dossier(short()) and f"{value:.1f}" not in page
    assert not [one for one in named(parsed(page), "circle") if one.get("class") == "dot"]
    assert "Points" not in texts(page, "th")


@pytest.mark.parametrize(
    ("points", "kind", "width", "longer"),
    [(12.0, "plus", "100.0", False), (24.0, "plus", "100.0", True), (-1.2, "minus", "10.0", False)],
)
def test_bars_have_one_scale_in_every_report(
    points: float, kind: str, width: str, longer: bool
) -> None:
    charts = html_templates().get_template("charts.html").module
    bar = str(charts.points_bar(points, pages.LONGEST_BAR))
    assert f'class="{kind}" y="25%" width="{width}%"' in bar
    assert ("▶" in bar) is longer


@pytest.mark.parametrize(("posts", "shown"), [(2, ""), (3, "1.5×")])
def test_a_cell_of_the_heat_map_needs_three_posts(posts: int, shown: str) -> None:
    times = TimesOfWeek("UTC", (TimeSlot(0, 9, posts, 1.5),))
    heads, rows = channel_rows.list_times(replace(short(), activity=Activity(times=times)))
    assert heads == ["0–5", "6–8", "9–11", "12–14", "15–17", "18–20", "21–23"]
    assert rows[0].cells[2][0] == shown
    assert all(text == "" for row in rows for text, _shade in row.cells[3:])


def test_only_linked_people_are_drawn() -> None:
    circle = whole().around
    assert circle is not None
    drawn = people_rows.draw_ties(circle)
    ends = {dot for line in drawn.lines for dot in line}
    assert drawn.dots and set(drawn.dots) == ends


def test_an_application_shows_no_more_than_it_has_room_for() -> None:
    page = HtmlReport().application(replace(whole(), posts=whole().posts[:3]), "{}")
    assert texts(page, "h1") == ["Erika Beispiel"]
    assert "Communication consultant" in page
    assert sum("tiles" in (one.get("class") or "") for one in named(parsed(page), "ul")) == 1
    assert "cat bonus" not in page and "<details" not in page and "Musterfeld" not in page


@pytest.mark.parametrize(
    ("value", "drawn"), [(-5.0, 0.0), (0.0, 0.0), (5.0, 50.0), (10.0, 100.0), (99.0, 100.0)]
)
def test_a_scale_never_leaves_its_picture(value: float, drawn: float) -> None:
    assert Scale(0, 10)(value) == drawn
    assert Scale(3, 3)(value) == 50.0


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
            r"--([a-z0-9]+): (#[0-9a-f]{3,6});",
            re.findall(r":root \{[^}]*--paper[^}]*\}", style)[scheme],
        )
    )
    pairs = [
        *((name, "paper") for name in ("ink", "quiet", "accent", "plus", "minus", "alert")),
        ("on", "accent"),
        *(("ink", f"heat{shade}") for shade in (1, 2, 3)),
        *(("on", f"heat{shade}") for shade in (4, 5)),
    ]
    for text, behind in pairs:
        light, dark = sorted((luminance(colours[text]), luminance(colours[behind])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (text, behind)
