"""The screen of `klout topics`: what each topic brings, and proposals."""

from collections.abc import Iterator, Sequence

from klout_cli.reports.names import channel_name
from klout_cli.reports.numbers import count, number, times
from klout_cli.reports.safe import safe
from klout_cli.reports.screens.blocks import Block, Column, Facts, Table, person_and_date, say
from klout_cli.results import Snapshot
from klout_cli.results.displayed import Channel, Subject
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import ngettext

PROPOSALS = 5


def topics_blocks(
    snapshot: Snapshot,
    stated: Sequence[Subject],
    proposed: Sequence[Subject],
    *,
    files: str,
    verbose: bool,
) -> Iterator[Block]:
    """Yield the responses to each set topic, its channels if verbose, and proposals.

    `files`: the exports they are from, as in a command.
    """
    yield person_and_date(snapshot.person, snapshot.as_of, N_("YOUR TOPICS"))
    named = [topic for topic in stated if topic.topic]
    if named:
        yield Table(_("Your topics"), tuple(_columns()), tuple(map(_row, stated)))
        if verbose:
            yield Facts(_("By channel"), tuple(map(_channels, named)))
    else:
        yield say(
            _("You haven't set any topics yet."),
            _("Without topics, klout can't measure what share of your posts is on topic."),
        )
    shown = proposed if verbose else proposed[:PROPOSALS]
    numbered = enumerate(map(_row, shown), start=1)
    rows = tuple((f"{place}  {name}", *cells) for place, (name, *cells) in numbered)
    yield Table(_("Proposals"), tuple(_columns()), rows)
    if shown:
        yield say(_("Taken from the words of your posts. Nothing is saved until you add it:"))
        yield say(f"klout topics {files} --add 1", style="command")


def _columns() -> Iterator[Column]:
    yield Column()
    yield Column(_("posts"), right=True)
    yield Column(_("reactions/post"), right=True, drop=3)
    yield Column(_("vs usual"), right=True)
    yield Column(_("likely"), right=True, drop=1)
    yield Column(_("older → newer"), right=True, drop=2)


def _row(topic: Subject) -> tuple[str, ...]:
    likely = ""
    if topic.low is not None and topic.high is not None:
        likely = f"{number(topic.low)}–{number(topic.high)}"
    trend = ""
    if topic.earlier is not None and topic.later is not None:
        trend = f"{times(topic.earlier)} → {times(topic.later)}"
    return (
        safe(topic.topic) or _("other posts"),
        count(topic.posts),
        "" if topic.per_post is None else number(topic.per_post),
        "" if topic.ratio is None else times(topic.ratio),
        likely,
        trend,
    )


def _channels(topic: Subject) -> tuple[str, str]:
    ranked = sorted(topic.channels, key=lambda channel: (-(channel.ratio or 0.0), channel.account))
    return safe(topic.topic), ", ".join(map(_channel, ranked))


def _channel(channel: Channel) -> str:
    network, _colon, handle = channel.account.partition(":")
    ratio = _("not measured") if channel.ratio is None else times(channel.ratio)
    posts = ngettext("{n} post", "{n} posts", channel.posts)
    return f"{channel_name(network, handle)} {ratio} ({posts})"
