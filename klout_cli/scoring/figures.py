"""Explanations of printed numbers other than factors, with the person's figures."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from klout_cli.factors.rules import Sourced
from klout_cli.results import AccountJudgement, Fact, Report
from klout_cli.results.displayed import Figure, Subject
from klout_cli.results.explained import Line
from klout_cli.scoring.judge import variance
from klout_cli.scoring.model import Model, Outreach

Lines = Iterator[Line]


def figure(id: str, report: Report, model: Model) -> Figure:
    """Explain one of `FIGURES`."""
    rule = FIGURES[id]
    told = report.judgement.score.quality == "score" or not rule.tells_score
    lines = tuple(rule.lines(report, model)) if told else (_impression(report),)
    return Figure(id, rule.title, rule.question, rule.counted, rule.blind_spots, lines)


def _impression(report: Report) -> Line:
    score = report.judgement.score
    text = "likely {low} to {high}; too little is measured for a number"
    return Line("first impression", text, {"low": score.low, "high": score.high})


def trait_lines(facts: Mapping[str, Fact]) -> tuple[Line, ...]:
    """Return a displayed trait's facts line by line, tables row by row."""
    known = {key.replace("_", " "): value for key, value in facts.items() if value is not None}
    lines = [
        Line(name, "{value}", {"value": value})
        for name, value in known.items()
        if not isinstance(value, tuple)
    ]
    tables = [value for value in known.values() if isinstance(value, tuple)]
    return (*lines, *(_row(row) for table in tables for row in table))


def level_lines(rule: Outreach) -> Lines:
    """Yield the points and levels of outreach."""
    yield Line("for each action", "{points} points", {"points": rule.points})
    yield Line(
        "levels",
        "at {first} points, then {growth} times the one before",
        {"first": rule.first_level, "growth": rule.growth},
    )
    yield _source(rule)


def _source(rule: Sourced) -> Line:
    return Line(
        "source",
        "{source} ({year}, {grade})",
        {"source": rule.source, "year": str(rule.year), "grade": rule.grade},
    )


def _row(row: tuple[Any, ...]) -> Line:
    """Format (name, number), or (axis, side, part, whole, unit)."""
    if len(row) == 2:
        return Line(row[0], "{number}", {"number": row[1]})
    axis, side, part, whole, unit = row
    text = "{side}: {part} of {whole} {what}" if side else "not measured: {what}"
    return Line(axis, text, {"side": side, "part": part, "whole": whole, "what": unit})


def _scored(report: Report) -> list[AccountJudgement]:
    """Return the accounts that make the score, largest share first."""
    return sorted(
        (account for account in report.judgement.accounts if account.state == "scored"),
        key=lambda account: (-account.share, account.id),
    )


def _average(report: Report, model: Model) -> Lines:
    scale = model.scale
    yield Line("average person", "{average}", {"average": scale.average})
    yield _source(scale)


def _points(report: Report, id: str) -> float:
    return math.fsum(entry.points for entry in report.judgement.breakdown if entry.id == id)


def _channels(report: Report, model: Model) -> Lines:
    mean = 0.0
    for account in _scored(report):
        part = account.share * (account.score or 0.0)
        mean += part
        yield Line(
            account.id,
            "{share} × {score} = {part}",
            {"share": account.share, "score": account.score, "part": part},
        )
    channels = _points(report, "channels")
    numbers = {
        "mean": mean,
        "pooled": mean + channels,
        "channels": channels,
        "weight": model.scale.next_account,
    }
    yield Line("sub-scores by share", "{mean}", numbers)
    yield Line(
        "pooled", "{pooled}, each account weighted {weight} of the next stronger one", numbers
    )
    yield Line("channels", "{pooled} − {mean} = {channels}", numbers)


def topic_lines(topics: Iterable[Subject]) -> Lines:
    """Yield reactions to each topic on each channel, relative to the expected ones."""
    for topic in topics:
        for channel in topic.channels if topic.topic else ():
            numbers = {"ratio": channel.ratio, "posts": channel.posts}
            text = (
                "not measured, {posts} posts"
                if channel.ratio is None
                else "{ratio} × the expected reactions, {posts} posts"
            )
            yield Line(f"{topic.topic} on {channel.account}", text, numbers)


def _ceiling(report: Report, model: Model) -> Lines:
    ceiling, value = _points(report, "ceiling"), report.judgement.score.value
    bent = model.scale.ceiling
    numbers = {"lowest": model.scale.lowest, "start": bent.start, "top": bent.start + bent.room}
    yield Line("scale", "from {lowest}; above {start} it bends towards {top}", numbers)
    yield Line(
        "ceiling",
        "{value} − {unbound} = {ceiling}",
        {"value": value, "unbound": value - ceiling, "ceiling": ceiling},
    )


