"""The screen and JSON of perks: what a score qualifies for, and what is missing."""

import json
import shlex
from collections.abc import Callable, Iterator, Mapping

from klout_cli.reports.layout import Block, Note, Pairs, Part, Parts, arrange
from klout_cli.reports.legacy_facts import data_date
from klout_cli.reports.names import network_title
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import NO_NUMBER, is_number, score_text
from klout_cli.reports.screen import Screen
from klout_cli.results.displayed import Demand, Offer, Offers, Requirement
from klout_cli.results.plain import to_builtins

SCHEMA = "klout.perks/1"
LONGEST = 400
LIMITS = (
    "A perk is a thank-you, no judgement of a person: a score says nothing of knowledge, character "
    "or influence offline."
)


def perks_json(offers: Offers) -> str:
    """Return the offers as JSON, schema `klout.perks/1`, pure ASCII.

    Its keys are the struct's.
    """
    tree = {**to_builtins(offers), "score": offers.score.value, "quality": offers.score.quality}
    return json.dumps({"schema": SCHEMA, **tree}, indent=2, allow_nan=False) + "\n"


def perks_screen(offers: Offers, screen: Screen) -> str:
    """Return the perks the person qualifies for, then what the others require."""
    value = score_text(offers.score)
    mine = tuple(
        (safe(offer.title), safe(offer.reward)) for offer in offers.offers if offer.qualifies
    )
    blocks: list[Block] = [
        Parts(
            (
                Part("Perks", safe(offers.catalogue), f"PERKS  {safe(offers.catalogue)}", "title"),
                Part("Score", value, f"score {value}"),
                data_date(offers.as_of),
            )
        ),
        Pairs(mine, "You qualify for"),
        Note("You qualify for", () if mine else (_nothing(offers),)),
        *(_missing(offer) for offer in offers.offers if not offer.qualifies),
        Note("Limits", (LIMITS,), "quiet"),
    ]
    return arrange(blocks, screen)


def _nothing(offers: Offers) -> str:
    """Say that no perk is met."""
    if is_number(offers.score.quality):
        return "none of these perks yet"
    return f"none of these perks: {NO_NUMBER}"


def _missing(offer: Offer) -> Pairs:
    rows = [row for needed in offer.requirements if not needed.met for row in _rows(needed)]
    return Pairs(tuple(rows), f"{safe(offer.title)}: {safe(offer.reward)}")


def _rows(needed: Requirement) -> Iterator[tuple[str, str]]:
    name, say = SAID[needed.demand]
    yield name, safe(say(needed), LONGEST)
    if needed.change:
        yield "Try", f"klout whatif --set {safe(shlex.quote(needed.change), LONGEST)}"


def _points(needed: Requirement) -> str:
    if needed.demand == "score" and needed.lacks is None:
        return f"{needed.needs[0]:g} at least: {NO_NUMBER}"
    if needed.lacks is None:
        return (
            f"{needed.needs[0]:g} at least; yours is not measured: no topics are stated in "
            "klout.yaml"
        )
    return f"{needed.needs[0]:g} at least: {needed.lacks:.3g} points more than yours"


def _networks(needed: Requirement) -> str:
    needs, has = (
        [network_title(str(network)) for network in networks]
        for networks in (needed.needs, needed.has)
    )
    which = "any" if needed.demand == "any_network" else "all"
    return f"an account on {which} of {', '.join(needs)}; yours are on {', '.join(has)}"


def _topics(needed: Requirement) -> str:
    return (
        f"one of {', '.join(map(str, needed.needs))}; yours in klout.yaml: "
        f"{', '.join(map(str, needed.has)) or 'none'}"
    )


def _day(needed: Requirement) -> str:
    has = f"is of {needed.has[0]}" if needed.has else "has no date"
    return f"{needed.needs[0]}; this score {has}"


SAID: Mapping[Demand, tuple[str, Callable[[Requirement], str]]] = {
    "score": ("Score", _points),
    "on_topic": ("On-topic score", _points),
    "any_network": ("Networks", _networks),
    "all_networks": ("Networks", _networks),
    "topics": ("Topics", _topics),
    "valid_from": ("Begins", _day),
    "valid_until": ("Ended", _day),
}
