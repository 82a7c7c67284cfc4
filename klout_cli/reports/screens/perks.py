"""The screen of `klout perks`: what a score qualifies for, and what is missing."""

from collections.abc import Callable, Iterator, Mapping

from klout_cli.reports.names import network_titles
from klout_cli.reports.numbers import data_date, day, number
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import NO_NUMBER, is_number, score_text
from klout_cli.reports.screens.blocks import Block, Facts, Header, Span, say
from klout_cli.results.displayed import Demand, Offer, Offers, Requirement
from klout_cli.translation import gettext as _
from klout_cli.translation import translate

LONGEST = 400


def perks_blocks(offers: Offers) -> Iterator[Block]:
    """Yield the perks the person qualifies for, then what the others require."""
    title = Span(f"{_('Perks')} {safe(offers.catalogue)}".upper(), "title")
    score = Span("   " + _("your score {score}", score=score_text(offers.score)))
    yield Header((title, score), data_date(offers.as_of))
    mine = tuple(
        (safe(offer.title), safe(offer.reward)) for offer in offers.offers if offer.qualifies
    )
    yield Facts(_("You qualify for"), mine)
    if not mine:
        number_known = is_number(offers.score.quality)
        yield say(_("None of these perks yet.") if number_known else _sentence(NO_NUMBER))
    rows = [row for offer in offers.offers if not offer.qualifies for row in _missing(offer)]
    yield Facts(_("Not yet"), tuple(rows))
    yield say(_("A perk is a thank-you, not a judgement of a person."))


def _sentence(text: str) -> str:
    shown = translate(text)
    return f"{shown[0].upper()}{shown[1:]}."


def _missing(offer: Offer) -> Iterator[tuple[str, str]]:
    yield safe(offer.title), safe(offer.reward)
    for needed in offer.requirements:
        if needed.met:
            continue
        yield "", safe(WORDED[needed.demand](needed), LONGEST)


def _points(needed: Requirement) -> str:
    least = number(float(str(needed.needs[0])), 0)
    if needed.demand == "on_topic" and needed.lacks is None:
        return _("needs {least} on your topics; you haven't set any topics", least=least)
    if needed.lacks is None:
        return _("needs a score of {least}", least=least)
    missing = number(needed.lacks)
    if needed.demand == "on_topic":
        return _("needs {least} on your topics, {missing} more", least=least, missing=missing)
    return _("needs a score of {least}, {missing} more", least=least, missing=missing)


def _networks(needed: Requirement) -> str:
    names = network_titles(map(str, needed.needs))
    if needed.demand == "any_network":
        return _("needs an account on one of {names}", names=names)
    return _("needs accounts on all of {names}", names=names)


def _topics(needed: Requirement) -> str:
    return _("needs one of the topics {topics}", topics=", ".join(map(str, needed.needs)))


def _begins(needed: Requirement) -> str:
    return _("starts on {day}", day=day(str(needed.needs[0])))


def _ends(needed: Requirement) -> str:
    return _("ended on {day}", day=day(str(needed.needs[0])))


WORDED: Mapping[Demand, Callable[[Requirement], str]] = {
    "score": _points,
    "on_topic": _points,
    "any_network": _networks,
    "all_networks": _networks,
    "topics": _topics,
    "valid_from": _begins,
    "valid_until": _ends,
}
