"""What the owner did to others, added up: how often to whom, and when last."""

from collections.abc import Collection

from klout_cli.person.rows import Interaction


class Given:
    """Actions of one file, or of several, by partner and kind."""

    def __init__(self) -> None:
        self._times: dict[tuple[str, str], list[int]] = {}

    def add(self, partner: str, kind: str, at: int | None = None) -> None:
        """Count an action towards a partner ("": nobody is named), at Unix seconds if known."""
        known = self._times.setdefault((partner, kind), [0, 0])
        known[0] += 1
        known[1] = max(known[1], at or 0)

    def interactions(self, own: Collection[str]) -> list[Interaction]:
        """Return them as rows, without what went to the owner's own names or to nobody named."""
        return [
            Interaction(partner, "out", kind, times, at or None)
            for (partner, kind), (times, at) in sorted(self._times.items())
            if partner and partner not in own
        ]
