"""The screens of topics: responses per topic, best channels, and further topics."""

import json
from collections.abc import Iterator, Sequence

from klout_cli.reports.layout import Block, Note, Pairs, Part, Parts, Table, arrange
from klout_cli.reports.legacy_facts import count, data_date
from klout_cli.reports.names import TOOL, network_title
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.screen import Screen
from klout_cli.results import Snapshot
from klout_cli.results.displayed import Subject
from klout_cli.results.plain import to_builtins

SCHEMA = "klout.topics/1"
HEADER = ("Topic", "Posts", "Per post", "Ratio", "Likely", "Older → newer")
COLUMNS = (
    "Per post: reactions. Ratio: to those expected of an audience of that size. Likely: where it "
    "lies with 80 % certainty. "
    "Older → newer: the ratio of the older and of the newer half of the posts."
)
NONE_STATED = (
    "no topics are stated in klout.yaml: without them neither substance nor an on-topic score can "
    "be measured"
)
PROPOSED = (
    "found in your posts by their words alone, and kept nowhere. Paste what you want to be known "
    "for, and join what belongs together:"
)


def topics_screen(
    snapshot: Snapshot, stated: Sequence[Subject], proposed: Sequence[Subject], screen: Screen
) -> str:
    """Return set topics, proposed ones, channels, and a block for klout.yaml."""
    title = Parts(
        (
            Part("Topics", "of your posts", "TOPICS", "title"),
            data_date(snapshot.as_of),
        )
    )
    blocks: list[Block] = [title, *stated_blocks(stated)]
    if proposed:
        table = Table(("Proposal", *HEADER[1:]), tuple(map(_row, proposed)))
        blocks += [
            table,
            Note("Columns", () if any(topic.topic for topic in stated) else (COLUMNS,), "quiet"),
        ]
        blocks.append(Pairs(tuple(_strongest(proposed)), "Best channel"))
        blocks.append(Note("Proposals", (PROPOSED,), "quiet"))
    text = arrange(blocks, screen)
    return text + "\n" + pasted(proposed, screen.ascii) if proposed else text


def stated_blocks(stated: Sequence[Subject]) -> list[Block]:
    """Return the responses to each set topic by channel.

    Without topics, what that costs.
    """
    named = [topic for topic in stated if topic.topic]
    if not named:
        return [Note("Topics", (NONE_STATED,))]
    channels = Pairs(tuple(map(_channels, named)), "Which channel brings what")
    return [Table(HEADER, tuple(map(_row, stated))), Note("Columns", (COLUMNS,), "quiet"), channels]


def topics_json(snapshot: Snapshot, stated: Sequence[Subject], proposed: Sequence[Subject]) -> str:
    """Return the same as JSON (schema `klout.topics/1`); ratios are to expectation."""
    tree = {
        "topics": to_builtins(stated),
        "proposals": to_builtins(proposed),
        "yaml": pasted(proposed) if proposed else None,
    }
    return (
        json.dumps(
            {"schema": SCHEMA, "tool": TOOL, "as_of": snapshot.as_of, **tree},
            indent=2,
            allow_nan=False,
        )
        + "\n"
    )


def pasted(proposed: Sequence[Subject], ascii: bool = False) -> str:
    """Return proposals as YAML for klout.yaml.

    With `ascii`, other letters are escaped; the meaning is the same.
    """
    import yaml

    text: str = yaml.safe_dump(
        {"topics": as_settings(proposed)},
        allow_unicode=not ascii,
        sort_keys=False,
        default_flow_style=None,
    )
    return text


def as_settings(proposed: Sequence[Subject]) -> dict[str, dict[str, list[str]]]:
    """Return proposals as entries of klout.yaml's topics."""
    return {safe(topic.topic): {"keywords": [safe(topic.topic)]} for topic in proposed}


def _row(topic: Subject) -> tuple[str, ...]:
    likely = (
        f"{half_up(topic.low, 1):.1f} to {half_up(topic.high, 1):.1f}"
        if topic.low is not None and topic.high is not None
        else ""
    )
    trend = (
        f"{_times(topic.earlier)} → {_times(topic.later)}"
        if topic.earlier is not None and topic.later is not None
        else ""
    )
    per_post = "" if topic.per_post is None else f"{half_up(topic.per_post, 1):,.1f}"
    return (
        safe(topic.topic) or "other posts",
        count(topic.posts),
        per_post,
        _times(topic.ratio),
        likely,
        trend,
    )


def _strongest(proposed: Sequence[Subject]) -> Iterator[tuple[str, str]]:
    """Yield the proposals for which each channel is best."""
    for best in dict.fromkeys(topic.best for topic in proposed if topic.best):
        yield (
            _account(best),
            ", ".join(safe(topic.topic) for topic in proposed if topic.best == best),
        )


def _channels(topic: Subject) -> tuple[str, str]:
    ranked = sorted(topic.channels, key=lambda channel: (-(channel.ratio or 0.0), channel.account))
    ratio = (
        f"{_times(channel.ratio) or 'not measured'} on {_account(channel.account)} "
        f"({count(channel.posts)})"
        for channel in ranked
    )
    return safe(topic.topic), ", ".join(ratio)


def _account(id: str) -> str:
    network, _, handle = id.partition(":")
    return f"{network_title(network)} {safe(handle)}".strip() if id else ""


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{half_up(ratio, 1):.1f}×"
