"""The rules of hints, as a model states them."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from klout_cli.factors.rules import Percent, Positive, Share, Sourced

Effort: TypeAlias = Literal["low", "medium", "high"]
Changeable: TypeAlias = Literal[
    "followers", "following", "likes", "carried", "reactions", "responders", "endorsements",
    "recommendations", "standing", "contacts", "give_and_take", "answers", "on_topic",
    "resonance", "amplification", "breadth", "substance",
]  # fmt: skip
"""What a hint or `whatif` may change.

Numbers of posts are not among them: nobody is told to post more.
"""


class Condition(Struct, frozen=True, forbid_unknown_fields=True):
    """A fact (`factor.fact`) against a number or another fact.

    Each bound that is given must hold.
    """

    fact: str
    above: float | str | None = None
    at_least: float | str | None = None
    below: float | str | None = None


class Remedy(Struct, frozen=True, forbid_unknown_fields=True):
    """One change a hint tries: a fact set `to`, `plus` or `times` a number or another fact.

    `account` is the fact that names another account to change.
    """

    fact: Changeable
    to: float | str | None = None
    plus: float | str | None = None
    times: float | str | None = None
    account: str = ""


class Progress(Struct, frozen=True, forbid_unknown_fields=True):
    """The fact that shows later whether a hint was followed: it rises, or `falls`."""

    fact: str
    falls: bool = False


class HintRule(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where all conditions hold, and one of `any`, one concrete action.

    Its gains are always full rescores of its changes; a rule without a change doesn't move the
    score. It takes `minutes`, for each of the number `per`, and shows in the score after `days`.
    `posts` is the fact that says how many posts it is seen in; `networks`: for these alone.
    """

    factor: str
    when: list[Condition]
    change: list[Remedy]
    any: tuple[Condition, ...] = ()
    progress: Progress | None = None
    minutes: Positive
    per: str = ""
    days: Annotated[int, Meta(ge=0)]
    effort: Effort
    confidence: Literal["low", "medium", "high"]
    gamed: str
    networks: tuple[str, ...] = ()
    posts: str = ""


class Efforts(Struct, frozen=True, forbid_unknown_fields=True):
    """What an effort weighs: hints are sorted by gain for each."""

    low: Positive
    medium: Positive
    high: Positive


Days: TypeAlias = Annotated[int, Meta(ge=1)]


class Evidence(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is observed for hints.

    `open_days`: while an unanswered comment is worth a reply. `long_text`: characters from which a
    post is long. `thread_hours`: within them a reply to oneself continues a thread. `slot_hours`:
    length of the times of day that are compared. `best_share`: of an account's posts its best.
    `twin_days`, `twin_alike`, `twin_texts`: within how many days, from which similarity and among
    how many newest posts two texts are one post used twice. `silent_days`: without a link, after
    which a site is silent. `regular_links`: from which it is a regular linker. `endorsed_days`:
    how long an endorser remembers the work together; `endorsements`: from which somebody knows it.
    `active_contacts`: how many of the most active ones are worth describing.
    """

    open_days: Days
    long_text: Annotated[int, Meta(ge=1)]
    thread_hours: Annotated[int, Meta(ge=1)]
    slot_hours: Literal[1, 2, 3, 4, 6, 8, 12]
    best_share: Share
    twin_days: Days
    twin_alike: Percent
    twin_texts: Annotated[int, Meta(ge=2, le=2000)]
    silent_days: Days
    regular_links: Annotated[int, Meta(ge=1)]
    endorsed_days: Days
    endorsements: Annotated[int, Meta(ge=1)]
    active_contacts: Annotated[int, Meta(ge=1, le=20)]


class Bounds(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How far the change of a hint may go.

    `unfollow`, `format`, `slot` and `followers` are shares, `views` a multiple, the rest counts.
    """

    unfollow: Share
    format: Share
    slot: Share
    responders: Annotated[int, Meta(ge=1)]
    links: Annotated[int, Meta(ge=1)]
    recommendations: Annotated[int, Meta(ge=1)]
    views: Annotated[float, Meta(ge=1)]
    followers: Share
    weeks: Annotated[int, Meta(ge=2)]


class Hints(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Hints; the source is that of the ranges of what is not measured.

    `visible`: points from which a gain is shown; `certainty`: that no format, time or topic of all
    that are compared looks good by chance; `fewest_posts`: of each before it is compared.
    """

    visible: Positive
    efforts: Efforts
    certainty: Annotated[float, Meta(gt=0, lt=1)]
    fewest_posts: Annotated[int, Meta(ge=2)]
    evidence: Evidence
    bounds: Bounds
    rules: dict[str, HintRule]
