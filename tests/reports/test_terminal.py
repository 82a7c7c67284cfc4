"""The screens, as golden files and by what they promise."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from klout_cli.reports.facts import fact
from klout_cli.reports.layout import PALETTE
from klout_cli.reports.screen import Screen
from klout_cli.reports.terminal import Terminal
from klout_cli.results import (
    Entry,
    Fact,
    FactorJudgement,
    FactorSupply,
    Inspection,
    Judgement,
    LedgerRow,
    Report,
    Source,
)
from tests.reports.people import bot, consultant

Golden = Callable[[str, str], None]
HOSTILE = "\x1b[2J\x1b]0;x\x07\x9b31m\u202e[bold]:smile:\r\n\udcff=1+1"

SCREENS = {
    "40": Screen(width=40),
    "60": Screen(width=60),
    "80": Screen(width=80),
    "120": Screen(width=120),
    "200": Screen(width=200),
    "colour": Screen(width=80, colour=True),
    "piped": Screen(),
    "plain": Screen(plain=True),
    "ascii": Screen(width=80, ascii=True, encoding="ascii"),
    "verbose": Screen(width=100, verbose=True),
}


GOLDEN = ("60", "80", "plain", "verbose")


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("person", [consultant, bot])
def test_score_screen(name: str, person: Callable[[], Report], golden: Golden) -> None:
    text = Terminal(SCREENS[name]).score(person())
    if name in GOLDEN:
        golden(f"score-{person.__name__}-{name}.txt", text)
    width = SCREENS[name].width
    if width and not SCREENS[name].colour:
        assert max(cell_len(line) for line in text.splitlines()) <= width


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.lists(st.floats(-9, 9), min_size=10, max_size=10))
def test_q17_printed_points_add_up_to_the_printed_score(points: list[float]) -> None:
    report = consultant()
    ids = [entry.id for entry in report.judgement.breakdown]
    breakdown = tuple(
        Entry(id, value, "measured") for id, value in zip(ids, (40.0, *points), strict=False)
    )
    score = replace(report.judgement.score, value=sum(entry.points for entry in breakdown))
    text = Terminal(Screen(plain=True)).score(
        replace(report, judgement=replace(report.judgement, score=score, breakdown=breakdown))
    )
    printed = dict(re.findall(r"^([\w &]+): ((?:plus |minus )?[\d.]+)", text, re.MULTILINE))
    numbers = {
        name: Decimal(number.replace("plus ", "").replace("minus ", "-"))
        for name, number in printed.items()
    }
    titles = (
        "average person",
        "Audience",
        "Resonance",
        "Amplification",
        "Breadth",
        "Endorsement",
        "Network",
        "Give & take",
        "Substance",
        "Channels",
    )
    assert sum(numbers[title] for title in titles) == numbers["Score"] == numbers["Klout score"]


def test_unmeasured_says_which_export_would_show_it() -> None:
    text = Terminal(Screen()).score(consultant())
    assert "Amplification         not measured" in text
    assert "X analytics would" in text
    assert "71 % of the method measured" in text


def test_a17_skipped_rows_are_counted_and_named_when_verbose() -> None:
    short, long = (
        Terminal(Screen(verbose=verbose)).score(consultant()) for verbose in (False, True)
    )
    assert "Skipped  3 of 5,012 rows: 2 × not a date, 1 × negative count" in short
    assert "tweet 812" not in short
    assert re.search(r"tweets\.js:tweet 812 +negative count", long)


def test_more_skipped_rows_than_examples_are_said() -> None:
    row = LedgerRow("likes.js", 100, 60, 40, {"no text": 40}, {}, (("3", "no text"),))
    assert re.search(
        r"likes\.js +and 39 more",
        Terminal(Screen(verbose=True)).score(replace(consultant(), ledger=(row,))),
    )


def test_a_folder_of_many_files_with_a_row_each_is_one_row() -> None:
    posts = [LedgerRow(f"Posts/{day}.json", 1, 1, 0, {}, {}, ()) for day in range(20)]
    other = [
        LedgerRow("Posts/page.json", 1, 0, 1, {"no date": 1}, {}, ()),
        LedgerRow("Posts/all.json", 7, 7, 0, {}, {}, ()),
    ]
    shown = Terminal(Screen(verbose=True)).score(replace(consultant(), ledger=(*posts, *other)))
    assert re.search(r"^  Posts/ \(20 files\) +20 +20 +0$", shown, re.MULTILINE)
    assert re.search(r"^  Posts/page\.json +1 +0 +1$", shown, re.MULTILINE)
    assert re.search(r"^  Posts/all\.json +7 +7 +0$", shown, re.MULTILINE)
    few = Terminal(Screen(verbose=True)).score(replace(consultant(), ledger=tuple(posts[:5])))
    assert all(f"Posts/{day}.json" in few for day in range(5)) and "files)" not in few


def test_a_model_of_ones_own_is_marked() -> None:
    assert "! this is not the standard method" in Terminal(Screen()).score(bot())
    assert "not the standard method" not in Terminal(Screen()).score(consultant())


def test_a26_plain_is_a_name_and_a_value_a_line_without_drawings() -> None:
    text = Terminal(Screen(plain=True)).score(bot())
    assert all(": " in line for line in text.splitlines() if line)
    assert not re.search("[│█▌▐─▲▼●·−]", text)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_l1_every_encoding_can_carry_the_screen(encoding: str) -> None:
    report = replace(consultant(), person="Jörg 日本 👨‍👩‍👧")
    Terminal(Screen(ascii=True, encoding=encoding)).score(report).encode(encoding)


def test_a_letter_the_encoding_has_not_is_the_one_below_its_accent() -> None:
    shown = Terminal(Screen(ascii=True, encoding="ascii")).score(
        replace(consultant(), person="Jörg Çelik 日")
    )
    assert "Jorg Celik ?" in shown


def hostile(report: Report) -> Report:
    """Put hostile text into every field a stranger can write."""
    accounts = tuple(
        replace(
            account,
            handle=HOSTILE,
            reason=HOSTILE,
            factors=tuple(replace(factor, reason=HOSTILE) for factor in account.factors),
        )
        for account in report.judgement.accounts
    )
    return replace(
        report,
        person=HOSTILE,
        judgement=replace(report.judgement, accounts=accounts),
        ledger=(LedgerRow(HOSTILE, 2, 1, 1, {HOSTILE: 1}, {HOSTILE: 1}, ((HOSTILE, HOSTILE),)),),
        warnings=(HOSTILE,),
    )


@pytest.mark.parametrize("person", [consultant, bot])
def test_t1_t2_t4_t6_only_our_own_colours_reach_the_terminal(person: Callable[[], Report]) -> None:
    text = Terminal(Screen(width=80, colour=True, verbose=True)).score(hostile(person()))
    rest = re.sub("\x1b\\[(0|1|2|31|32|33)m", "", text)
    assert len(PALETTE) == 5
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\udcff]", rest)
    assert "[bold]:smile:" in rest


def test_a23_without_colour_there_is_no_escape_code() -> None:
    assert "\x1b" not in Terminal(Screen(width=80, verbose=True)).score(hostile(consultant()))


def test_unknown_factors_and_inputs_fall_back_to_their_names() -> None:
    report = bot()
    account = report.judgement.accounts[0]
    factors = (
        replace(account.factors[0], inputs={"followers": None, "words": "few", "size": 3.5}),
        *account.factors[1:],
    )
    judgement = replace(report.judgement, accounts=(replace(account, factors=factors),))
    assert "words few, size 3.5 on X" in Terminal(Screen()).score(
        replace(report, judgement=judgement)
    )


@pytest.mark.parametrize(
    ("factor", "network", "inputs", "said"),
    [
        ("audience", "x", {"followers": 1200, "effective": 1200.0}, "1,200 on X"),
        ("audience", "x", {"followers": 700, "effective": 102.2}, "700 counted as 102 on X"),
        (
            "resonance",
            "x",
            {"reactions": 24.0, "expected": 12.6},
            "1.9× the reactions expected on X",
        ),
        (
            "resonance",
            "x",
            {"reactions": 24_000, "expected": 10},
            "2,400× the reactions expected on X",
        ),
        (
            "amplification",
            "x",
            {"carried": 0, "expected": 0.0},
            "0 instead of none of the comments and shares expected on X",
        ),
        ("breadth", "x", {"responders": 31, "expected": 31}, "1.0× the responders expected on X"),
        ("endorsement", "x", {"vouchers": 14, "recommendations": 0}, "14 lists on X"),
        (
            "endorsement",
            "linkedin",
            {"vouchers": 39, "recommendations": 3},
            "39 endorsements and 3 recommendations on LinkedIn",
        ),
        (
            "endorsement",
            "blog",
            {"vouchers": 1, "recommendations": 1},
            "1 linkback and 1 recommendation on Blog",
        ),
        (
            "network",
            "linkedin",
            {"standing": 2.85, "known": 381, "contacts": 2119},
            "standing 2.9 (known for 381 of 2,119 contacts) on LinkedIn",
        ),
        ("network", "other", {"standing": 2.6}, "standing 2.6 on Other"),
        ("reciprocity", "x", {"give_and_take": 0.625}, "63 % of a full exchange on X"),
        ("substance", "x", {"share_of_posts": 0.564}, "56 % of the posts on your topics on X"),
    ],
)
def test_the_fact_beside_a_line(
    factor: str, network: str, inputs: dict[str, Fact], said: str
) -> None:
    judgement = bot().judgement
    judged = FactorJudgement(factor, "measured", 1.0, None, inputs)
    account = replace(judgement.accounts[0], network=network, factors=(judged,))
    assert fact(Entry(factor, 1.0, "measured"), replace(judgement, accounts=(account,))) == said


def test_two_accounts_of_one_network_go_by_their_handles() -> None:
    report = consultant()
    accounts = tuple(
        replace(account, network="facebook_page") for account in report.judgement.accounts
    )
    text = Terminal(Screen()).score(
        replace(report, judgement=replace(report.judgement, accounts=accounts))
    )
    assert (
        "1,200 counted as 1,460 on Facebook page erika_b, 650 on Facebook page Erika Beispiel"
        in text
    )
    assert "four accounts instead of one" in text


@pytest.mark.parametrize(
    ("low", "high", "percentile", "said"),
    [
        (48.1, 57.4, 82.0, ("▲ above average", "about the top 18 %")),
        (35.0, 44.0, 49.0, ("● about average", "above about 49 % of people")),
        (20.0, 33.0, 14.2, ("▼ below average", "above about 14 % of people")),
        (90.0, 99.0, 99.98, ("▲ above average", "about the top 1 %")),
    ],
)
def test_a1_a_word_and_a_shape_beside_the_number(
    low: float, high: float, percentile: float, said: tuple[str, ...]
) -> None:
    report = consultant()
    score = replace(report.judgement.score, low=low, high=high, percentile=percentile)
    text = Terminal(Screen()).score(
        replace(
            report,
            judgement=Judgement(score, report.judgement.breakdown, report.judgement.accounts),
        )
    )
    assert all(words in text for words in said)


INSPECTION = Inspection(
    network="x",
    variant="archive of 2021 and later",
    account="x:erika_b",
    owner="Erika Beispiel",
    exported_at="2026-02-27",
    rows={"posts": 4979, "followers": 1200},
    supplies=(
        FactorSupply("audience", "Audience", True, ""),
        FactorSupply(
            "amplification",
            "Amplification",
            False,
            "the archive does not count replies; X analytics does",
        ),
    ),
    ledger=(
        LedgerRow(
            "data/tweets.js",
            4980,
            4979,
            1,
            {"negative count": 1},
            {"unknown cell": 2},
            (("tweet 812", "negative count"),),
        ),
    ),
    notes=("made with an older layout",),
)
ARCHIVE = Source(
    "x",
    "X archive",
    "Settings › Your account › Download an archive",
    "zip with JSON",
    "24 hours or more",
    "posts, followers",
    "replies",
)
ANALYTICS = Source(
    "x",
    "X analytics",
    "analytics.x.com › Export",
    "CSV",
    "at once",
    "replies, impressions",
    "who responded",
)
LINKEDIN = Source(
    "linkedin",
    "LinkedIn archive",
    "Settings › Data privacy",
    "zip with CSV",
    "up to a day",
    "connections, shares",
    "reactions received",
)


def test_inspection_screen(golden: Golden) -> None:
    golden(
        "inspection-100.txt",
        Terminal(Screen(width=100)).inspection(
            [INSPECTION, replace(INSPECTION, owner="", exported_at=None, rows={}, ledger=())]
        ),
    )


def test_sources_screens(golden: Golden) -> None:
    screen = Screen(width=80)
    golden("sources-80.txt", Terminal(screen).sources([ARCHIVE, ANALYTICS, LINKEDIN]))
    golden("sources-x-80.txt", Terminal(screen).sources([ARCHIVE, ANALYTICS]))
