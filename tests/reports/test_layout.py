"""Layout: everything fits, nothing is cut, and columns stay aligned under any text."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from klout_cli.reports.layout import (
    Drawing,
    Note,
    Pairs,
    Part,
    Parts,
    Step,
    Table,
    Waterfall,
    arrange,
    wrap,
)
from klout_cli.reports.safe import safe
from klout_cli.reports.screen import Screen

TEXT = st.text(max_size=220).map(safe)
LINE = TEXT.map(lambda text: text or "–")
WIDTHS = st.integers(40, 200)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(TEXT, st.integers(2, 200))
def test_wrapping_fits_and_loses_nothing(text: str, room: int) -> None:
    lines = wrap(text, room)
    assert lines
    assert all(cell_len(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert wrap(text, None) == [text]


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.lists(st.tuples(LINE, LINE), min_size=1, max_size=4), WIDTHS)
def test_every_shape_fits_the_screen(rows: list[tuple[str, str]], width: int) -> None:
    blocks = [
        Parts(tuple(Part(name, value) for name, value in rows)),
        Waterfall(
            tuple(Step("Audience", "+1.0", 1.0, fact=value) for _, value in rows),
            Step("Score", "41.0"),
        ),
        Waterfall(tuple(Step(name, "+1.0", 1.0) for name, _ in rows), Step("Score", "41.0")),
        Drawing("Curve", tuple(name for name, _ in rows), "above the median", "a legend"),
        Table(("Name", "Value"), tuple(rows)),
        Pairs(tuple(rows), "Pairs"),
        Note("Warning", tuple(value for _, value in rows), "alert"),
    ]
    for line in arrange(blocks, Screen(width=width)).split("\n"):
        assert cell_len(line) <= width
        assert line == line.rstrip(" ")


def test_t8_columns_stay_aligned_beside_wide_and_combining_text() -> None:
    names = ("plain", "日本語", "👨‍👩‍👧", "🇩🇪", "Jo\u0308rg")
    table = arrange([Table(("Name", "Posts"), tuple((name, "1,204") for name in names))], Screen())
    assert {cell_len(line) for line in table.splitlines()} == {15}


def test_what_belongs_together_is_not_torn() -> None:
    assert wrap("so Give & take 80 %", 11) == ["so", "Give & take", "80 %"]


def test_facts_stand_below_their_bars_where_there_is_no_room_beside_them() -> None:
    steps = Waterfall(
        (Step("Give & take", "+1.0", 1.0, fact="57 % mutual on X"),), Step("Score", "41.0")
    )
    beside, below = (arrange([steps], Screen(width=width)).splitlines() for width in (80, 60))
    assert beside[0].endswith("█████████  57 % mutual on X")
    assert below[1] == "    57 % mutual on X"


def test_titles_stand_above_their_bars_where_both_are_too_wide() -> None:
    steps = Waterfall(
        (Step("Amplification, Blog", "+1.0", 1.0, fact="1.7× → 2.6×"),), Step("Score", "41.0")
    )
    drawn = arrange([steps], Screen(width=40)).splitlines()
    assert drawn[:3] == ["  Amplification, Blog", "      +1.0  ·······│███████", "    1.7× → 2.6×"]


def test_a_drawing_that_is_too_wide_is_told() -> None:
    drawing = Drawing(
        "Curve", ("·" * 50,), "X erika_b +4.7 points, above the median", "a X erika_b"
    )
    assert arrange([drawing], Screen(width=52)).splitlines() == ["  " + "·" * 50, "  a X erika_b"]
    assert arrange([drawing], Screen(width=40)).splitlines() == [
        "  Curve: X erika_b +4.7 points, above",
        "  the median",
    ]


def test_bars_grow_from_the_middle_in_halves() -> None:
    steps = tuple(Step("f", "", bar) for bar in (2.0, -2.0, 1.0, -1.0, 0.1, 0.0))
    drawn = arrange([Waterfall(steps, Step("Score"))], Screen(width=80)).splitlines()
    assert [line.split()[-1] for line in drawn[:6]] == [
        "·········│█████████",
        "█████████│",
        "·········│████▌",
        "····▐████│",
        "·········│▌",
        "·········│",
    ]
