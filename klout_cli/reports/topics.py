"""The screens of topics: what posts on each get, which channel brings most, and what else the posts are about."""

import json
from collections.abc import Iterator, Sequence

from msgspec import to_builtins

from klout_cli.reports.facts import count
from klout_cli.reports.layout import Block, Note, Pairs, Part, Parts, Table, arrange
from klout_cli.reports.names import TOOL, network_title
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.screen import Screen
from klout_cli.results import Snapshot
from klout_cli.results.displayed import Subject

SCHEMA = "klout.topics/1"
HEADER = ("Topic", "Posts", "Per post", "Ratio", "Likely", "Older → newer")
COLUMNS = (
    "Per post: reactions. Ratio: to those expected of an audience of that size. Likely: where it lies with 80 % certainty. "
    "Older → newer: the ratio of the older and of the newer half of the posts."
)
NONE_STATED = "no topics are stated in klout.yaml: without them neither substance nor an on-topic score can be measured"
PROPOSED = "found in your posts by their words alone, and kept nowhere. Paste what you want to be known for, and join what belongs together:"


def topics_screen(
    snapshot: Snapshot, stated: Sequence[Subject], proposed: Sequence[Subject], screen: Screen
) -> str:
    """Return the stated topics, the proposed ones, which channel brings what, and the block to paste."""
    title = Parts(
        (
            Part("Topics", "of your posts", "TOPICS", "title"),
            Part("Data up to", snapshot.as_of, f"data up to {snapshot.as_of}"),
        )
    )
    blocks: list[Block] = [title, *stated_blocks(stated)]
    if proposed:
        table = Table(("Proposal", *HEADER[1:]), tuple(map(_row, proposed)))
        blocks += [
            table,
            Note("Columns", () if any(one.topic for one in stated) else (COLUMNS,), "quiet"),
        ]
        blocks.append(Pairs(tuple(_strongest(proposed)), "Best channel"))
        blocks.append(Note("Proposals", (PROPOSED,), "quiet"))
    text = arrange(blocks, screen)
    return text + "\n" + pasted(proposed, screen.ascii) if proposed else text


def stated_blocks(stated: Sequence[Subject]) -> list[Block]:
    """Return what each stated topic gets, and which channel brings what.

    Without topics what that costs.
    """
    named = [one for one in stated if one.topic]
    if not named:
        return [Note("Topics", (NONE_STATED,))]
    channels = Pairs(tuple(map(_channels, named)), "Which channel brings what")
    return [Table(HEADER, tuple(map(_row, stated))), Note("Columns", (COLUMNS,), "quiet"), channels]


def topics_json(snapshot: Snapshot, stated: Sequence[Subject], proposed: Sequence[Subject]) -> str:
    """Return the same as one JSON object, schema `klout.topics/1`; ratios are to what the audience usually gives."""
    told = {
        "topics": to_builtins(stated),
        "proposals": to_builtins(proposed),
        "yaml": pasted(proposed) if proposed else None,
    }
    return (
        json.dumps(
            {"schema": SCHEMA, "tool": TOOL, "as_of": snapshot.as_of, **told},
            indent=2,
            allow_nan=False,
        )
        + "\n"
    )


def pasted(proposed: Sequence[Subject], ascii: bool = False) -> str:
    """Return proposals as they stand in klout.yaml; with `ascii` other letters are escaped, so that they mean the same."""
    import yaml

    tree = {safe(one.topic): {"keywords": [safe(one.topic)]} for one in proposed}
    text: str = yaml.safe_dump(
        {"topics": tree}, allow_unicode=not ascii, sort_keys=False, default_flow_style=None
    )
    return text


def _row(one: Subject) -> tuple[str, ...]:
    likely = (
        f"{half_up(one.low, 1):.1f} to {half_up(one.high, 1):.1f}"
        if one.low is not None and one.high is not None
        else ""
    )
    trend = (
        f"{_times(one.earlier)} → {_times(one.later)}"
        if one.earlier is not None and one.later is not None
        else ""
    )
    per_post = "" if one.per_post is None else f"{half_up(one.per_post, 1):,.1f}"
    return (
        safe(one.topic) or "other posts",
        count(one.posts),
        per_post,
        _times(one.ratio),
        likely,
        trend,
    )


def _strongest(proposed: Sequence[Subject]) -> Iterator[tuple[str, str]]:
    """Name the proposals each channel is best for."""
    for best in dict.fromkeys(one.best for one in proposed if one.best):
        yield _account(best), ", ".join(safe(one.topic) for one in proposed if one.best == best)


def _channels(one: Subject) -> tuple[str, str]:
    ranked = sorted(one.channels, key=lambda channel: (-(channel.ratio or 0.0), channel.account))
    said = (
        f"{_times(channel.ratio) or 'not measured'} on {_account(channel.account)} ({count(channel.posts)})"
        for channel in ranked
    )
    return safe(one.topic), ", ".join(said)


def _account(id: str) -> str:
    network, _, handle = id.partition(":")
    return f"{network_title(network)} {safe(handle)}".strip() if id else ""


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{half_up(ratio, 1):.1f}×"
