"""The texts of hints, by rule: what to do, the evidence in numbers, and why."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from msgspec import Struct

from klout_cli.scoring.hint_words import DAYS, FORMATS, Place
from klout_cli.translation import Message, PluralMessage
from klout_cli.translation import gettext_noop as N_

Facts: TypeAlias = Mapping[str, float | str]


class Text(Struct, frozen=True):
    """What a hint says."""

    action: str
    evidence: str
    why: str


CERTAINTY: Mapping[str, str] = {
    "high": N_("certain"),
    "medium": N_("likely"),
    "low": N_("possible"),
}


def answer(facts: Facts, place: Place) -> Text:
    """Return the text on open comments."""
    number, people = _whole(facts, "answering.open"), _whole(facts, "answering.open_people")
    return Text(
        PluralMessage(
            "Reply to the open comment {place}",
            "Reply to the {n} open comments {place}",
            n=number,
            place=place(str(facts["account.id"])),
        ),
        PluralMessage(
            "{n} person is waiting for a reply",
            "{n} people are waiting for a reply",
            n=people,
        ),
        Message("Conversations count when they go both ways. A short reply is enough."),
    )


def unfollow(facts: Facts, place: Place) -> Text:
    """Return the text on following too many."""
    return Text(
        PluralMessage(
            "Unfollow {n} account {place} that doesn't follow you back",
            "Unfollow {n} accounts {place} that don't follow you back",
            n=_whole(facts, "follow.fewer"),
            place=place(str(facts["account.id"])),
        ),
        Message(
            "You follow {following} and have {followers} followers; {share} % follow each other",
            following=_whole(facts, "audience.following"),
            followers=_whole(facts, "audience.followers"),
            share=_percent(facts, "follow.mutual_share"),
        ),
        Message("This tidies up your profile. It isn't influence."),
    )


def describe(facts: Facts, place: Place) -> Text:
    """Return the text on unknown contacts."""
    return Text(
        PluralMessage(
            "Describe your most active contact {place}",
            "Describe your {n} most active contacts {place}",
            n=_whole(facts, "describe.people"),
            place=place(str(facts["account.id"])),
        ),
        Message(
            "{known} of {all} contacts are known",
            known=_whole(facts, "strangers.known"),
            all=_whole(facts, "strangers.known") + _whole(facts, "strangers.strangers"),
        ),
        Message("Add their followers or expertise to contacts.csv."),
    )


def move(facts: Facts, place: Place) -> Text:
    """Return the text on a topic that does better elsewhere."""
    here, there = place(str(facts["account.id"])), place(str(facts["move.target"]))
    return Text(
        Message(
            "Write about “{topic}” {there} instead of {here}",
            topic=str(facts["move.topic"]),
            here=here,
            there=there,
        ),
        Message(
            "{ratio}× the usual reactions {there} ({posts} posts), {other}× {here} ({others})",
            there=there,
            here=here,
            ratio=_ratio(facts, "move.target_ratio"),
            posts=_whole(facts, "move.target_posts"),
            other=_ratio(facts, "move.ratio"),
            others=_whole(facts, "move.own_posts"),
        ),
        Message("The same topic meets different people on each channel."),
    )


def reuse(facts: Facts, place: Place) -> Text:
    """Return the text on posts worth using again."""
    return Text(
        PluralMessage(
            "Use your best post {here} again {there}",
            "Use one of your {n} best posts {here} again {there}",
            n=_whole(facts, "reuse.posts"),
            here=place(str(facts["account.id"])),
            there=place(str(facts["reuse.target"])),
        ),
        Message(
            "The best got {reactions} reactions, {ratio}× the usual, and appeared there only",
            reactions=_whole(facts, "reuse.reactions"),
            ratio=_ratio(facts, "reuse.ratio"),
        ),
        Message("It takes the place of your weakest post there. More posts alone earn nothing."),
    )


def weekly(facts: Facts, place: Place) -> Text:
    """Return the text on weeks without a post."""
    return Text(
        Message("Post every week {place}", place=place(str(facts["account.id"]))),
        Message(
            "{weeks} of the last {all} weeks have a post; they got {ratio}× the usual reactions",
            weeks=_whole(facts, "cadence.active_weeks"),
            all=_whole(facts, "cadence.of_weeks"),
            ratio=_ratio(facts, "resonance.times"),
        ),
        Message("Doesn't change the score, but regular posts are remembered."),
    )


def format(facts: Facts, place: Place) -> Text:
    """Return the text on a format that works."""
    return _format(facts, place, "format", 0)


def drop_format(facts: Facts, place: Place) -> Text:
    """Return the text on a format that doesn't work."""
    return _format(facts, place, "drop_format", 1)


def _format(facts: Facts, place: Place, rule: str, wording: int) -> Text:
    texts = FORMATS[str(facts[f"{rule}.name"])]
    return Text(
        Message(texts[wording], place=place(str(facts["account.id"]))),
        Message(
            "{format}: {ratio}× the reactions of your others ({posts} of {all} posts)",
            format=Message(texts[2]),
            ratio=_ratio(facts, f"{rule}.ratio"),
            posts=_whole(facts, f"{rule}.posts"),
            all=_whole(facts, f"{rule}.all"),
        ),
        Message("Based on your own posts. The cause may be something else."),
    )


