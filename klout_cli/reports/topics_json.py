"""Topics as JSON, and proposals as YAML."""

from collections.abc import Sequence

from klout_cli.reports.json_report import pick, write_json
from klout_cli.reports.safe import safe
from klout_cli.results import Snapshot
from klout_cli.results.displayed import Subject
from klout_cli.results.plain import to_builtins


def topics_json(snapshot: Snapshot, stated: Sequence[Subject], proposed: Sequence[Subject]) -> str:
    """Return topics and proposals; ratios are to expectation."""
    tree = {
        **pick(snapshot, "as_of"),
        "topics": to_builtins(stated),
        "proposals": to_builtins(proposed),
        "yaml": pasted(proposed) if proposed else None,
    }
    return write_json("klout.topics/1", tree)


def pasted(proposed: Sequence[Subject]) -> str:
    """Return proposals as YAML for klout.yaml."""
    import yaml

    tree = {"topics": as_settings(proposed)}
    text: str = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, default_flow_style=None)
    return text


def as_settings(proposed: Sequence[Subject]) -> dict[str, dict[str, list[str]]]:
    """Return proposals as entries of klout.yaml's topics."""
    return {safe(topic.topic): {"keywords": [safe(topic.topic)]} for topic in proposed}