def _interval(report: Report, model: Model) -> Lines:
    for account in _scored(report):
        sums = " + ".join(f"{{{name}}} {name}" for name in account.doubts)
        numbers = {
            **account.doubts,
            "share": account.share,
            "part": account.share**2 * account.variance,
        }
        yield Line(account.id, f"{{share}}^2 × ({sums}) = {{part}}", numbers)
    total = variance(report.judgement.accounts)
    deviation, score = math.sqrt(total), report.judgement.score
    half = model.interval.normal * deviation
    totals = {
        "variance": total,
        "deviation": deviation,
        "normal": model.interval.normal,
        "half": half,
    }
    yield Line("variance", "{variance} = {deviation}^2", totals)
    yield Line("80 % lie within", "{normal} × {deviation} = {half}", totals)
    unbent = score.value - _points(report, "ceiling")
    numbers = {"value": unbent, "half": half, "low": score.low, "high": score.high}
    yield Line("interval", "{value} ± {half}: {low} to {high}, within the scale", numbers)


def _percentile(report: Report, model: Model) -> Lines:
    score, scale = report.judgement.score, model.scale
    if score.percentile is None:
        widest = model.interval.first_impression.percentile
        yield Line(
            "place", "told where the score is known to ± {widest} points", {"widest": widest}
        )
        return
    numbers = {
        "value": score.value,
        "average": scale.average,
        "spread": scale.spread,
        "percentile": score.percentile,
    }
    yield Line("below you", "100 × Φ(({value} − {average}) / {spread}) = {percentile} %", numbers)
    yield Line(
        "you are in the top",
        "100 − {percentile} = {top} %",
        {"percentile": score.percentile, "top": 100 - score.percentile},
    )


def _measured(report: Report, model: Model) -> Lines:
    for account in _scored(report):
        share = account.measured
        yield Line(
            account.id,
            "{share} × {measured} = {part}",
            {"share": account.share, "measured": share, "part": account.share * share},
        )
    yield Line("measured", "{measured}", {"measured": report.judgement.score.measured})


def _on_topic(report: Report, model: Model) -> Lines:
    if report.on_topic is None:
        yield Line("on topic", "not measured: no topics are stated in klout.yaml")
        return
    numbers = {
        "on_topic": report.on_topic.score,
        "value": report.judgement.score.value,
        "difference": report.on_topic.difference,
    }
    yield Line("on-topic posts alone", "{on_topic}", numbers)
    yield Line("difference", "{on_topic} − {value} = {difference}", numbers)


class Rule(Struct, frozen=True):
    """How a number is explained; `tells_score`: with lines that give the score away."""

    title: str
    question: str
    counted: str
    blind_spots: str
    lines: Callable[[Report, Model], Lines]
    tells_score: bool = True


FIGURES: Mapping[str, Rule] = {
    "average": Rule(
        "Average person",
        "Where does everybody start?",
        "At the mean of real Klout scores. Every other line of the breakdown is what sets you "
        "apart from it.",
        "it is the mean of people who had a Klout score, and of their time.",
        _average,
        tells_score=False,
    ),
    "channels": Rule(
        "Channels",
        "What does being on several networks add?",
        "Accounts combine like pooled audiences; what that gives above the sub-scores by their "
        "shares (method §2). Never negative.",
        "how far audiences of several networks are the same people is in no export.",
        _channels,
    ),
    "ceiling": Rule(
        "Ceiling",
        "Where does the scale end?",
        "What lies beyond an end of the scale is taken off again, so that the breakdown still "
        "adds up.",
        "beyond the ends, people cannot be told apart.",
        _ceiling,
    ),
    "interval": Rule(
        "Interval",
        "How sure is the number?",
        "With 80 % certainty the score lies within. The variances of each account add up, in "
        "points², times its share squared (method §6): "
        "sampling is by chance of the weeks with posts, missing what was not measured, reference "
        "how well the network is known, "
        "staleness the age of the posts.",
        "it knows nothing of errors in the exports, nor of what the method itself may have wrong.",
        _interval,
    ),
    "percentile": Rule(
        "Position",
        "How many people score lower?",
        "The share of a normal distribution below your score, with mean and spread of real Klout "
        "scores. A label, never part of the score.",
        "there is no population behind it today: it is that of Klout's own time.",
        _percentile,
        tells_score=False,
    ),
    "measured": Rule(
        "Measured",
        "How much of the method could be measured?",
        "Of each account, the points of the measured factors by all factors' points; times the "
        "account's share.",
        "a factor counts as measured however few posts it is measured by; the interval tells that.",
        _measured,
        tells_score=False,
    ),
    "on_topic": Rule(
        "On topic",
        "What would your score be by your topics alone?",
        "The whole score once more, from the posts alone that match the topics in klout.yaml "
        "(method §4.3). Where it is lower, "
        "other posts carry the score: the cat bonus.",
        "a topic is recognised by its words alone.",
        _on_topic,
    ),
}
