"""The scale with others on it, at every width and in every voice, and what is displayed beside the score."""

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from klout_cli.reports.displayed import displayed, scale
from klout_cli.reports.layout import arrange
from klout_cli.reports.screen import Screen
from klout_cli.results import Measurement
from tests.reports.people import LANDMARKS, consultant

REPORT = consultant()


@pytest.mark.parametrize("width", range(40, 201))
def test_the_scale_fits_and_holds_everybody(width: int) -> None:
    lines = arrange([scale(REPORT, Screen(width=width))], Screen(width=width)).splitlines()
    line, axis, *legend = lines
    assert max(map(cell_len, lines)) <= width
    assert (line.count("●"), line.count("│") <= len(LANDMARKS), "█" in line) == (1, True, True)
    assert axis.split() == sorted(axis.split(), key=int) and {"1", "40", "63", "100"} <= set(
        axis.split()
    )
    assert all(who in " ".join(part.strip() for part in legend) for _, who, _ in LANDMARKS)


def test_marks_stand_above_their_numbers_at_their_places() -> None:
    line, axis, *_ = arrange([scale(REPORT, Screen(width=104))], Screen(width=104)).splitlines()
    assert [line[2 + place] for place in (39, 62, 91, 98)] == ["│"] * 4  # 100 columns: one a point
    assert line.index("●") == 2 + round(REPORT.judgement.score.value) - 1
    assert axis.index("63") in (63, 64)


@pytest.mark.parametrize("value", [1.0, 100.0])
def test_the_ends_of_the_scale_are_on_it(value: float) -> None:
    score = replace(REPORT.judgement.score, value=value, low=value, high=value)
    line = scale(
        replace(REPORT, judgement=replace(REPORT.judgement, score=score)), Screen(width=80)
    ).lines[0]
    assert len(line) == 76 and line.index("●") == (0 if value == 1 else 75)


def test_the_scale_is_one_sentence_for_who_listens_and_letters_for_who_has_no_others() -> None:
    spoken = arrange([scale(REPORT, Screen(plain=True))], Screen(plain=True))
    assert spoken.startswith(
        "Scale: from 1 to 100, you are at 52.3, likely 48 to 57, average person 40 (2016), top 5 % 63"
    )
    assert spoken.count("\n") == 1
    letters = Screen(width=80, ascii=True, encoding="ascii")
    assert set(arrange([scale(REPORT, letters)], letters).splitlines()[0].strip()) == set("-|#o")


def test_a_model_without_landmarks_still_has_a_scale() -> None:
    assert scale(replace(REPORT, landmarks=()), Screen(width=80)).legend == "● 52.3, █ 48–57"


def test_traits_are_told_as_not_scored_and_what_is_not_known_is_left_out() -> None:
    axes = (
        ("broad/focused", None, 0, 0, "no topics are stated in klout.yaml"),
        ("consistent/casual", "casual", 9, 13, "weeks have none"),
    )
    given = {
        "actions": 40,
        "points": 400,
        "level": 2,
        "next_level_at": 729,
        "kinds": (("reaction", 40),),
    }
    traits = (
        Measurement("outreach", "measured", given),
        Measurement("style", "measured", {"style": "casual", "axes": axes}),
    )
    assert dict(displayed(replace(consultant(), traits=traits))) == {
        "Outreach": "level 2: 40 likes, answers and shares given, 400 of 729 points (not scored)",
        "Style": "casual: broad/focused not measured (no topics are stated in klout.yaml), casual (9 of 13) (not scored)",
    }
    assert not dict(
        displayed(
            replace(consultant(), traits=(Measurement("outreach", "missing", {}, "nothing"),))
        )
    )
