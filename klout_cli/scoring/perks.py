"""Perks: what a catalogue offers for a score, and what is missing for it.

A catalogue is a strict YAML file, read as models are.
"""

import math
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from klout_cli.errors import UsageError
from klout_cli.person.topics import folded
from klout_cli.results import Measured, Report, Snapshot
from klout_cli.results.displayed import Demand, Offer, Offers, Requirement
from klout_cli.scoring.explain import audience_for
from klout_cli.scoring.model import STANDARD, Model, load
from klout_cli.scoring.pages import page_text, read_yaml
from klout_cli.scoring.structs import as_struct
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

SAMPLE = Path(__file__).with_name("perks.yaml")


class Perk(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One perk and its conditions; omitted ones are always met.

    Both ends of its dates are included.
    """

    title: str
    reward: str
    minimum_score: Annotated[float, Meta(ge=0, le=100)] | None = None
    minimum_on_topic: Annotated[float, Meta(ge=0, le=100)] | None = None
    any_network: list[str] = []
    all_networks: list[str] = []
    topics: list[str] = []
    valid_from: date | None = None
    valid_until: date | None = None


class Catalogue(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Perks by id."""

    title: str
    perks: Annotated[dict[str, Perk], Meta(min_length=1)]


def catalogue(file: Path = SAMPLE) -> Catalogue:
    """Read a catalogue.

    Raises UsageError with file and place of any error in it, AccessError if it can't be read.
    """
    name = file.name if file == SAMPLE else str(file)
    catalogue: Catalogue = as_struct(
        read_yaml(page_text(file, name, "catalogue"), name), Catalogue, name
    )
    known = load(STANDARD).networks
    for id, perk in catalogue.perks.items():
        for network in (*perk.any_network, *perk.all_networks):
            if network not in known:
                raise UsageError(
                    Message("there is no network {network}", network=network),
                    f"{name}: perks.{id}",
                    f"one of: {', '.join(known)}",
                )
        if perk.valid_from and perk.valid_until and perk.valid_until < perk.valid_from:
            raise UsageError(
                N_("valid_until is before valid_from"),
                f"{name}: perks.{id}.valid_until",
                N_("change one of the dates"),
            )
    return catalogue


def offers(catalogue: Catalogue, report: Report, snapshot: Snapshot, model: Model) -> Offers:
    """Return the perks a person qualifies for, and what is missing for the others.

    All on the day of the score: topics are those set at the time; networks are those whose accounts
    make the score.
    """
    stated = sorted(snapshot.topics)
    return Offers(
        catalogue=catalogue.title,
        model=report.model,
        person=report.person,
        as_of=report.as_of,
        score=report.judgement.score,
        on_topic=report.on_topic.score if report.on_topic else None,
        offers=tuple(
            _offer(id, perk, report, snapshot.measured, model, stated)
            for id, perk in catalogue.perks.items()
        ),
    )


def _offer(
    id: str,
    perk: Perk,
    report: Report,
    measured: Sequence[Measured],
    model: Model,
    topics: Sequence[str],
) -> Offer:
    needed = (
        *_scores(perk, report, measured, model),
        *_networks(perk, report),
        *_topics(perk, topics),
        *_dates(perk, report.as_of),
    )
    told = report.judgement.score.quality == "score"  # nobody is refused or paid by a guess
    met = told and all(requirement.met for requirement in needed)
    return Offer(id, perk.title, perk.reward, met, needed)


def _scores(
    perk: Perk, report: Report, measured: Sequence[Measured], model: Model
) -> Iterator[Requirement]:
    score, on_topic = report.judgement.score, report.on_topic
    shown = score.quality != "first_impression"
    goals: tuple[tuple[Demand, float | None, float | None], ...] = (
        ("score", perk.minimum_score, score.value),
        ("on_topic", perk.minimum_on_topic, on_topic.score if on_topic else None),
    )
    for demand, goal, value in goals:
        if goal is None:
            continue
        has: tuple[float, ...] = (value,) if shown and value is not None else ()
        met = bool(has) and has[0] >= goal
        lacks = goal - has[0] if has and not met else None
        change = _change(goal, report, measured, model) if demand == "score" and lacks else ""
        yield Requirement(demand, (goal,), has, met, lacks, change)


def _change(goal: float, report: Report, measured: Sequence[Measured], model: Model) -> str:
    """Return the strongest account's audience for a score, for `klout whatif --set`."""
    needed = audience_for(goal, measured, report.judgement, model)
    return f"{needed[0]}.followers={math.ceil(needed[1])}" if needed else ""


def _networks(perk: Perk, report: Report) -> Iterator[Requirement]:
    scored = {account.network for account in report.judgement.scored}
    has = tuple(sorted(scored))
    if wanted := perk.any_network:
        yield Requirement("any_network", tuple(wanted), has, not scored.isdisjoint(wanted))
    if wanted := perk.all_networks:
        yield Requirement("all_networks", tuple(wanted), has, scored.issuperset(wanted))


def _topics(perk: Perk, stated: Sequence[str]) -> Iterator[Requirement]:
    if perk.topics:
        met = not {*map(folded, perk.topics)}.isdisjoint(map(folded, stated))
        yield Requirement("topics", tuple(perk.topics), tuple(stated), met)


def _dates(perk: Perk, as_of: str | None) -> Iterator[Requirement]:
    has = (as_of,) if as_of else ()
    if perk.valid_from:
        first = perk.valid_from.isoformat()
        yield Requirement("valid_from", (first,), has, bool(has) and (first,) <= has)
    if perk.valid_until:
        last = perk.valid_until.isoformat()
        yield Requirement("valid_until", (last,), has, bool(has) and has <= (last,))
