"""The texts of hints, by rule: what to do, the evidence in numbers, and why.

A text names the facts that fill it; what it says of an account's place needs no fact.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.scoring.hint_words import DAYS, FORMATS, Place
from klout_cli.translation import Message, PluralMessage
from klout_cli.translation import gettext_noop as N_

Facts: TypeAlias = Mapping[str, float | str]
Words: TypeAlias = Callable[[Facts, Place], Message]
Made: TypeAlias = Callable[[Facts, Place], Any]
Value: TypeAlias = str | Made
"""What fills a placeholder: a fact, rounded, or what is made of the facts."""

CERTAINTY: Mapping[str, str] = {
    "high": N_("certain"),
    "medium": N_("likely"),
    "low": N_("possible"),
}


class Text(Struct, frozen=True):
    """What a hint says."""

    action: Words
    evidence: Words
    why: str


def phrase(text: str, **values: Value) -> Words:
    """Return a text that is filled with an account's facts."""
    return lambda facts, place: Message(text, **_fill(text, values, facts, place))


def plural_phrase(one: str, many: str, **values: Value) -> Words:
    """Return a text in the form for its value `n`."""
    return lambda facts, place: PluralMessage(one, many, **_fill(many, values, facts, place))


def _fill(text: str, values: Mapping[str, Value], facts: Facts, place: Place) -> dict[str, Any]:
    here = {name: at("account.id") for name in ("place", "here") if f"{{{name}}}" in text}
    return {
        name: round(float(facts[value])) if isinstance(value, str) else value(facts, place)
        for name, value in {**here, **values}.items()
    }


def at(name: str) -> Made:
    """Return where the account is whose id a fact is."""
    return lambda facts, place: place(str(facts[name]))


def ratio(name: str) -> Made:
    """Return a fact with one decimal."""
    return lambda facts, _: round(float(facts[name]), 1)


def percent(name: str, digits: int | None = None) -> Made:
    """Return a share in percent."""
    return lambda facts, _: round(100 * float(facts[name]), digits)


def _format_text(rule: str, wording: int) -> Text:
    """Return the text on a format that works (0), or doesn't (1)."""

    def named(facts: Facts) -> tuple[str, str, str]:
        return FORMATS[str(facts[f"{rule}.name"])]

    return Text(
        lambda facts, place: phrase(named(facts)[wording])(facts, place),
        phrase(
            "{format}: {ratio}× the reactions of your others ({posts} of {all} posts)",
            format=lambda facts, _: Message(named(facts)[2]),
            ratio=ratio(f"{rule}.ratio"),
            posts=f"{rule}.posts",
            all=f"{rule}.all",
        ),
        N_("Based on your own posts. The cause may be something else."),
    )


def _time_action(facts: Facts, place: Place) -> Message:
    day = Message(DAYS[round(float(facts["slot.day"]))])
    words = phrase(
        "Post {day} between {first}:00 and {last}:00 {place}",
        day=lambda *_: day,
        first="slot.first",
        last="slot.last",
    )
    if facts["slot.first"] == 0 and facts["slot.last"] == 24:
        words = phrase("Post {day} more often {place}", day=lambda *_: day)
    return words(facts, place)


def _weak_evidence(facts: Facts, place: Place) -> Message:
    values: dict[str, Value] = {"posts": "account.posts", "ratio": ratio("resonance.times")}
    words = phrase(
        "{posts} posts got {ratio}× the usual reactions; leaving would cost nothing", **values
    )
    if round(float(facts["account.cost"]), 1):
        words = phrase(
            "{posts} posts got {ratio}× the usual reactions; leaving would cost {cost} points",
            cost=ratio("account.cost"),
            **values,
        )
    return words(facts, place)


