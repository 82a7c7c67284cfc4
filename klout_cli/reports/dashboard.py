"""The rows of a report's overview, ready to be printed by a page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from klout_cli.reports.figures import (
    account_label,
    account_name,
    day,
    factor_name,
    likely,
    network_name,
    number,
    percent,
    position,
    signed,
    standing,
    times,
)
from klout_cli.reports.reasons import give_reason, scored, times_usual
from klout_cli.reports.rounding import apportion
from klout_cli.reports.safe import safe
from klout_cli.results import AccountJudgement, Comparison, Hint, Judgement, Report, Score, Trend
from klout_cli.results.activity import Activity, WeeklyReactions
from klout_cli.results.displayed import Subject
from klout_cli.results.dossier import Dossier, FeaturedPost
from klout_cli.translation import gettext as _
from klout_cli.translation import translate

LONGEST_BAR = 12.0
"""Points of a full bar, the same in every report: 0.4 for each cell of the terminal's."""
MOST_TIMES = 6.0
"""Times the usual of a full bar."""
FEWEST_POSTS = 3
"""Posts that a cell of the heat map needs."""
LONGEST_POST = 100
LINKS = ("https://", "http://")
NEXT_STEPS, CHANGES = 4, 4
VISIBLE = 0.05
"""Points that don't round to 0.0."""


class Mark(NamedTuple):
    """A labelled place on the scale of the score."""

    value: float
    label: str


class Headline(NamedTuple):
    """The score in words, and its places on the scale; `number` is "" on a first impression."""

    number: str
    rounded: str
    likely: str
    standing: str
    position: str
    value: float
    low: float
    high: float
    average: Mark
    top: Mark | None


class Step(NamedTuple):
    """One hint: what it brings, what to do and why."""

    gain: str
    action: str
    why: str
    effort: str


class FactorRow(NamedTuple):
    """One line of the breakdown; `points` are None on a first impression or without any."""

    id: str
    title: str
    reason: str
    text: str
    points: float | None


class ChannelRow(NamedTuple):
    """One account of the channel table."""

    network: str
    handle: str
    score: str
    weight: str
    audience: str
    posts: str
    per_post: str
    times: float | None
    times_text: str
    weeks: Sequence[int | None]
    weeks_text: str


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


class ChangeRow(NamedTuple):
    """What one account or cause contributed to a change."""

    points: str
    title: str


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


def find_mark(report: Report, who: str) -> float | None:
    """Return the score of a landmark of the model."""
    return next((score for score, name, _year in report.landmarks if name == who), None)


def build_headline(report: Report) -> Headline:
    """Return the score in words and where it is on the scale."""
    score = report.judgement.score
    known = score.quality == "score"
    average = next(entry.points for entry in report.judgement.breakdown if entry.id == "average")
    top = find_mark(report, "top 5 %")
    return Headline(
        number=number(score.value, 1) if known else "",
        rounded=number(score.value) if known else "",
        likely=likely(score),
        standing=standing(score, average) if known else "",
        position=position(score, average) if known else "",
        value=score.value,
        low=score.low,
        high=score.high,
        average=Mark(average, _("average {score}", score=number(average))),
        top=None if top is None else Mark(top, _("top 5 %: {score}", score=number(top))),
    )


def list_steps(report: Report) -> list[Step]:
    """Return all hints: those with a gain first, then what could be measured."""
    hints = sorted(report.hints, key=lambda hint: hint.id == "unmeasured")
    return [
        Step(_gain_text(hint), safe(translate(hint.action)), safe(translate(hint.why)), hint.effort)
        for hint in hints
    ]


def _gain_text(hint: Hint) -> str:
    if hint.gain is not None:
        return signed(hint.gain)
    return _("{low} to {high}", low=signed(hint.low or 0.0), high=signed(hint.high or 0.0))


def list_factors(judgement: Judgement) -> list[FactorRow]:
    """Return the lines of the breakdown; rounded, they add up to the rounded score.

    Of a first impression without points, which would add up to a number.
    """
    breakdown = judgement.breakdown
    if judgement.score.quality != "score":
        return [
            FactorRow(entry.id, factor_name(entry.id), reason, "", None)
            for entry in breakdown
            if (reason := give_reason(entry.id, judgement))
        ]
    points = apportion([entry.points for entry in breakdown], judgement.score.value, 1)
    return [
        FactorRow(
            entry.id,
            factor_name(entry.id),
            give_reason(entry.id, judgement) or _why_unmeasured(entry.id, entry.state),
            number(value, 1) if entry.id == "average" else signed(value),
            None if entry.id == "average" else value,
        )
        for entry, value in zip(breakdown, points, strict=True)
    ]


def _why_unmeasured(factor: str, state: str | None) -> str:
    if factor == "average":
        return _("what an average person gets")
    return "" if state == "measured" else _("not measured, so no points")


def list_channels(dossier: Dossier) -> list[ChannelRow]:
    """Return the accounts that make the score, the one with most weight first."""
    weekly = {row.account: row for row in dossier.activity.weekly} if dossier.activity else {}
    known = dossier.report.judgement.score.quality == "score"
    accounts = scored(dossier.report.judgement)
    return [_channel(account, weekly.get(account.id), known=known) for account in accounts]


