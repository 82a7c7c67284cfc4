"""Persons drawn at random with everything that can be measured set, straight into the formulas.

Each is given more of something, and scored again: no principle may be broken.
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.endorsement import Endorsement
from klout_cli.factors.network import Group, Network
from klout_cli.factors.operations import Floats
from klout_cli.factors.reciprocity import Pair, Reciprocity
from klout_cli.factors.substance import Substance
from klout_cli.results import PostSums
from klout_cli.scoring.account import AccountScore, score_account
from klout_cli.scoring.combine import bend, combine
from klout_cli.scoring.model import Model, load

MODELS = (load("klout"), load("professional"))
NETWORKS = tuple(MODELS[0].networks)
EXACT = 1e-9


class Drawn(Struct, frozen=True):
    """One account, every factor measured; `likes` and the like are of posts on topic and off."""

    network: str
    posts: int
    on_posts: int
    followers: float | None
    following: float | None
    likes: tuple[float, float] | None
    carried: tuple[float, float] | None
    responders: float
    vouchers: float
    recommendations: float
    groups: tuple[Group, ...]
    pairs: tuple[Pair, ...]
    lists: tuple[float, float] | None

    @property
    def sums(self) -> PostSums:
        """The sums of its posts, of equal weight."""
        known, on_known = float(self.posts), float(self.on_posts)
        values: dict[str, float] = {}
        for name, parts in (("likes", self.likes), ("carried", self.carried)):
            if parts is not None:
                values |= {f"weight_{name}": known, name: sum(parts)}
                values |= {f"on_weight_{name}": on_known, f"on_{name}": parts[0]}
        return PostSums(
            posts=known,
            answered=known,
            weight=known,
            weight_answered=known,
            squares=known,
            on_posts=on_known,
            on_answered=on_known,
            on_weight=on_known,
            **values,
        )

    @property
    def facts(self) -> dict[str, Any]:
        """The facts of every factor."""
        sums = self.sums
        mutual, listed = self.lists or (None, None)
        return {
            "audience": None
            if self.followers is None
            else Audience.Facts(self.followers, following=self.following),
            "resonance": sums,
            "amplification": Amplification().of_sums(sums, 0.0) if self.carried else None,
            "breadth": Breadth.Facts(self.responders, self.posts),
            "endorsement": Endorsement.Facts(self.vouchers, self.recommendations),
            "network": Network.Facts(self.groups, len(self.groups), 99) if self.groups else None,
            "reciprocity": Reciprocity.Facts(self.pairs, mutual, listed),
            "substance": Substance().of_sums(sums, 0.0) if self.on_posts else None,
        }

    def score(self, model: Model) -> AccountScore:
        """Score it."""
        reference = model.reference(self.network)
        return score_account(Floats, model, reference, self.facts, float(self.posts))


def draw(random: Random) -> Drawn:
    """Draw an account."""
    posts = random.choice((1, 2, 5, 9, 10, 20, random.randint(1, 600)))
    on_posts = random.randint(0, posts)
    return Drawn(
        network=random.choice(NETWORKS),
        posts=posts,
        on_posts=on_posts,
        followers=None if random.random() < 0.1 else _count(random, 7),
        following=None if random.random() < 0.2 else _count(random, 5),
        likes=None if random.random() < 0.1 else _parts(random, posts, on_posts),
        carried=None if random.random() < 0.1 else _parts(random, posts, on_posts),
        responders=_count(random, 3),
        vouchers=random.choice((0, _count(random, 3))),
        recommendations=random.choice((0, random.randint(0, 9))),
        groups=tuple(_group(random) for _ in range(random.choice((0, 1, 4, 5, 19, 20, 25)))),
        pairs=tuple(_pair(random) for _ in range(random.choice((0, 1, 5, 9)))),
        lists=None if random.random() < 0.5 else _lists(random),
    )


def _count(random: Random, digits: float) -> float:
    return float(random.choice((0, 1, 10, int(10 ** random.uniform(0, digits)))))


def _parts(random: Random, posts: int, on_posts: int) -> tuple[float, float]:
    on, off = (_count(random, 4) for _ in range(2))
    return (on if on_posts else 0.0, off if posts > on_posts else 0.0)


def _group(random: Random) -> Group:
    kind = random.choice(("followers", "reputation", "owner", "junior", ""))
    value = random.uniform(0, 100) if kind == "reputation" else random.uniform(0, 6)
    expert = not kind or random.random() < 0.3
    return Group(kind, value, expert, float(random.randint(1, 9)), random.randint(1, 3))


def _pair(random: Random) -> Pair:
    return Pair(float(random.randint(0, 9)), float(random.randint(0, 9)), random.randint(1, 3))


def _lists(random: Random) -> tuple[float, float]:
    following = random.randint(1, 900)
    return (float(random.randint(0, following)), float(following))


def more(account: Drawn, random: Random) -> Iterator[tuple[str, Drawn]]:
    """Yield the account with more of each thing, all else equal."""
    by = float(random.choice((1, 1, 2, 10, 1_000)))
    if account.followers is not None:
        yield "followers", replace(account, followers=account.followers + by)
    for name in ("likes", "carried"):
        parts = getattr(account, name)
        if parts is None:
            continue
        on, off = parts
        if account.on_posts:
            yield f"{name} on topic", replace(account, **{name: (on + by, off)})
        if account.posts > account.on_posts:
            yield f"{name} off topic", replace(account, **{name: (on, off + by)})
    yield "responders", replace(account, responders=account.responders + by)
    yield "vouchers", replace(account, vouchers=account.vouchers + by)
    yield "recommendations", replace(account, recommendations=account.recommendations + 1)
    yield "a contact", replace(account, groups=(*account.groups, _group(random)))
    yield "a comment that waits", replace(account, pairs=(*account.pairs, Pair(by, 0.0, 1)))
    if account.groups:
        first, *rest = account.groups
        busier = Group(first.kind, first.value, first.expert, first.interactions + 1, first.people)
        yield "an interaction", replace(account, groups=(busier, *rest))
        expert = Group(first.kind, first.value, True, first.interactions, first.people)
        yield "an expertise", replace(account, groups=(expert, *rest))
    if account.pairs:
        first_pair, *others = account.pairs
        answered = Pair(first_pair.received, first_pair.given + by, first_pair.people)
        yield "answers", replace(account, pairs=(answered, *others))
        waiting = Pair(first_pair.received + by, first_pair.given, first_pair.people)
        yield "more comments that wait", replace(account, pairs=(waiting, *others))


def breaches(draws: int, seed: int, models: Sequence[Model] = MODELS) -> Iterator[str]:
    """Yield every broken principle among so many persons, in words."""
    random = Random(seed)
    for number in range(draws):
        model = models[number % len(models)]
        person = [draw(random) for _ in range(random.choice((1, 1, 2, 4)))]
        scores = [account.score(model) for account in person]
        for account, score in zip(person, scores, strict=True):
            yield from _silence_that_costs_or_pays(account, score, model)
        every = [float(score.score) for score in scores]
        known = [value for value in every if value == value]
        if not known:
            continue
        before = bend(combine(known, model), model)
        chosen = random.randrange(len(person))
        name, grown = random.choice(list(more(person[chosen], random)))
        others = [v for n, v in enumerate(every) if n != chosen and v == v]
        own = float(grown.score(model).score)
        after = bend(combine([*others, own] if own == own else known, model), model)
        if after < before - EXACT:
            yield f"{name} takes {before - after:.3f} on {grown.network}: {grown}"
        another = float(draw(random).score(model).score)
        if another == another and bend(combine([*known, another], model), model) < before - EXACT:
            yield f"another account takes points: {another}"


def _silence_that_costs_or_pays(account: Drawn, score: AccountScore, model: Model) -> Iterator[str]:
    """Yield where an account nobody vouches for gains by it, or loses more than half an SD."""
    for id, silent in (
        ("endorsement", not account.vouchers and not account.recommendations),
        ("reciprocity", not account.lists and not any(pair.mutual for pair in account.pairs)),
    ):
        half = model.points[id] / 2
        if silent and not -half - EXACT <= score.points[id] <= EXACT:
            yield f"silence counts {score.points[id]:.3f} in {id}"
