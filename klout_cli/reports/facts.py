"""What was counted, in words: beside each line of the breakdown, and channel by channel.

Numbers are shown, never judged.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from klout_cli.reports.names import short_name
from klout_cli.reports.numbers import count, exact, number, percent, times
from klout_cli.reports.safe import safe
from klout_cli.reports.show import show
from klout_cli.results import (
    AccountJudgement,
    Entry,
    FactorJudgement,
    Judgement,
    Line,
    ScoreQuality,
    WorkedExample,
)
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import ngettext, translate

KNOWN = ("measured", "inferred")
IN_POINTS = ("points", "in the score")
Inputs: TypeAlias = Mapping[str, Any]
Measured: TypeAlias = Sequence[tuple[str, FactorJudgement]]  # by channel


def scored(judgement: Judgement) -> list[AccountJudgement]:
    """Return the accounts that make the score, largest share first."""
    return sorted(
        (account for account in judgement.accounts if account.state == "scored"),
        key=lambda account: -account.share,
    )


def fact(entry: Entry, judgement: Judgement) -> str:
    """Return the fact of one line of the breakdown, naming two channels at most."""
    accounts = scored(judgement)
    if entry.id == "channels":
        return _count_channels(len(accounts))
    if entry.id == "ceiling":
        return _("the scale ends at 100")
    measured = [
        (short_name(account, accounts), judged)
        for account in accounts
        for judged in account.factors
        if judged.id == entry.id and judged.state in KNOWN
    ]
    known = [(name, judged) for name, judged in measured if not _is_withheld(judged.inputs)]
    if not known:
        return _("small counts, withheld") if measured else ""
    summarise = SUMMARIES.get(entry.id)
    return summarise(known) if summarise else ""


def _count_channels(channels: int) -> str:
    if channels == 1:
        return _("one account")
    words = [_("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight")]
    words += [_("nine"), _("ten"), _("eleven"), _("twelve")]
    many = words[channels - 2] if channels - 2 < len(words) else count(channels)
    return _("{many} accounts reach more than one", many=many)


def _find_number(judged: FactorJudgement, name: str) -> float | None:
    """Return one of the inputs, None if it isn't a number."""
    value = judged.inputs.get(name)
    return value if isinstance(value, int | float) else None


def _number(judged: FactorJudgement, name: str) -> float:
    return _find_number(judged, name) or 0.0


def _is_withheld(inputs: Inputs) -> bool:
    return any(isinstance(value, str) and value.startswith("<") for value in inputs.values())


def _summarise_audience(known: Measured) -> str:
    everywhere = [(judged.state, _number(judged, "followers")) for name, judged in known]
    stated = [followers for state, followers in everywhere if state == "measured"]
    total = sum(stated or [followers for state, followers in everywhere])
    if not stated:
        return _("about {n} followers, estimated", n=round(total))
    return ngettext("{n} follower or reader", "{n} followers and readers", round(total))


def _summarise_ends(
    measure: Callable[[FactorJudgement], float | None],
    show_value: Callable[[float], str],
    one: str,
    two: str,
    none: str,
) -> Callable[[Measured], str]:
    """Return how to name the channel with the highest value, and the one with the lowest."""

    def summarise(known: Measured) -> str:
        values = sorted(
            ((value, name) for name, judged in known if (value := measure(judged)) is not None),
            reverse=True,
        )
        if not values:
            return _(none) if none else ""
        (best, name), (least, other) = values[0], values[-1]
        ends = {"name": name, "best": show_value(best)}
        if len(values) == 1:
            return _(one, **ends)
        return _(two, **ends, other=other, less=show_value(least))

    return summarise


def _summarise_ratio(part: str) -> Callable[[Measured], str]:
    return _summarise_ends(
        lambda judged: ratio_of(judged, part) or None,
        times,
        N_("{name} {best} the usual"),
        N_("{name} {best} the usual, {other} {less}"),
        N_("no usual number to compare with"),
    )


def _summarise_share(name: str, one: str, two: str) -> Callable[[Measured], str]:
    return _summarise_ends(lambda judged: _find_number(judged, name), percent, one, two, "")


def ratio_of(judged: FactorJudgement, part: str) -> float | None:
    """Return how many times the usual number was counted, None where none is usual."""
    expected, counted = _find_number(judged, "expected"), _find_number(judged, part)
    return counted / expected if expected and counted is not None else None


def _summarise_breadth(known: Measured) -> str:
    ranked = sorted(
        ((round(_number(judged, "responders")), name) for name, judged in known), reverse=True
    )
    people, name = ranked[0]
    if len(ranked) == 1:
        return ngettext(
            "{n} person responded on {name}", "{n} people responded on {name}", people, name=name
        )
    more, other = ranked[1]
    return ngettext(
        "{n} person responded on {name}, {more} on {other}",
        "{n} people responded on {name}, {more} on {other}",
        people,
        name=name,
        more=more,
        other=other,
    )