def _channel(
    account: AccountJudgement, weekly: WeeklyReactions | None, *, known: bool
) -> ChannelRow:
    per_post = account.of("resonance").inputs.get("per_post")
    ratio = times_usual(account)
    followers = account.audience.followers
    inferred = account.audience.quality == "inferred"
    own = account.quality == "score" and known
    return ChannelRow(
        network=network_name(account.network),
        handle="" if account.handle == account.network else safe(account.handle, 60),
        score=number(account.score, 1) if own else "–",
        weight=percent(account.share),
        audience=_("about {n}", n=number(followers)) if inferred else number(followers),
        posts=number(account.window.posts),
        per_post=number(per_post, 1) if isinstance(per_post, int | float) else "–",
        times=ratio,
        times_text=times(ratio),
        weeks=weekly.reactions if weekly else (),
        weeks_text=describe_weeks(weekly) if weekly else "",
    )


def describe_weeks(weekly: WeeklyReactions) -> str:
    """Return what the picture of the weeks shows."""
    numbers = ", ".join(number(value) for value in weekly.reactions)
    return _("per week since {day}: {numbers}", day=day(weekly.first), numbers=numbers)


def list_growth(dossier: Dossier) -> list[GrowthRow]:
    """Return audiences over time, the largest first."""
    if dossier.activity is None:
        return []
    names = _labels(dossier.report.judgement)
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
                before=number(row.numbers[0][1]),
                first=day(row.numbers[0][0]),
                after=number(row.numbers[-1][1]),
                last=day(row.numbers[-1][0]),
            ),
        )
        for row in rows
    ]


def _labels(judgement: Judgement) -> dict[str, str]:
    accounts = scored(judgement)
    return {account.id: account_label(account, accounts) for account in accounts}


def list_times(dossier: Dossier) -> tuple[list[str], list[TimesRow]]:
    """Return the heads and rows of the heat map, both empty without posts with a time."""
    from klout_cli.factors.times_of_week import SLOT_HOURS

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
    names = _labels(dossier.report.judgement)
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
    yield network_name(post.network)
    yield day(post.day)
    if post.reactions is not None:
        yield _("{n} reactions", n=number(post.reactions))
    if post.times is not None:
        yield _("{times} the usual", times=times(post.times))


def list_changes(change: Comparison) -> list[ChangeRow]:
    """Return what changed a score most, by account, largest first."""
    names = _labels(change.older.judgement) | _labels(change.newer.judgement)
    sums: dict[str, float] = {}
    for part in change.parts:
        title = names.get(part.account or "", "") or _cause(part.kind)
        sums[title] = sums.get(title, 0.0) + part.points
    ordered = sorted(sums.items(), key=lambda pair: -abs(pair[1]))
    return [ChangeRow(signed(points), title) for title, points in ordered if abs(points) >= VISIBLE]


def _cause(kind: str) -> str:
    if kind == "model":
        return _("The method changed")
    return _("The scale bends near its end") if kind == "ceiling" else _("Other accounts")


def verdict(change: Comparison) -> str:
    """Return whether a score has changed, in one sentence."""
    margin = number(change.noise, 1)
    if change.within_noise:
        return _(
            "No clear change: {points}, with a margin of error of ±{margin}",
            points=signed(change.change),
            margin=margin,
        )
    return _(
        "{points}, more than the margin of error of ±{margin}",
        points=signed(change.change),
        margin=margin,
    )


def describe_trend(trend: Trend) -> str:
    """Return what the picture of a trend shows."""
    first, last = trend.moments[0], trend.moments[-1]
    return _(
        "From {before} on {first} to {after} on {last}",
        before=score_text(first.score),
        first=day(first.as_of),
        after=score_text(last.score),
        last=day(last.as_of),
    )


def score_text(score: Score) -> str:
    """Return a score, or the range of a first impression."""
    known = score.quality == "score"
    return number(score.value, 1) if known else f"{number(score.low)}–{number(score.high)}"


def describe_scale(head: Headline) -> str:
    """Return what the picture of the scale shows."""
    if not head.number:
        return _("Scale from 1 to 100, {range}", range=head.likely)
    return _(
        "Scale from 1 to 100, score {score}, {range}, {average}",
        score=head.number,
        range=head.likely,
        average=head.average.label,
    )


def person_name(report: Report) -> str:
    """Return whose report it is: a name, else the account with most weight."""
    if report.redacted:
        return _("Redacted report")
    return safe(report.person, 80) or next(map(account_name, scored(report.judgement)), "klout")


def title(report: Report) -> str:
    """Return a page's title: number, person and date."""
    score = _("Klout score {score}", score=score_text(report.judgement.score))
    return " – ".join(filter(None, (score, person_name(report), day(report.as_of))))


def contents(dossier: Dossier) -> list[tuple[str, str]]:
    """Return the sections that a page links to at its top."""
    sections = [
        ("score", _("Overview"), True),
        ("channels", _("Channels"), True),
        ("posts", _("Posts"), bool(dossier.posts)),
        ("topics", _("Topics"), any(topic.topic for topic in dossier.topics)),
        ("network", _("Network"), bool(dossier.around and dossier.around.members)),
        ("details", _("Details"), True),
    ]
    return [(id, label) for id, label, there in sections if there]


def list_alerts(report: Report) -> list[str]:
    """Return what a reader has to know before the number."""
    if report.model.standard:
        return []
    return [_("Made with a changed method. This score can't be compared with others.")]


def zone_text(activity: Activity | None) -> str:
    """Return whose time the hours are in."""
    zone = activity.times.zone if activity and activity.times else ""
    return _("Time of {zone}.", zone=zone) if zone else _("Time of this computer.")


def limits() -> str:
    """Return what a score is, and isn't."""
    return _(
        "An estimate of how far your posts carry, from your own exports. It says nothing about "
        "knowledge or character, and should never decide anything about a person on its own."
    )


def privacy(report: Report) -> str:
    """Return whether the page may be passed on."""
    if report.redacted:
        return _("Names, texts and small counts are left out.")
    return _("This page names other people. To share one, use klout report --share")
