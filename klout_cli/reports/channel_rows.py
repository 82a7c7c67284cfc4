"""The rows of a report about channels: audiences, weeks, hours, topics and posts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from klout_cli.reports.breakdown import ChannelFacts, list_channels
from klout_cli.reports.facts import scored
from klout_cli.reports.names import distinct_name, network_title
from klout_cli.reports.numbers import amount, day, signed, times
from klout_cli.reports.safe import safe
from klout_cli.results import Judgement
from klout_cli.results.activity import Activity, WeeklyReactions
from klout_cli.results.displayed import Subject
from klout_cli.results.dossier import Dossier, FeaturedPost
from klout_cli.results.names import shorten_handle
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext

MOST_TIMES = 6.0
"""Times the usual of a full bar."""
FEWEST_POSTS = 3
"""Posts that a cell of the heat map needs."""
LONGEST_POST = 100
LINKS = ("https://", "http://")


class ChannelRow(NamedTuple):
    """One account of the channel table: its facts, and its reactions per week."""

    network: str
    handle: str
    facts: ChannelFacts
    audience: str
    times_text: str
    weeks: Sequence[int | None] = ()
    weeks_text: str = ""


class TopicRow(NamedTuple):
    """What posts on one topic get."""

    title: str
    times: float | None
    text: str


class PostRow(NamedTuple):
    """A best post with its facts; `link` is "" where there is no web address."""

    text: str
    link: str
    facts: str


class GrowthRow(NamedTuple):
    """An audience over time."""

    title: str
    numbers: Sequence[tuple[str, int]]
    change: str
    since: str
    text: str


class TimesRow(NamedTuple):
    """One weekday of the heat map: a text and a shade from 0 to 5 for each slot."""

    weekday: str
    cells: Sequence[tuple[str, int]]


def list_rows(dossier: Dossier) -> list[ChannelRow]:
    """Return the accounts that make the score, the one with most weight first."""
    weekly = {row.account: row for row in dossier.activity.weekly} if dossier.activity else {}
    rows = []
    for facts in list_channels(dossier.report.judgement):
        account, week = facts.account, weekly.get(facts.account.id)
        handle = safe(shorten_handle(account.network, account.handle), 60)
        weeks = (week.reactions, describe_weeks(week)) if week else ()
        audience = facts.followers or "–"
        if account.audience.quality == "inferred":
            audience = _("about {n}", n=audience)
        title, ratio = network_title(account.network), times(facts.times)
        rows.append(ChannelRow(title, handle, facts, audience, ratio, *weeks))
    return rows


def describe_weeks(weekly: WeeklyReactions) -> str:
    """Return what the picture of the weeks shows."""
    numbers = ", ".join(amount(value) for value in weekly.reactions)
    return _("per week since {day}: {numbers}", day=day(weekly.first), numbers=numbers)


def _label_accounts(judgement: Judgement) -> dict[str, str]:
    """Return the display names of the accounts that make the score, by id."""
    accounts = scored(judgement)
    return {account.id: distinct_name(account, accounts) for account in accounts}


def list_growth(dossier: Dossier) -> list[GrowthRow]:
    """Return audiences over time, the largest first."""
    if dossier.activity is None:
        return []
    names = _label_accounts(dossier.report.judgement)
    rows = [row for row in dossier.activity.growth if row.account in names]
    rows.sort(key=lambda row: -row.numbers[-1][1])
    return [
        GrowthRow(
            names[row.account],
            row.numbers,
            signed(row.numbers[-1][1] - row.numbers[0][1], 0),
            _("since {day}", day=day(row.numbers[0][0])),
            _(
                "{before} on {first}, {after} on {last}",
                before=amount(row.numbers[0][1]),
                first=day(row.numbers[0][0]),
                after=amount(row.numbers[-1][1]),
                last=day(row.numbers[-1][0]),
            ),
        )
        for row in rows
    ]


def list_times(dossier: Dossier) -> tuple[list[str], list[TimesRow]]:
    """Return the heads and rows of the heat map, both empty without posts with a time."""
    from klout_cli.factors.over_time import SLOT_HOURS

    times_of_week = dossier.activity.times if dossier.activity else None
    if times_of_week is None:
        return [], []
    slots = {(slot.weekday, slot.first_hour): slot for slot in times_of_week.slots}
    heads = [
        f"{first}–{last - 1}" for first, last in zip(SLOT_HOURS, (*SLOT_HOURS[1:], 24), strict=True)
    ]
    rows = [
        TimesRow(
            name,
            [
                (times(slot.ratio), _shade(slot.ratio))
                if (slot := slots.get((weekday, hour))) and slot.posts >= FEWEST_POSTS
                else ("", 0)
                for hour in SLOT_HOURS
            ],
        )
        for weekday, name in enumerate(_weekdays())
    ]
    return heads, rows


def _weekdays() -> Sequence[str]:
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def _shade(ratio: float) -> int:
    """Return a shade from 1, well below the average, to 5, well above."""
    return 1 + sum(ratio >= bound for bound in (0.7, 0.95, 1.2, 1.6))


def list_topics(dossier: Dossier) -> list[TopicRow]:
    """Return the person's topics, most posts first."""
    names = _label_accounts(dossier.report.judgement)
    return [_topic(topic, names) for topic in dossier.topics if topic.topic]


def _topic(topic: Subject, names: Mapping[str, str]) -> TopicRow:
    best = next((one for one in topic.channels if one.account == topic.best), None)
    text = times(topic.ratio)
    if best and best.account in names:
        text = _(
            "{times} · best {best} on {account}",
            times=text,
            best=times(best.ratio),
            account=names[best.account],
        )
    return TopicRow(safe(topic.topic, 40), topic.ratio, text)


def list_posts(posts: Sequence[FeaturedPost]) -> list[PostRow]:
    """Return posts with where and when they were published, and what they got."""
    return [
        PostRow(
            safe(_first_line(post.text), LONGEST_POST) or safe(post.id),
            safe(post.link, 2000) if post.link.startswith(LINKS) else "",
            " · ".join(filter(None, _post_facts(post))),
        )
        for post in posts
    ]


def _first_line(text: str) -> str:
    """Return the first line that says something, which of an article is its title."""
    return next((line for line in text.splitlines() if len(line.strip()) > 2), "")


def _post_facts(post: FeaturedPost) -> Iterator[str]:
    yield network_title(post.network)
    yield day(post.day)
    if post.reactions is not None:
        yield ngettext("{n} reaction", "{n} reactions", post.reactions)
    if post.times is not None:
        yield _("{times} the usual", times=times(post.times))


def describe_zone(activity: Activity | None) -> str:
    """Return whose time the hours are in."""
    zone = activity.times.zone if activity and activity.times else ""
    return _("Time of {zone}.", zone=zone) if zone else _("Time of this computer.")
