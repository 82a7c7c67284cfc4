"""What an audience of some size usually gives: the expectation that reactions are held against."""

from collections.abc import Iterator

from msgspec import Struct

from klout_cli.factors.operations import UNKNOWN, Floats, Number, Operations
from klout_cli.factors.rules import Given, Positive, Reference, Share, WeightedRule
from klout_cli.results import Line, PostSums
from klout_cli.results.explained import step
from klout_cli.translation import gettext_noop as N_


class ReactionRule(WeightedRule, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Received against expected: z = log10((prior + received) / (prior + expected)) / sd.

    `off_topic`: what a response to a post off the person's topics counts.
    """

    sd: Positive
    prior: Positive
    off_topic: Share


class Parts(Struct, frozen=True):
    """Reactions received, and in how many whole posts' worth of expectation, both weighted."""

    received: Number
    share: Number


def expected_reactions(ops: Operations, reference: Reference, reacting: Number) -> Number:
    """Return μ = c·F^b, the public reactions a post is expected to get from F followers."""
    return reference.c * ops.exp10(reference.b * ops.log10(reacting))


def whole_share(reference: Reference, likes: Number, carried: Number, sums: Number) -> Number:
    """Return the share of a whole expectation that known parts cover, given each part's weight.

    A source with likes alone is held against the likes that are expected, and so on.
    """
    return (1 - reference.phi) * likes + reference.phi * carried + sums


def all_parts(reference: Reference, sums: PostSums, off_topic: float = 1.0) -> Parts:
    """Return likes, comments and shares of all counted posts."""
    lost = 1 - off_topic
    off = (
        (sums.likes - sums.on_likes)
        + (sums.carried - sums.on_carried)
        + (sums.engagements - sums.on_engagements)
    )
    return Parts(
        sums.likes + sums.carried + sums.engagements - lost * off,
        whole_share(reference, sums.weight_likes, sums.weight_carried, sums.weight_engagements),
    )


def surprise(ops: Operations, rule: ReactionRule, received: Number, expected: Number) -> Number:
    """Return the z of something received against what was expected of it."""
    return ops.log10((rule.prior + received) / (rule.prior + expected)) / rule.sd


def expected_of(ops: Operations, per_post: Number, share: Number) -> Number:
    """Return what is expected of the known parts; unknown where they are expected to be nothing."""
    return ops.where(share > 0, per_post * share, UNKNOWN)


def expectation_lines(given: Given) -> Iterator[Line]:
    """Yield what a post is expected to get."""
    if given.reacting != given.followers:
        yield step("followers", N_("{followers} count as {reacting}"), given)
    reference, mu = given.reference, given.per_post / given.volume if given.volume else 0.0
    numbers = {"c": reference.c, "b": reference.b, "followers": given.reacting, "mu": mu}
    yield Line(N_("usual per post"), "{c} × {followers}^{b} = {mu}", numbers)
    if given.volume < 1:
        text = N_(
            "{posts} posts are more than an audience answers; each counts {volume}, so {each}"
        )
        yield step("volume", text, given, each=given.per_post)


def surprise_line(rule: ReactionRule, received: float, expected: float) -> Line:
    """Return the step from received and expected to z."""
    text = "log10(({prior} + {received}) / ({prior} + {expected})) / {sd} = {z}"
    z = surprise(Floats, rule, received, expected)
    return step("z", text, rule, received=received, expected=expected, z=z)
