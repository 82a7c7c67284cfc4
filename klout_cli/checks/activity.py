"""Checks of what an account does: posts, reactions, answers, topics."""

from klout_cli.checks.interface import (
    Case,
    Result,
    could_not_check,
    manual,
    opportunity,
    passed,
    percent,
    verdict,
)
from klout_cli.checks.limits import page
from klout_cli.translation import Message, PluralMessage
from klout_cli.translation import gettext_noop as N_


def check_stale(case: Case) -> Result:
    """Check how old the latest own post is."""
    newest = case.measurement("cadence").facts.get("newest")
    if not isinstance(newest, str):
        return could_not_check(case.measurement("cadence").reason)
    days = case.days_since(newest)
    reason = PluralMessage(
        "the latest post is {n} day old", "the latest post is {n} days old", n=days
    )
    return verdict(days <= page().limits.quiet_days.value, reason)


def check_cadence(case: Case) -> Result:
    """Check active weeks and the longest pause."""
    weeks, of = case.numbers("cadence", "active_weeks", "of_weeks")
    gap = case.number("cadence", "longest_gap")
    limits = page().limits
    steady = weeks >= limits.active_weeks.value and (gap or 0) <= limits.longest_gap.value
    values = {"weeks": round(weeks), "of": round(of)}
    if gap is None:
        return verdict(steady, Message("posts in {weeks} of {of} weeks", **values))
    text = N_("posts in {weeks} of {of} weeks, longest pause {gap} days")
    return verdict(steady, Message(text, **values, gap=round(gap)))


def check_engagement(case: Case) -> Result:
    """Check the ratio of reactions that resonance scores."""
    resonance = case.judged.of("resonance")
    reactions, expected = resonance.inputs.get("reactions"), resonance.inputs.get("expected")
    if (
        resonance.state != "measured"
        or not isinstance(reactions, int | float)
        or not isinstance(expected, int | float)
        or not expected
    ):
        reason = N_("an audience this small has no usual number of reactions")
        return could_not_check(resonance.reason or reason)
    ratio = reactions / expected
    reason = Message("{ratio}× the usual reactions", ratio=round(ratio, 1))
    return verdict(ratio >= page().limits.reactions.value, reason)


def check_answers(case: Case) -> Result:
    """Check the share of comments and mentions without a reply."""
    received, waiting = case.numbers("answering", "received", "unanswered")
    reason = Message(
        "{waiting} of {received} comments and mentions wait for a reply",
        waiting=round(waiting),
        received=round(received),
    )
    return verdict(waiting / received <= page().limits.unanswered.value, reason)


def check_one_post(case: Case) -> Result:
    """Check the largest post's share of all reactions, if there are enough posts."""
    top, total, posts = (
        case.number("concentration", fact) for fact in ("top_post", "reactions", "posts")
    )
    if top is None or posts is None:
        reason = case.measurement("concentration").reason
        return could_not_check(reason or N_("the reactions to single posts aren't known"))
    if not total or posts < page().limits.fewest.value:
        return could_not_check(
            Message(
                "too few, {reactions} reactions to {posts} posts",
                reactions=round(total or 0),
                posts=round(posts),
            )
        )
    share = top / total
    reason = Message(
        "one post has {share} of the reactions to {posts} posts",
        share=percent(share),
        posts=round(posts),
    )
    return verdict(share <= page().limits.top_post.value, reason)


def check_one_fan(case: Case) -> Result:
    """Check the most active person's share of all responses, if there are enough people."""
    top, total, people = (
        case.number("concentration", fact) for fact in ("top_fan", "responses", "people")
    )
    if top is None or not total or people is None:
        return could_not_check(N_("this export doesn't say who responded"))
    if people < page().limits.fewest.value:
        return could_not_check(
            PluralMessage("only {n} person responded", "only {n} people responded", n=round(people))
        )
    share = top / total
    reason = Message(
        "one person gave {share} of {responses} responses",
        share=percent(share),
        responses=round(total),
    )
    return verdict(share <= page().limits.top_fan.value, reason)


def check_topics(case: Case) -> Result:
    """Check the share of posts on the person's topics."""
    if not case.topics:
        return opportunity(N_("you haven't set any topics yet"))
    on_topic, posts = case.numbers("substance", "on_posts", "posts")
    share = on_topic / posts
    reason = Message("{share} of the posts are on your topics", share=percent(share))
    return verdict(share >= page().limits.on_topic.value, reason)


def check_message_only(case: Case) -> Result:
    """Check that something is public; without posts in an export, only the person can judge."""
    published, given = case.numbers("activity", "published", "given")
    if published or given:
        return passed(
            Message(
                "{posts} public posts, {actions} likes and comments for others",
                posts=round(published),
                actions=round(given),
            )
        )
    if private := case.number("activity", "private"):
        return opportunity(
            Message("{actions} private messages and nothing public", actions=round(private))
        )
    return manual(N_("nothing public in this export; is the account for messages only?"))
