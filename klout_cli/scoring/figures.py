"""Explanations of printed numbers other than factors, with the person's figures."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from klout_cli.factors.rules import Sourced
from klout_cli.results import Fact, Report
from klout_cli.results.displayed import Figure, Subject
from klout_cli.results.explained import Line, step
from klout_cli.results.names import label_of
from klout_cli.scoring.judge import variance
from klout_cli.scoring.model import Model
from klout_cli.scoring.model_parts import Outreach
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

Lines = Iterator[Line]


def figure(id: str, report: Report, model: Model) -> Figure:
    """Explain one of `FIGURES`."""
    rule = FIGURES[id]
    told = report.judgement.score.quality == "score" or not rule.tells_score
    lines = tuple(rule.lines(report, model)) if told else (_impression(report),)
    return Figure(id, rule.title, rule.question, rule.counted, rule.blind_spots, lines)


def _impression(report: Report) -> Line:
    score = report.judgement.score
    text = N_("likely {low} to {high}, too little is measured for a number")
    return step(N_("first impression"), text, score)


def trait_lines(facts: Mapping[str, Fact]) -> tuple[Line, ...]:
    """Return a displayed trait's facts line by line, tables row by row."""
    lines = [
        step(key.replace("_", " "), "{value}", value=value)
        for key, value in facts.items()
        if value is not None and not isinstance(value, tuple)
    ]
    tables = [value for value in facts.values() if isinstance(value, tuple)]
    return (*lines, *(_row(row) for table in tables for row in table))


def level_lines(rule: Outreach) -> Lines:
    """Yield the points and levels of outreach."""
    yield step(N_("for each action"), N_("{points} points"), rule)
    text = N_("at {first} points, then {growth} times the one before")
    yield step(N_("levels"), text, rule, first=rule.first_level)
    yield _source(rule)


def _source(rule: Sourced) -> Line:
    return step(N_("source"), "{source} ({year}, {grade})", rule, year=str(rule.year))


def _row(row: tuple[Any, ...]) -> Line:
    """Format (name, number), or (axis, side, part, whole, unit)."""
    if len(row) == 2:
        return step(row[0], "{number}", number=row[1])
    axis, side, part, whole, unit = row
    text = N_("{side}, {part} of {whole} {what}") if side else N_("not measured, {what}")
    return Line(axis, text, {"side": side, "part": part, "whole": whole, "what": unit})


def _average(report: Report, model: Model) -> Lines:
    yield step(N_("average person"), "{average}", model.scale)
    yield _source(model.scale)


def _channels(report: Report, model: Model) -> Lines:
    mean = 0.0
    for account in report.judgement.ranked:
        part = account.share * (account.score or 0.0)
        mean += part
        yield step(label_of(account.id), "{share} × {score} = {part}", account, part=part)
    channels = report.judgement.points_of("channels")
    numbers = {
        "mean": mean,
        "pooled": mean + channels,
        "channels": channels,
        "weight": model.scale.next_account,
    }
    yield Line(N_("scores by weight"), "{mean}", numbers)
    yield Line(
        N_("pooled"),
        N_("{pooled}, each account weighted {weight} of the next stronger one"),
        numbers,
    )
    yield Line(N_("channels"), "{pooled} − {mean} = {channels}", numbers)


def topic_lines(topics: Iterable[Subject]) -> Lines:
    """Yield reactions to each topic on each channel, relative to the expected ones."""
    for topic in topics:
        for channel in topic.channels if topic.topic else ():
            numbers = {"ratio": channel.ratio, "posts": channel.posts}
            if channel.ratio is None:
                texts = N_("not measured, {posts} post"), N_("not measured, {posts} posts")
            else:
                numbers["times"] = round(channel.ratio, 1)
                texts = (
                    N_("{times} × the usual reactions, {posts} post"),
                    N_("{times} × the usual reactions, {posts} posts"),
                )
            text = texts[channel.posts != 1]
            name = Message(
                "{topic} on {channel}", topic=topic.topic, channel=label_of(channel.account)
            )
            yield Line(name, text, numbers)


def _ceiling(report: Report, model: Model) -> Lines:
    judgement = report.judgement
    ceiling, value = judgement.points_of("ceiling"), judgement.score.value
    bent = model.scale.ceiling
    text = N_("from {lowest}; above {start} it bends towards {top}")
    yield step(N_("scale"), text, model.scale, bent, top=bent.start + bent.room)
    text, unbound = "{value} − {unbound} = {ceiling}", value - ceiling
    yield step(N_("ceiling"), text, value=value, unbound=unbound, ceiling=ceiling)


