"""What hints are made from, line by line for `klout explain`."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from klout_cli.factors.contrast import Contrast
from klout_cli.results import Fact, Measured, Snapshot, table_rows
from klout_cli.results.explained import Line
from klout_cli.scoring.hint_evidence import rows_of
from klout_cli.scoring.hint_words import DAYS, FORMATS
from klout_cli.translation import gettext_noop as N_

MOST = 10  # lines of a table
TIMES = N_("{times}× the reactions of the others (posts: {posts})")

NAMES: Mapping[str, str] = {
    "open": N_("open comments"),
    "open_people": N_("people waiting"),
    "strangers": N_("unknown contacts"),
    "known": N_("known contacts"),
    "people": N_("people"),
    "top_share": N_("share of the five most active"),
    "new": N_("new people lately"),
    "new_before": N_("new people before"),
    "regular": N_("sites with several links"),
    "silent": N_("sites silent for a while"),
    "unwritten": N_("endorsers without a recommendation"),
    "per_post": N_("views per post"),
    "rate": N_("reactions per view"),
}
"""The facts that are shown, by name."""


def observation_lines(id: str, snapshot: Snapshot) -> Iterator[Line]:
    """Yield one observation of every account that has it."""
    for account in snapshot.measured:
        if account.of(id).state != "measured":
            continue
        yield Line(account.id, "", {})
        if id == "kinds":
            yield from _formats(account)
        for name, label in NAMES.items():
            value = account.of(id).facts.get(name)
            if isinstance(value, int | float):
                yield Line(label, "{value}", {"value": round(value, 3)})


def _formats(account: Measured) -> Iterator[Line]:
    for name, *numbers in rows_of(account, "kinds", "formats"):
        yield Line(FORMATS[name][2], TIMES, _times(numbers))


def _times(numbers: Sequence[Any]) -> dict[str, float]:
    """Return the numbers of `TIMES`, given the fields of a contrast."""
    row = Contrast(*numbers)
    return {"times": round(math.exp(row.log_ratio), 1), "posts": row.posts}


def slot_lines(facts: Mapping[str, Fact]) -> Iterator[Line]:
    """Yield the times with the most posts."""
    rows = sorted(table_rows(facts, "slots"), key=lambda row: (-row[3], row[:3]))
    for day, first, last, *numbers in rows[:MOST]:
        times = _times(numbers)
        if last - first < 24:
            text = N_(
                "{first}:00 to {last}:00, {times}× the reactions of the others (posts: {posts})"
            )
            yield Line(DAYS[day], text, {"first": first, "last": last, **times})
        else:
            yield Line(DAYS[day], TIMES, times)


def twin_lines(facts: Mapping[str, Fact]) -> Iterator[Line]:
    """Yield how many texts were used twice, and the best ones that were not."""
    for name, label in (("texts", N_("texts compared")), ("used_twice", N_("used twice"))):
        yield Line(label, "{value}", {"value": _number(facts.get(name))})
    for account, _, day, reactions, times in table_rows(facts, "best")[:MOST]:
        numbers = {"day": day, "reactions": reactions, "times": round(times, 1)}
        yield Line(account, N_("{day}, {reactions} reactions, {times}× the median post"), numbers)


TRAIT_LINES: Mapping[str, Callable[[Mapping[str, Fact]], Iterator[Line]]] = {
    "slots": slot_lines,
    "twins": twin_lines,
}


def _number(value: Fact) -> float:
    return value if isinstance(value, int | float) else 0.0