def vouchers(metric: str, number: int) -> str:
    """Word the endorsements of a network, by what it calls them."""
    if metric == "linkbacks":
        return ngettext("{n} link from another site", "{n} links from other sites", number)
    if metric == "lists":
        return ngettext("on {n} list", "on {n} lists", number)
    return ngettext("{n} endorsement", "{n} endorsements", number)


def _summarise_endorsement(known: Measured) -> str:
    counts = [
        (round(_number(judged, "vouchers")), str(judged.inputs.get("metric") or ""))
        for name, judged in known
    ]
    counts.sort(reverse=True)
    parts = [vouchers(metric, number) for number, metric in counts if number]
    return ", ".join(parts[:2]) or _("none so far")


def _summarise_network(known: Measured) -> str:
    contacts = sum(_number(judged, "contacts") for name, judged in known)
    people = sum(_number(judged, "known") for name, judged in known)
    if not contacts:
        return _("contacts' reach from a table")
    return _("reach of {known} of {contacts} contacts known", known=people, contacts=contacts)


SUMMARIES: Mapping[str, Callable[[Measured], str]] = {
    "audience": _summarise_audience,
    "resonance": _summarise_ratio("reactions"),
    "amplification": _summarise_ratio("carried"),
    "breadth": _summarise_breadth,
    "endorsement": _summarise_endorsement,
    "network": _summarise_network,
    "reciprocity": _summarise_share(
        "give_and_take",
        N_("{name} {best} both ways"),
        N_("{name} {best} both ways, {other} {less}"),
    ),
    "substance": _summarise_share(
        "share_of_posts",
        N_("{name} {best} on topic"),
        N_("{name} {best} on topic, {other} {less}"),
    ),
}


def detail(judged: FactorJudgement) -> str:
    """Return everything that was counted for one factor of one account."""
    if _is_withheld(judged.inputs):
        return _("small counts, withheld")
    words = DETAILS.get(judged.id, _name_inputs)(judged.inputs)
    return _("{words} (estimated)", words=words) if judged.state == "inferred" else words


def _name_inputs(inputs: Inputs) -> str:
    shown = (
        f"{key} {exact(value) if isinstance(value, int | float) else safe(str(value))}"
        for key, value in inputs.items()
        if value is not None
    )
    return ", ".join(shown)


def _detail_audience(inputs: Inputs) -> str:
    followers, effective = count(inputs["followers"]), count(inputs["effective"])
    if followers == effective:
        return followers
    return _("{followers}, counted as {effective}", followers=followers, effective=effective)


def _detail_ratio(part: str) -> Callable[[Inputs], str]:
    def word(inputs: Inputs) -> str:
        if not inputs["expected"]:
            return _("{counted}, where none are usual", counted=number(inputs[part]))
        return times(inputs[part] / inputs["expected"])

    return word


def _detail_endorsement(inputs: Inputs) -> str:
    parts = [vouchers(str(inputs.get("metric") or ""), round(inputs["vouchers"]))]
    if recommendations := round(inputs.get("recommendations") or 0):
        parts.append(ngettext("{n} recommendation", "{n} recommendations", recommendations))
    return ", ".join(parts)


def _detail_network(inputs: Inputs) -> str:
    reach = number(inputs["standing"])
    if not inputs.get("contacts"):
        return reach
    known, contacts = count(inputs["known"]), count(inputs["contacts"])
    return _("{reach} ({known} of {contacts} known)", reach=reach, known=known, contacts=contacts)


DETAILS: Mapping[str, Callable[[Inputs], str]] = {
    "audience": _detail_audience,
    "resonance": _detail_ratio("reactions"),
    "amplification": _detail_ratio("carried"),
    "breadth": _detail_ratio("responders"),
    "endorsement": _detail_endorsement,
    "network": _detail_network,
    "reciprocity": lambda inputs: percent(inputs["give_and_take"]),
    "substance": lambda inputs: percent(inputs["share_of_posts"]),
}
"""Wordings by factor; a factor of a plug-in shows its inputs by name."""

UNITS: Mapping[str, str] = {
    "audience": N_("followers, connections or readers"),
    "resonance": N_("of the usual reactions"),
    "amplification": N_("of the usual comments and shares"),
    "breadth": N_("of the usual number of responders"),
    "network": N_("mean reach of contacts, 0 to 6"),
    "reciprocity": N_("of exchanges go both ways"),
    "substance": N_("of posts on your topics"),
}


def list_steps(account: WorkedExample, quality: ScoreQuality) -> Iterator[tuple[str, str]]:
    """Yield a factor's rule with one account's numbers, line by line.

    Of a first impression without the points, which would add up to a number.
    """
    for step in account.steps:
        if quality == "score" or step.name not in IN_POINTS:
            yield translate(step.name), fill_line(step)


def fill_line(line: Line) -> str:
    """Return a line of a calculation with its numbers in place."""
    numbers = {
        name: "–"
        if value is None
        else exact(value)
        if isinstance(value, int | float)
        else show(str(value), 400)
        for name, value in line.numbers.items()
    }
    return _(line.text, **numbers) if numbers else translate(line.text)
