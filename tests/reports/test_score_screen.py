"""What the score screen promises."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from klout_cli.reports.facts import detail, fact
from klout_cli.reports.names import short_name
from klout_cli.reports.screen import Screen
from klout_cli.reports.screens.console import draw
from klout_cli.reports.screens.score import breakdown, displayed
from klout_cli.reports.terminal import Terminal
from klout_cli.results import Entry, Fact, FactorJudgement, LedgerRow, Measurement, Report
from tests.reports.people import account, bot, consultant

Golden = Callable[[str, str], None]
HOSTILE = "\x1b[2J\x1b]0;x\x07\x9b31m\u202e[bold]:smile:\r\n\udcff=1+1"
SCREENS = {
    "80": Screen(width=80),
    "plain": Screen(plain=True),
    "verbose": Screen(width=100, verbose=True),
}


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("person", [consultant, bot])
def test_score_screen(name: str, person: Callable[[], Report], golden: Golden) -> None:
    golden(f"score-{person.__name__}-{name}.txt", Terminal(SCREENS[name]).score(person()))


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.lists(st.floats(-9, 9), min_size=10, max_size=10))
def test_printed_points_add_up_to_the_printed_score(points: list[float]) -> None:
    judgement = consultant().judgement
    ids = [entry.id for entry in judgement.breakdown]
    entries = tuple(
        Entry(id, value, "measured") for id, value in zip(ids, (40.0, *points), strict=False)
    )
    score = replace(judgement.score, value=sum(entry.points for entry in entries))
    bars = breakdown(replace(judgement, score=score, breakdown=entries))
    shown = draw([bars], Screen(width=100))
    numbers = [
        Decimal(number.replace("−", "-"))
        for number in re.findall(r"([+−]?\d+\.\d)$", shown, re.MULTILINE)
    ]
    assert sum(numbers) == Decimal(f"{score.value:.3f}").quantize(Decimal("0.1"), "ROUND_HALF_UP")


def test_the_short_screen_names_the_size_of_the_gap_and_verbose_every_reason() -> None:
    short, long = (
        Terminal(Screen(verbose=verbose)).score(consultant()) for verbose in (False, True)
    )
    assert "29 % could not be measured" in short
    assert "X analytics would" not in short and "X analytics would" in long
    assert "klout 2 (sha256:" not in short and "klout 2 (sha256:" in long


def test_skipped_rows_are_counted_by_reason_and_line_when_verbose() -> None:
    text = Terminal(Screen(verbose=True)).score(consultant())
    assert "3 of 5,012 rows, 2 × not a date, 1 × negative count" in text
    assert re.search(r"tweets\.js:tweet 812 +negative count", text)


@pytest.mark.parametrize(
    ("read", "skipped", "said"),
    [
        (100, 5, False),
        (100, 6, True),
        (100, 100, True),
        (20, 3, False),
        (20, 4, True),
        (1, 1, True),
    ],
)
def test_a_file_is_read_in_part_from_more_than_three_rows_and_a_twentieth(
    read: int, skipped: int, said: bool
) -> None:
    row = LedgerRow("likes.js", read, read - skipped, skipped, {"no text": skipped})
    text = Terminal(Screen()).score(replace(consultant(), ledger=(row,)))
    assert ("1 file was read only in part" in text) is said


def test_more_skipped_rows_than_examples_are_counted() -> None:
    row = LedgerRow("likes.js", 100, 60, 40, {"no text": 40}, {}, (("3", "no text"),))
    text = Terminal(Screen(verbose=True)).score(replace(consultant(), ledger=(row,)))
    assert re.search(r"likes\.js +and 39 more", text)


@pytest.mark.parametrize(("files", "together"), [(5, False), (6, True)])
def test_a_folder_of_more_than_five_files_with_a_row_each_is_one_row(
    files: int, together: bool
) -> None:
    posts = [LedgerRow(f"Posts/{day}.json", 1, 1, 0, {}, {}, ()) for day in range(files)]
    other = LedgerRow("Posts/page.json", 1, 0, 1, {"no date": 1}, {}, ())
    shown = Terminal(Screen(verbose=True)).score(replace(consultant(), ledger=(*posts, other)))
    assert (f"Posts/ ({files} files)" in shown) is together
    assert re.search(r"^  Posts/page\.json +1 +0 +1$", shown, re.MULTILINE)


def test_a_model_of_ones_own_is_marked() -> None:
    assert "! This isn't the standard method" in Terminal(Screen()).score(bot())
    assert "standard method" not in Terminal(Screen()).score(consultant())


@pytest.mark.parametrize(("warnings", "more"), [(4, False), (5, True)])
def test_at_most_four_warnings_are_on_the_short_screen(warnings: int, more: bool) -> None:
    report = replace(
        consultant(), warnings=tuple(f"warning {n}" for n in range(warnings)), ledger=()
    )
    text = Terminal(Screen()).score(report)
    assert text.count("warning ") == (3 if more else 4)
    assert (f"{warnings - 3} more warnings: klout score -v" in text) is more
    assert Terminal(Screen(verbose=True)).score(report).count("! warning ") == warnings


@pytest.mark.parametrize(("accounts", "more"), [(4, ""), (5, ""), (6, "2 more: klout score -v")])
def test_four_channels_are_on_the_short_screen_and_five_if_there_are_no_more(
    accounts: int, more: str
) -> None:
    report = consultant()
    first = report.judgement.accounts[0]
    many = tuple(replace(first, id=f"x:{n}", handle=f"channel{n}") for n in range(accounts))
    judgement = replace(report.judgement, accounts=many)
    text = Terminal(Screen(width=80)).score(replace(report, judgement=judgement))
    assert len(re.findall(r"^  X channel\d", text, re.MULTILINE)) == (4 if more else accounts)
    assert more in text and ("more: klout score -v" in text) is bool(more)


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
    rest = re.sub("\x1b\\[(0|1|2|31|32|33|36)m", "", text)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\udcff]", rest)
    assert "[bold]:smile:" in rest


def test_a23_without_colour_there_is_no_escape_code() -> None:
    assert "\x1b" not in Terminal(Screen(width=80, verbose=True)).score(hostile(consultant()))


def test_factors_of_plug_ins_show_their_inputs_by_name() -> None:
    inputs: dict[str, Fact] = {"followers": None, "words": "few", "size": 3.5}
    judged = FactorJudgement("unknown", "measured", 1.0, None, inputs)
    assert detail(judged) == "words few, size 3.5"


@pytest.mark.parametrize(
    ("factor", "network", "inputs", "summary", "everything"),
    [
        (
            "audience",
            "x",
            {"followers": 1200, "effective": 1200.0},
            "1,200 followers and readers",
            "1,200",
        ),
        (
            "audience",
            "x",
            {"followers": 1, "effective": 102.2},
            "1 follower or reader",
            "1, counted as 102",
        ),
        (
            "resonance",
            "x",
            {"reactions": 24.0, "expected": 12.6},
            "X 1.9× the usual",
            "1.9×",
        ),
        (
            "resonance",
            "x",
            {"reactions": 24_000, "expected": 10},
            "X 2,400× the usual",
            "2,400×",
        ),
        (
            "amplification",
            "x",
            {"carried": 0, "expected": 0.0},
            "no usual number to compare with",
            "0.0, where none are usual",
        ),
        ("breadth", "x", {"responders": 31, "expected": 31}, "31 people responded on X", "1.0×"),
        ("breadth", "x", {"responders": 1, "expected": 2}, "1 person responded on X", "0.5×"),
        (
            "endorsement",
            "x",
            {"vouchers": 14, "recommendations": 0, "metric": "lists"},
            "on 14 lists",
            "on 14 lists",
        ),
        (
            "endorsement",
            "linkedin",
            {"vouchers": 39, "recommendations": 3, "metric": "endorsements"},
            "39 endorsements",
            "39 endorsements, 3 recommendations",
        ),
        (
            "endorsement",
            "blog",
            {"vouchers": 1, "recommendations": 1, "metric": "linkbacks"},
            "1 link from another site",
            "1 link from another site, 1 recommendation",
        ),
        (
            "network",
            "linkedin",
            {"standing": 2.85, "known": 381, "contacts": 2119},
            "reach of 381 of 2,119 contacts known",
            "2.9 (381 of 2,119 known)",
        ),
        ("network", "other", {"standing": 2.6}, "contacts' reach from a table", "2.6"),
        ("reciprocity", "x", {"give_and_take": 0.625}, "X 63 % both ways", "63 %"),
        ("substance", "x", {"share_of_posts": 0.564}, "X 56 % on topic", "56 %"),
        ("breadth", "x", {"responders": "<5"}, "small counts, withheld", "small counts, withheld"),
    ],
)
def test_the_fact_beside_a_line(
    factor: str, network: str, inputs: dict[str, Fact], summary: str, everything: str
) -> None:
    judgement = bot().judgement
    judged = FactorJudgement(factor, "measured", 1.0, None, inputs)
    account = replace(judgement.accounts[0], network=network, factors=(judged,))
    entry = Entry(factor, 1.0, "measured")
    assert fact(entry, replace(judgement, accounts=(account,))) == summary
    assert detail(judged) == everything


def test_of_several_channels_the_best_and_the_worst_are_named() -> None:
    judgement = consultant().judgement
    accounts = tuple(
        replace(
            account,
            network=network,
            factors=(
                FactorJudgement(
                    "resonance", "measured", 1.0, None, {"reactions": ratio, "expected": 1.0}
                ),
            ),
        )
        for account, network, ratio in zip(
            judgement.accounts, ("x", "linkedin", "blog"), (0.8, 5.5, 2.0), strict=False
        )
    )
    entry = Entry("resonance", 1.0, "measured")
    shown = fact(entry, replace(judgement, accounts=accounts))
    assert shown == "LinkedIn 5.5× the usual, X 0.8×"


@pytest.mark.parametrize(
    ("low", "high", "percentile", "said"),
    [
        (40.1, 57.4, 82.0, "▲ above average, about the top 18 %"),
        (40.0, 57.4, 82.0, "● about average, about the top 18 %"),
        (35.0, 40.0, 49.0, "● about average, above about 49 % of people"),
        (20.0, 39.9, 14.2, "▼ below average, above about 14 % of people"),
        (90.0, 99.0, 99.98, "▲ above average, about the top 1 %"),
    ],
)
def test_above_and_below_only_where_the_whole_range_is(
    low: float, high: float, percentile: float, said: str
) -> None:
    report = consultant()
    score = replace(report.judgement.score, low=low, high=high, percentile=percentile)
    judgement = replace(report.judgement, score=score)
    assert said in Terminal(Screen()).score(replace(report, judgement=judgement))


@pytest.mark.parametrize("width", range(40, 201, 7))
def test_the_scale_has_its_dot_and_marks_at_every_width(width: int) -> None:
    lines = Terminal(Screen(width=width)).score(consultant()).splitlines()
    place = next(n for n, line in enumerate(lines) if "━" in line)
    assert lines[place].count("●") == 1 and "█" in lines[place]
    assert "40 average" in lines[place + 1]


def test_what_is_not_known_of_a_person_is_left_out() -> None:
    given = {"actions": 40, "points": 400, "level": 2, "next_level_at": 729, "kinds": ()}
    traits = (
        Measurement("outreach", "measured", given),
        Measurement("style", "missing", {}, "no posts"),
    )
    shown = dict(displayed(replace(consultant(), traits=traits, on_topic=None)))
    assert shown == {"Outreach": "level 2, 40 likes, replies and shares for others"}


@pytest.mark.parametrize(
    ("handles", "names"),
    [
        (("facebook_profile",), ["Facebook profile"]),
        (("erika", "facebook_profile"), ["erika", "Facebook profile"]),
        (("erika", "emil"), ["erika", "emil"]),
    ],
)
def test_a_network_is_never_named_by_its_id(handles: tuple[str, ...], names: list[str]) -> None:
    accounts = [account("facebook_profile", one, 5, 300, {}, {"*": "–"}) for one in handles]
    assert [short_name(one, accounts) for one in accounts] == names
