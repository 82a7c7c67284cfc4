"""Twins: the same text on several own accounts. Displayed for hints, never scored."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from klout_cli.factors.interface import Trait
from klout_cli.person.account import DAY, day_of, known_reactions
from klout_cli.person.rows import Post
from klout_cli.person.topics import folded
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_

COMPARED = 280  # characters: what a short post says
SHORTEST = 20  # of a text that is compared; shorter ones are alike by chance


class Twins(Trait):
    """Which of your best posts appeared on one channel only?

    The newest posts of all accounts whose texts are alike within a few weeks are one post, used
    twice. Listed are the best posts of each account without such a twin, with their reactions
    against that account's median post. Only ids and dates are kept, no text.

    Blind spots: a picture posted twice, and a translation, are not recognised.
    """

    id = "twins"
    title = N_("Posts used twice")

    def measure(self, views: Sequence[AccountView]) -> Measurement:
        """Measure all accounts together.

        `best` are rows of (account, post, date, reactions, times the account's median); `medians`
        are (account, posts, median reactions, weighted reactions, those of the weakest post, its
        weight).
        """
        rule = views[0].rules.hints.evidence
        posts = sorted(
            ((post, view.account.id) for view in views for post in view.originals if post.text),
            key=lambda pair: (-pair[0].at, pair[1], pair[0].key),
        )[: rule.twin_texts]
        if len({account for _, account in posts}) < 2:
            return self.missing(N_("too few texts on two accounts"))
        twins = _twins(posts, rule.twin_days, rule.twin_alike)
        compared = {(account, post.key) for post, account in posts}
        best = [
            (view.account.id, post.key, day_of(post.at).isoformat(), total, total / middle)
            for view in views
            for post, total, middle in _best(view, rule.best_share)
            if (view.account.id, post.key) in compared - twins
        ]
        return self.measured(
            texts=len(posts),
            used_twice=len(twins),
            best=tuple(best),
            medians=tuple(row for view in views for row in _medians(view)),
        )


def _best(view: AccountView, share: float) -> Iterator[tuple[Post, int, float]]:
    """Yield an account's best posts, their reactions, and those of its median post."""
    known = known_reactions(view.counted)
    middle = median([total for _, total in known]) if known else 0.0
    ranked = sorted(known, key=lambda pair: (-pair[1], pair[0].post.at))
    for counted, total in ranked[: int(len(known) * share)]:
        if middle and total > middle and len(counted.post.text) >= SHORTEST:
            yield counted.post, total, middle


def _medians(view: AccountView) -> Iterator[tuple[str, int, float, float, int, float]]:
    known = known_reactions(view.counted)
    if known:
        weakest, least = min(known, key=lambda pair: (pair[1], pair[0].post.at))
        weighted = sum(counted.weight * total for counted, total in known)
        middle = median([total for _, total in known])
        yield view.account.id, len(known), middle, weighted, least, weakest.weight


def _twins(posts: Sequence[tuple[Post, str]], days: int, alike: float) -> set[tuple[str, str]]:
    """Return (account, post) of those whose text is on another account within some days."""
    from rapidfuzz.fuzz import ratio

    texts = [folded(" ".join(post.text.split()))[:COMPARED] for post, _ in posts]
    newer: dict[str, list[int]] = defaultdict(list)  # by account, the places seen so far
    twins: set[tuple[str, str]] = set()
    for place, (post, account) in enumerate(posts):  # newest first
        for other, places in newer.items():
            if other == account:
                continue
            for candidate in reversed(places):  # the nearest in time first
                twin = posts[candidate][0]
                if twin.at - post.at > days * DAY:
                    break
                if min(len(texts[place]), len(texts[candidate])) >= SHORTEST and ratio(
                    texts[place], texts[candidate], score_cutoff=alike
                ):
                    twins |= {(account, post.key), (other, twin.key)}
        newer[account].append(place)
    return twins
