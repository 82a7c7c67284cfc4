"""First impressions: a range and what would narrow it, and nowhere a number."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.processes import XING, Ended, klout

FORMATS = ("table", "markdown", "html")
COMMANDS = (
    ("explain", "audience"),
    ("explain", "--formula"),
    ("explain", "interval"),
    ("explain", "channels"),
    ("explain", "tiktok"),
    ("hints",),
    ("audit",),
)


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """Return a table of twelve posts, of which nobody knows how many follow."""
    rows = [
        f"2026-01-{day:02},tiktok,tanzt,Video {day},{90 + day},{day % 5},1"
        for day in range(1, 24, 2)
    ]
    table = tmp_path / "posts.csv"
    table.write_text(
        "\n".join(("date,network,account,text,likes,comments,shares", *rows, "")), encoding="utf-8"
    )
    return table


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a history of its own."""
    return {"KLOUT_HOME": str(tmp_path / "home")}


def value_of(*arguments: str) -> float:
    """Return the value that JSON carries, of a first impression."""
    score = json.loads(klout("score", *arguments, "--format", "json").out)["score"]
    assert (score["quality"], score["percentile"]) == ("first_impression", None)
    return float(score["value"])


def tells_no_number(done: Ended, value: float) -> None:
    """Check that nothing says the value, a place, or above or below."""
    assert (done.code, done.err) == (0, "")
    assert f"{value:.1f}" not in done.out
    assert not re.search(r"(above|below) (about|average)|the top \d", done.out)


@pytest.mark.parametrize("more", [(), ("--plain",), ("--redact",), ("-v",)])
@pytest.mark.parametrize("source", ["posts", "xing"])
def test_a_screen_shows_the_range_alone(posts: Path, source: str, more: tuple[str, ...]) -> None:
    path = str(posts) if source == "posts" else XING
    value = value_of(path)
    for format in FORMATS:
        done = klout("score", path, "--format", format, "--no-history", *more)
        tells_no_number(done, value)
        assert re.search(r"first impression", done.out, re.IGNORECASE)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_tells_the_number(posts: Path, command: tuple[str, ...]) -> None:
    tells_no_number(klout(*command, str(posts)), value_of(str(posts)))


def test_the_first_advice_is_to_state_the_number_of_followers(posts: Path) -> None:
    screen = klout("score", str(posts)).out
    narrowing = screen.partition("WHAT WOULD NARROW IT MOST\n")[2].splitlines()
    assert "Add your follower count on TikTok to klout.yaml" in narrowing[0]
    advice = klout("hints", str(posts)).out.partition("FIRST OF ALL\n")[2].splitlines()[0]
    assert "Add your follower count on TikTok to klout.yaml" in advice
    hints = json.loads(klout("hints", str(posts), "--format", "json").out)["hints"]
    assert (hints[0]["id"], hints[0]["gain"]) == ("inferred", None)
    assert hints[0]["low"] < 0 < hints[0]["high"]
    (posts.parent / "klout.yaml").write_text(
        'accounts: {"tiktok:tanzt": {followers: 240}}\n', encoding="utf-8"
    )
    stated = json.loads(klout("score", str(posts.parent), "--format", "json").out)
    assert stated["score"]["quality"] == "score"
    assert "inferred" not in {hint["id"] for hint in stated["hints"]}


def test_tables_carry_the_value_with_its_quality(posts: Path) -> None:
    rows = klout("score", str(posts), "--format", "csv").out.splitlines()
    assert rows[0].endswith(",quality")
    assert all(row.endswith(",first_impression") for row in rows[1:])


def test_gates_are_not_decided_by_a_first_impression(posts: Path) -> None:
    for gate in ("1", "99"):
        done = klout("score", str(posts), "--fail-under", gate)
        assert done.code == 3 and "a first impression" in done.err
    dates = ("--as-of", "2026-01-18", "--as-of", "2026-01-23")
    assert klout("compare", str(posts), *dates).code == 0
    assert klout("compare", str(posts), *dates, "--fail-on-drop", "1").code == 3


def test_comparing_tells_no_change(posts: Path) -> None:
    dates = ("--as-of", "2026-01-18", "--as-of", "2026-01-23")
    done = klout("compare", str(posts), *dates)
    assert "so there is no change to show" in done.out and not re.search(r"[+−]\d", done.out)
    tells_no_number(klout("compare", str(posts), "--period", "month"), value_of(str(posts)))


def test_perks_are_never_met(posts: Path, home: dict[str, str]) -> None:
    klout("score", str(posts), env=home)
    tells_no_number(klout("perks", env=home), value_of(str(posts)))
    offers = json.loads(klout("perks", "--format", "json", env=home).out)
    assert not any(offer["qualifies"] for offer in offers["offers"])


def test_the_history_lists_the_range(posts: Path, home: dict[str, str]) -> None:
    klout("score", str(posts), env=home)
    listed = klout("history", "list", env=home)
    tells_no_number(listed, value_of(str(posts)))
    assert re.search(r"  – +\d\d–\d\d +klout 2", listed.out)


def test_trying_out_a_number_tells_no_difference_to_a_range(posts: Path) -> None:
    done = klout("whatif", "--set", "tiktok:tanzt.followers=240", str(posts))
    tells_no_number(done, value_of(str(posts)))
    assert "points" not in done.out and re.search(r"\d\d–\d\d → \d\d\.\d", done.out)


@pytest.mark.parametrize("more", [(), ("--application",), ("--redact",)])
def test_pages_have_no_number_in_title_gauge_or_text(
    posts: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    page = tmp_path / "page.html"
    done = klout("report", str(posts), "-o", str(page), *more)
    assert done.code == 0
    text = page.read_text(encoding="utf-8")
    value = value_of(str(posts))
    assert f">{value:.1f}" not in text and f" {value:.1f}" not in text
    assert "needle" not in re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    assert re.search(r"<title>Klout score \d\d–\d\d", text)
    if more == ("--application",):
        assert klout("verify", str(page), str(posts)).code == 0


def test_an_account_without_a_score_is_named_like_the_others(posts: Path) -> None:
    with posts.open("a", encoding="utf-8") as table:
        table.write("2026-01-23,mastodon,tanzt@example.social,Hallo,3,1,0\n")
    screen = klout("score", str(posts)).out
    narrowing = screen.partition("WHAT WOULD NARROW IT MOST\n")[2].partition("\n\n")[0]
    assert "Audience, Mastodon " in narrowing and "mastodon:" not in narrowing