def _interval(report: Report, model: Model) -> Lines:
    for account in report.judgement.ranked:
        sums = " + ".join(f"{{{name}}}" for name in account.doubts)
        numbers = {
            **account.doubts,
            "share": account.share,
            "part": account.share**2 * account.variance,
        }
        yield Line(label_of(account.id), f"{{share}}^2 × ({sums}) = {{part}}", numbers)
    total = variance(report.judgement.accounts)
    deviation, score = math.sqrt(total), report.judgement.score
    normal = model.interval.normal
    half = normal * deviation
    totals = {"variance": total, "deviation": deviation, "normal": normal, "half": half}
    yield Line(N_("variance"), "{variance} = {deviation}^2", totals)
    yield Line(N_("80 % lie within"), "{normal} × {deviation} = {half}", totals)
    unbent = score.value - report.judgement.points_of("ceiling")
    text = N_("{value} ± {half}, so {low} to {high} within the scale")
    yield step(N_("interval"), text, score, value=unbent, half=half)


def _percentile(report: Report, model: Model) -> Lines:
    score = report.judgement.score
    if score.percentile is None:
        widest = model.interval.first_impression.percentile
        text = N_("shown only where the score is known to ±{widest} points")
        yield step(N_("position"), text, widest=widest)
        return
    text = "100 × Φ(({value} − {average}) / {spread}) = {percentile} %"
    yield step(N_("below you"), text, score, model.scale)
    top = 100 - score.percentile
    yield step(N_("you are in the top"), "100 − {percentile} = {top} %", score, top=top)


def _measured(report: Report, model: Model) -> Lines:
    for account in report.judgement.ranked:
        part = account.share * account.measured
        yield step(label_of(account.id), "{share} × {measured} = {part}", account, part=part)
    yield step(N_("measured"), "{measured}", report.judgement.score)


def _on_topic(report: Report, model: Model) -> Lines:
    if report.on_topic is None:
        yield Line(N_("on topic"), N_("not measured, you haven't set any topics yet"))
        return
    numbers = {
        "on_topic": report.on_topic.score,
        "value": report.judgement.score.value,
        "difference": report.on_topic.difference,
    }
    yield Line(N_("on-topic posts alone"), "{on_topic}", numbers)
    yield Line(N_("difference"), "{on_topic} − {value} = {difference}", numbers)


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
        N_("Average person"),
        N_("Where does everybody start?"),
        N_("At the mean of real Klout scores. Every other line says what sets you apart from it."),
        N_("it is the mean of people who had a Klout score, and of their time."),
        _average,
        tells_score=False,
    ),
    "channels": Rule(
        N_("Channels"),
        N_("What do several networks add?"),
        N_("Accounts combine like pooled audiences. This is what that adds to their scores."),
        N_("no export shows how many people follow you on several networks."),
        _channels,
    ),
    "ceiling": Rule(
        N_("Ceiling"),
        N_("Where does the scale end?"),
        N_("What is beyond an end of the scale is taken off, so that all lines still add up."),
        N_("beyond the ends, people can't be distinguished."),
        _ceiling,
    ),
    "interval": Rule(
        N_("Interval"),
        N_("How certain is the number?"),
        N_(
            "With 80 % certainty the score is inside. The variances of all accounts add up, in "
            "points², times their weight squared. Each has four parts, for chance, gaps, the "
            "network and the age of posts."
        ),
        N_("errors in the exports, and errors of the method itself."),
        _interval,
    ),
    "percentile": Rule(
        N_("Position"),
        N_("How many people score lower?"),
        N_(
            "The share of a normal distribution below your score, with mean and spread of real "
            "Klout scores. A label, never part of the score."
        ),
        N_("the population is that of Klout's own time; there is none today."),
        _percentile,
        tells_score=False,
    ),
    "measured": Rule(
        N_("Measured"),
        N_("How much of the method could be measured?"),
        N_("The points of the measured factors by all factors' points, times the weight."),
        N_("a factor counts as measured however few posts there are; see the interval."),
        _measured,
        tells_score=False,
    ),
    "on_topic": Rule(
        N_("On topic"),
        N_("What would your score be by your topics alone?"),
        N_(
            "The whole score again from only those posts that match the topics in klout.yaml. If "
            "it is lower, other posts lift your score, the cat bonus."
        ),
        N_("klout recognises a topic by its words alone."),
        _on_topic,
    ),
}