def slot(facts: Facts, place: Place) -> Text:
    """Return the text on a time that works."""
    day = Message(DAYS[_whole(facts, "slot.day")])
    whole_day = facts["slot.first"] == 0 and facts["slot.last"] == 24
    here = place(str(facts["account.id"]))
    return Text(
        Message("Post {day} more often {place}", day=day, place=here)
        if whole_day
        else Message(
            "Post {day} between {first}:00 and {last}:00 {place}",
            day=day,
            first=_whole(facts, "slot.first"),
            last=_whole(facts, "slot.last"),
            place=here,
        ),
        Message(
            "{ratio}× your usual reactions at that time ({posts} of {all} posts, all channels)",
            ratio=_ratio(facts, "slot.ratio"),
            posts=_whole(facts, "slot.posts"),
            all=_whole(facts, "slot.all"),
        ),
        Message("Your local time. What you posted may matter more than when."),
    )


def responders(facts: Facts, place: Place) -> Text:
    """Return the text on the circle of those who respond."""
    number = _whole(facts, "responders.plus")
    return Text(
        PluralMessage(
            "Win {n} new responder {place}: ask a question",
            "Win {n} new responders {place}: ask a question",
            n=number,
            place=place(str(facts["account.id"])),
        ),
        Message(
            "Five people give {share} % of the responses; {new} new people lately, {before} before",
            share=_percent(facts, "responders.top_share"),
            new=_whole(facts, "responders.new"),
            before=_whole(facts, "responders.new_before"),
        ),
        Message("Many different people count more than the same few."),
    )


def links(facts: Facts, place: Place) -> Text:
    """Return the text on sites that stopped linking."""
    number = _whole(facts, "linkers.silent")
    return Text(
        PluralMessage(
            "Write to the site that used to link to you",
            "Write to the {n} sites that used to link to you",
            n=number,
        ),
        Message(
            "{silent} of {regular} regular sites haven't linked for three months",
            silent=number,
            regular=_whole(facts, "linkers.regular"),
        ),
        Message("They know your work. Show them your newest post on their subject."),
    )


def recommend(facts: Facts, place: Place) -> Text:
    """Return the text on recommendations."""
    return Text(
        PluralMessage(
            "Ask {n} endorser for a recommendation {place}",
            "Ask {n} endorsers for a recommendation {place}",
            n=_whole(facts, "recommend.people"),
            place=place(str(facts["account.id"])),
        ),
        PluralMessage(
            "{n} person endorsed several of your skills lately, without a recommendation",
            "{n} people endorsed several of your skills lately, without a recommendation",
            n=_whole(facts, "endorsers.unwritten"),
        ),
        Message("A written recommendation counts as much as several endorsements."),
    )


def views(facts: Facts, place: Place) -> Text:
    """Return the text on views without reactions."""
    return Text(
        Message(
            "End your posts {place} with a question",
            place=place(str(facts["account.id"])),
        ),
        Message(
            "{views} views per post, {rate} % react; your best channel has {best} %",
            views=round(float(facts["views.per_post"])),
            rate=round(100 * float(facts["views.rate"]), 1),
            best=round(100 * float(facts["views.best"]), 1),
        ),
        Message("Many people see these posts. Few are asked for an answer."),
    )


def weak(facts: Facts, place: Place) -> Text:
    """Return the text on a weak channel."""
    cost = round(float(facts["account.cost"]), 1)
    numbers = {
        "posts": _whole(facts, "account.posts"),
        "ratio": _ratio(facts, "resonance.times"),
    }
    return Text(
        Message("Try something else {place}", place=place(str(facts["account.id"]))),
        Message(
            "{posts} posts got {ratio}× the usual reactions; leaving would cost {cost} points",
            cost=cost,
            **numbers,
        )
        if cost
        else Message(
            "{posts} posts got {ratio}× the usual reactions; leaving would cost nothing", **numbers
        ),
        Message("Doesn't change the score by itself. Change the content or the time you spend."),
    )


def lead(facts: Facts, place: Place) -> Text:
    """Return the text on leading followers to the strongest channel."""
    return Text(
        PluralMessage(
            "Invite your follower {here} to follow you {there}",
            "Invite your {n} followers {here} to follow you {there}",
            n=_whole(facts, "lead.followers"),
            here=place(str(facts["account.id"])),
            there=place(str(facts["lead.target"])),
        ),
        Message(
            "Your largest audience isn't {there}, where your posts carry furthest",
            there=place(str(facts["lead.target"])),
        ),
        Message("Link to it in the profile and in a post. The gain assumes that 2 % follow."),
    )


TEXTS: Mapping[str, Callable[[Facts, Place], Text]] = {
    text.__name__: text
    for text in (
        answer, unfollow, describe, move, reuse, weekly, format, drop_format, slot, responders,
        links, recommend, views, weak, lead,
    )
}  # fmt: skip
"""The text of each rule of a model, by the rule's id."""


def _whole(facts: Facts, name: str) -> int:
    return round(float(facts[name]))


def _ratio(facts: Facts, name: str) -> float:
    return round(float(facts[name]), 1)


def _percent(facts: Facts, name: str) -> int:
    return round(100 * float(facts[name]))
