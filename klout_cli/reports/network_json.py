"""The people around a person as JSON: one by one, or how many of each level and field."""

from typing import Any

from klout_cli.reports.json_report import pick, write_json
from klout_cli.reports.screens.listeners import withhold_counts
from klout_cli.results.around import Circle, Community, Member, few
from klout_cli.results.listeners import Listeners


def network_json(circle: Circle) -> str:
    """Return a circle; people are numbered, with names if the circle has them.

    In a redacted circle small counts are "<5" and dates months.
    """
    tree = {
        "person": {"name": circle.person if circle.named else None, "redacted": circle.redacted},
        **pick(circle, "as_of"),
        "people": circle.amount(len(circle.members)),
        "known": circle.amount(circle.known),
        "coverage": None if circle.redacted and few(circle.known) else circle.coverage,
        **pick(circle, "effective_size", "constraint"),
        "own_account_left_out": circle.amount(circle.own),
        "ties": {kind: circle.amount(pairs) for kind, pairs in circle.ties.items()},
        "members": [
            _member(circle, place, member) for place, member in enumerate(circle.members, start=1)
        ],
        "communities": [
            _community(circle, place, community)
            for place, community in enumerate(circle.communities, start=1)
        ],
        "merges": [
            {"contact": merge.member + 1, **pick(merge, "networks", "evidence", "alike")}
            for merge in circle.merges
        ],
    }
    return write_json("klout.network/1", tree)


def _community(circle: Circle, place: int, community: Community) -> dict[str, Any]:
    return {
        "community": place,
        **({"name": community.name or None} if circle.named else {}),
        "people": circle.amount(len(community.members)),
        **pick(community, "weight"),
    }


def _member(circle: Circle, place: int, member: Member) -> dict[str, Any]:
    return {
        "contact": place,
        **(pick(member, "name") if circle.named else {}),
        **pick(member, "networks", "weight", "closeness", "standing"),
        "standing_from": member.basis or None,
        **pick(member, "expert"),
        "received": circle.amount(member.received),
        "given": circle.amount(member.given),
        "kinds": {kind: circle.amount(number) for kind, number in member.kinds.items()},
        "newest": member.newest or None,
        "waits_since": member.waits or None,
        "community": None if member.community is None else member.community + 1,
        **pick(member, "core"),
    }


def listeners_json(found: Listeners, *, with_names: bool) -> str:
    """Return counts by level and field; companies only with names.

    Withheld counts are null. Positions that aren't recognised count as "unknown".
    """
    tree = {
        "person": {"name": found.person if with_names else None, "redacted": found.redacted},
        **pick(found, "as_of", "networks"),
        "people": found.amount(found.people),
        "with_position": found.amount(found.with_position),
    }
    for name, counts in (("levels", found.levels), ("fields", found.fields)):
        shown = withhold_counts(counts, redacted=found.redacted)
        tree[name] = {id or "unknown": people for id, people in shown.items()}
    if with_names:
        tree["companies"] = [{"name": name, "people": people} for name, people in found.companies]
    return write_json("klout.audience/1", tree)
