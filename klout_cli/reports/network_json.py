"""The people around a person as JSON."""

from typing import Any

from klout_cli.reports.json_output import to_json
from klout_cli.reports.names import TOOL
from klout_cli.results.around import Circle, Member, few

SCHEMA = "klout.network/1"


def network_json(circle: Circle) -> str:
    """Return a circle as JSON, schema `klout.network/1`, pure ASCII.

    People are numbered, with names if the circle has them. In a redacted circle small counts are
    "<5" and dates months.
    """
    tree = {
        "schema": SCHEMA,
        "tool": TOOL,
        "person": {"name": circle.person if circle.named else None, "redacted": circle.redacted},
        "as_of": circle.as_of,
        "people": circle.amount(len(circle.members)),
        "known": circle.amount(circle.known),
        "coverage": None if circle.redacted and few(circle.known) else circle.coverage,
        "effective_size": circle.effective_size,
        "constraint": circle.constraint,
        "own_account_left_out": circle.amount(circle.own),
        "ties": {kind: circle.amount(pairs) for kind, pairs in circle.ties.items()},
        "members": [
            _member(circle, place, member) for place, member in enumerate(circle.members, start=1)
        ],
        "communities": [
            {
                "community": number,
                **({"name": community.name or None} if circle.named else {}),
                "people": circle.amount(len(community.members)),
                "weight": community.weight,
            }
            for number, community in enumerate(circle.communities, start=1)
        ],
        "merges": [
            {
                "contact": merge.member + 1,
                "networks": list(merge.networks),
                "evidence": merge.evidence,
                "alike": merge.alike,
            }
            for merge in circle.merges
        ],
    }
    return to_json(tree)


def _member(circle: Circle, place: int, member: Member) -> dict[str, Any]:
    return {
        "contact": place,
        **({"name": member.name} if circle.named else {}),
        "networks": list(member.networks),
        "weight": member.weight,
        "closeness": member.closeness,
        "standing": member.standing,
        "standing_from": member.basis or None,
        "expert": member.expert,
        "received": circle.amount(member.received),
        "given": circle.amount(member.given),
        "kinds": {kind: circle.amount(number) for kind, number in member.kinds.items()},
        "newest": member.newest or None,
        "waits_since": member.waits or None,
        "community": None if member.community is None else member.community + 1,
        "core": member.core,
    }
