"""X: whom tweets answer, name and repost."""

import re
from collections.abc import Collection, Iterator

from klout_cli.importers.x_shapes import Tweet
from klout_cli.person.rows import Interaction
from klout_cli.values.kinds import Kind

_HANDLE = re.compile(r"@(\w{1,20})")


class Partners:
    """The partners of tweets as rows: for each of the three kinds, by handle in lower case.

    How often it is one of `own` is counted.
    """

    def __init__(self, own: Collection[str]) -> None:
        self.own = own
        self.oneself = 0
        self.kinds: dict[str, dict[str, Interaction]] = {"reply": {}, "mention": {}, "repost": {}}

    def add(self, tweet: Tweet, text: str, kind: Kind, at: int) -> None:
        """Count the partners of one tweet, each once.

        The accounts named in a repost are its author's doing.
        """
        found = (
            _HANDLE.findall(text) if tweet.entities is None else tweet.entities.user_mentions or ()
        )
        answered = tweet.in_reply_to_screen_name if kind == "reply" else None
        if not found and not answered:
            return
        named = [mention if isinstance(mention, str) else mention.screen_name for mention in found]
        if kind == "repost":
            self._count("repost", named[0], at)
            return
        if kind == "reply" and not answered and text.startswith("@"):
            answered = named[0]
        if answered:
            self._count("reply", answered, at)
        for handle in dict.fromkeys(named) if len(named) > 1 else named:
            if handle != answered:
                self._count("mention", handle, at)

    def _count(self, kind: str, handle: str, at: int) -> None:
        handle, met = handle.lower(), self.kinds[kind]
        if handle in self.own:
            self.oneself += 1
        elif handle:
            row = Interaction(handle, "out", kind, 1, at)
            met[handle] = _sum(met[handle], row) if handle in met else row

    def include(self, others: "Partners") -> None:
        """Take over the partners of one file that has been read to its end."""
        for kind, met in others.kinds.items():
            known = self.kinds[kind]
            met |= {
                handle: _sum(known[handle], met[handle]) for handle in known.keys() & met.keys()
            }
            self.kinds[kind] = known | met if known else met

    def interactions(self) -> Iterator[Interaction]:
        """Hand over the rows."""
        while self.kinds:
            yield from self.kinds.pop(next(iter(self.kinds))).values()


def _sum(known: Interaction, more: Interaction) -> Interaction:
    return Interaction(
        known.partner, "out", known.kind, known.count + more.count, max(known.at or 0, more.at or 0)
    )