TEXTS: Mapping[str, Text] = {
    "answer": Text(
        plural_phrase(
            "Reply to the open comment {place}",
            "Reply to the {n} open comments {place}",
            n="answering.open",
        ),
        plural_phrase(
            "{n} person is waiting for a reply",
            "{n} people are waiting for a reply",
            n="answering.open_people",
        ),
        N_("Conversations count when they go both ways. A short reply is enough."),
    ),
    "unfollow": Text(
        plural_phrase(
            "Unfollow {n} account {place} that doesn't follow you back",
            "Unfollow {n} accounts {place} that don't follow you back",
            n="follow.fewer",
        ),
        phrase(
            "You follow {following} and have {followers} followers; {share} % follow each other",
            following="audience.following",
            followers="audience.followers",
            share=percent("follow.mutual_share"),
        ),
        N_("This tidies up your profile. It isn't influence."),
    ),
    "describe": Text(
        plural_phrase(
            "Describe your most active contact {place}",
            "Describe your {n} most active contacts {place}",
            n="describe.people",
        ),
        phrase(
            "{known} of {all} contacts are known",
            known="strangers.known",
            all=lambda facts, _: round(
                float(facts["strangers.known"]) + float(facts["strangers.strangers"])
            ),
        ),
        N_("Add their followers or expertise to contacts.csv."),
    ),
    "move": Text(
        phrase(
            "Write about “{topic}” {there} instead of {here}",
            topic=lambda facts, _: facts["move.topic"],
            there=at("move.target"),
        ),
        phrase(
            "{ratio}× the usual reactions {there} ({posts} posts), {other}× {here} ({others})",
            there=at("move.target"),
            ratio=ratio("move.target_ratio"),
            posts="move.target_posts",
            other=ratio("move.ratio"),
            others="move.own_posts",
        ),
        N_("The same topic meets different people on each channel."),
    ),
    "reuse": Text(
        plural_phrase(
            "Use your best post {here} again {there}",
            "Use one of your {n} best posts {here} again {there}",
            n="reuse.posts",
            there=at("reuse.target"),
        ),
        phrase(
            "The best got {reactions} reactions, {ratio}× the usual, and appeared there only",
            reactions="reuse.reactions",
            ratio=ratio("reuse.ratio"),
        ),
        N_("It takes the place of your weakest post there. More posts alone earn nothing."),
    ),
    "weekly": Text(
        phrase("Post every week {place}"),
        phrase(
            "{weeks} of the last {all} weeks have a post; they got {ratio}× the usual reactions",
            weeks="cadence.active_weeks",
            all="cadence.of_weeks",
            ratio=ratio("resonance.times"),
        ),
        N_("Doesn't change the score, but regular posts are remembered."),
    ),
    "format": _format_text("format", 0),
    "drop_format": _format_text("drop_format", 1),
    "slot": Text(
        _time_action,
        phrase(
            "{ratio}× your usual reactions at that time ({posts} of {all} posts, all channels)",
            ratio=ratio("slot.ratio"),
            posts="slot.posts",
            all="slot.all",
        ),
        N_("Your local time. What you posted may matter more than when."),
    ),
    "responders": Text(
        plural_phrase(
            "Win {n} new responder {place}: ask a question",
            "Win {n} new responders {place}: ask a question",
            n="responders.plus",
        ),
        phrase(
            "Five people give {share} % of the responses; {new} new people lately, {before} before",
            share=percent("responders.top_share"),
            new="responders.new",
            before="responders.new_before",
        ),
        N_("Many different people count more than the same few."),
    ),
    "links": Text(
        plural_phrase(
            "Write to the site that used to link to you",
            "Write to the {n} sites that used to link to you",
            n="linkers.silent",
        ),
        phrase(
            "{silent} of {regular} regular sites haven't linked for three months",
            silent="linkers.silent",
            regular="linkers.regular",
        ),
        N_("They know your work. Show them your newest post on their subject."),
    ),
    "recommend": Text(
        plural_phrase(
            "Ask {n} endorser for a recommendation {place}",
            "Ask {n} endorsers for a recommendation {place}",
            n="recommend.people",
        ),
        plural_phrase(
            "{n} person who knows your work endorsed you lately, without a recommendation",
            "{n} people who know your work endorsed you lately, without a recommendation",
            n="endorsers.unwritten",
        ),
        N_("A written recommendation counts as much as several endorsements."),
    ),
    "views": Text(
        phrase("End your posts {place} with a question"),
        phrase(
            "{views} views per post, {rate} % react; your best channel has {best} %",
            views="views.per_post",
            rate=percent("views.rate", 1),
            best=percent("views.best", 1),
        ),
        N_("Many people see these posts. Few are asked for an answer."),
    ),
    "weak": Text(
        phrase("Try something else {place}"),
        _weak_evidence,
        N_("Doesn't change the score by itself. Change the content or the time you spend."),
    ),
    "lead": Text(
        plural_phrase(
            "Invite your follower {here} to follow you {there}",
            "Invite your {n} followers {here} to follow you {there}",
            n="lead.followers",
            there=at("lead.target"),
        ),
        phrase(
            "Your largest audience isn't {there}, where your posts carry furthest",
            there=at("lead.target"),
        ),
        N_("Link to it in the profile and in a post. The gain assumes that 2 % follow."),
    ),
}
"""The text of each rule of a model, by the rule's id."""
