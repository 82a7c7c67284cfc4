"""The short fact beside each line of the breakdown: what was counted, in words.

Numbers are shown, never judged.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from klout_cli.reports.layout import Part
from klout_cli.reports.names import network_title
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.results import (
    AccountJudgement,
    Entry,
    Fact,
    FactorJudgement,
    Judgement,
    Window,
    WorkedExample,
)
from klout_cli.results.audited import Entered

NUMBER_WORDS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
NO_DATE = "no date in these files"
VOUCHERS = {"x": "list", "blog": "linkback"}


def data_date(as_of: str | None) -> Part:
    """Return the day the data is of, or that no file has a date."""
    if as_of is None:
        return Part("Data up to", NO_DATE, NO_DATE)
    return Part("Data up to", as_of, f"data up to {as_of}")


def window_days(window: Window) -> str:
    """Return the days whose posts count, "" where no file has a date."""
    return "" if window.first is None else f"{window.first} to {window.last}"


def count(value: float) -> str:
    """Format a count with thousands separators: 1,200."""
    return f"{half_up(value):,.0f}"


def counted(number: float, noun: str) -> str:
    """Format a count of things: 1 list, 1,200 lists."""
    return f"{count(number)} {noun}" + ("" if count(number) == "1" else "s")


def percent(share: float) -> str:
    """Format a share from 0 to 1 as a whole percentage."""
    return f"{half_up(100 * share):.0f} %"


def signed(points: float, digits: int = 3) -> str:
    """Format points with their sign."""
    return f"{half_up(points, digits):+.{digits}f}".replace("-", "−")


def scored(judgement: Judgement) -> list[AccountJudgement]:
    """Return the accounts that make the score, largest share first."""
    return sorted(
        (account for account in judgement.accounts if account.state == "scored"),
        key=lambda account: -account.share,
    )


def label(account: AccountJudgement, accounts: Sequence[AccountJudgement]) -> str:
    """Return the network's name, with the handle if it would be ambiguous alone."""
    title = network_title(account.network)
    alone = sum(other.network == account.network for other in accounts) == 1
    return safe(title if alone else f"{title} {account.handle}")


def account_name(account: AccountJudgement | WorkedExample | Entered) -> str:
    """Return the network's name and the handle."""
    return f"{network_title(account.network)} {safe(account.handle)}"


def fact(entry: Entry, judgement: Judgement) -> str:
    """Return a breakdown line's fact: "1,200 on X, 650 on LinkedIn"."""
    accounts = scored(judgement)
    if entry.id == "channels":
        return _channels(accounts)
    if entry.id == "ceiling":
        return "the scale goes from 1 to 100"
    facts: list[str] = []
    for account in accounts:
        judged = next((factor for factor in account.factors if factor.id == entry.id), None)
        if judged is not None and judged.state in ("measured", "inferred"):
            facts.append(
                _of_account(
                    judged, first=not facts, name=label(account, accounts), network=account.network
                )
            )
    return ", ".join(facts)


def _channels(accounts: Sequence[AccountJudgement]) -> str:
    networks = {account.network for account in accounts}
    many = len(accounts)
    thing = "networks" if len(networks) == many else "accounts"
    number = NUMBER_WORDS[many] if many < len(NUMBER_WORDS) else str(many)
    return f"{number} {thing} instead of one" if many > 1 else "one account"


class Phrase(Struct, frozen=True):
    """How a factor's inputs are worded.

    `value(network, inputs)` if all of `needs` are numbers, and a noun that is only used once.
    """

    needs: tuple[str, ...]
    value: Callable[[str, Mapping[str, Any]], str]
    noun: str = ""


def _audience(network: str, inputs: Mapping[str, Any]) -> str:
    followers, effective = inputs["followers"], inputs["effective"]
    same = count(effective) == count(followers)
    return count(followers) if same else f"{count(followers)} counted as {count(effective)}"


def _times(phrase: str) -> Callable[[str, Mapping[str, Any]], str]:
    def say(network: str, inputs: Mapping[str, Any]) -> str:
        if not inputs["expected"]:
            return f"{count(inputs[phrase])} instead of none of"
        ratio = inputs[phrase] / inputs["expected"]
        return f"{count(ratio) if ratio >= 10 else half_up(ratio, 1)}×"

    return say


def _vouched(network: str, inputs: Mapping[str, Any]) -> str:
    recommendations = inputs.get("recommendations")
    more = f" and {counted(recommendations, 'recommendation')}" if recommendations else ""
    return counted(inputs["vouchers"], VOUCHERS.get(network, "endorsement")) + more


def _standing(network: str, inputs: Mapping[str, Any]) -> str:
    known = (
        f" (known for {count(inputs['known'])} of {counted(inputs['contacts'], 'contact')})"
        if inputs.get("contacts")
        else ""
    )
    return f"standing {half_up(inputs['standing'], 1)}{known}"


def _mutual(network: str, inputs: Mapping[str, Any]) -> str:
    return percent(inputs["give_and_take"])


def _on_topic(network: str, inputs: Mapping[str, Any]) -> str:
    return f"{percent(inputs['share_of_posts'])} of the posts"


PHRASES: Mapping[str, Phrase] = {
    "audience": Phrase(("followers", "effective"), _audience),
    "resonance": Phrase(("reactions", "expected"), _times("reactions"), "the reactions expected"),
    "amplification": Phrase(
        ("carried", "expected"), _times("carried"), "the comments and shares expected"
    ),
    "breadth": Phrase(("responders", "expected"), _times("responders"), "the responders expected"),
    "endorsement": Phrase(("vouchers",), _vouched),
    "network": Phrase(("standing",), _standing),
    "reciprocity": Phrase(("give_and_take",), _mutual, "of a full exchange"),
    "substance": Phrase(("share_of_posts",), _on_topic, "on your topics"),
}


def _of_account(judged: FactorJudgement, first: bool, name: str, network: str) -> str:
    inferred = " (inferred)" if judged.state == "inferred" else ""
    value, noun = _worded(judged, network)
    return f"{value}{noun if first else ''}{inferred} on {name}"


def moved(then: FactorJudgement, here: FactorJudgement, network: str, note: str) -> str:
    """Format what was counted on two dates, "3.1× → 5.5× the reactions expected".

    With a note, only what was counted on the date the note is about.
    """
    (before, _), (after, noun) = _worded(then, network), _worded(here, network)
    if note:
        return f"{note}: {''.join(_worded(here if here.inputs else then, network))}"
    return f"{after}{noun}" if before == after else f"{before} → {after}{noun}"


def _worded(judged: FactorJudgement, network: str) -> tuple[str, str]:
    """Return what was counted in words, and its noun after a space."""
    if any(isinstance(value, str) and value.startswith("<") for value in judged.inputs.values()):
        return "small counts, withheld", ""
    phrase = PHRASES.get(judged.id)
    if phrase is None or not all(
        isinstance(judged.inputs.get(need), int | float) for need in phrase.needs
    ):
        return _plainly(judged.inputs), ""
    return phrase.value(network, judged.inputs), f" {phrase.noun}" if phrase.noun else ""


def _plainly(inputs: Mapping[str, Fact]) -> str:
    """Format inputs without a phrase by their names."""
    facts = [
        f"{key} {value:,.6g}" if isinstance(value, int | float) else f"{key} {value}"
        for key, value in inputs.items()
        if value is not None
    ]
    return safe(", ".join(facts))
