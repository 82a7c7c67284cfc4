"""X: whom tweets answer, name and repost."""

import re
from collections.abc import Collection, Iterator

from klout_cli.importers.x_shapes import Tweet
from klout_cli.profile.rows import Intake, Interaction, Kind

_HANDLE = re.compile(r"@(\w{1,20})")


class Partners:
    """The partners of tweets: for each of the three kinds, handle -> [how often, when last]."""

    def __init__(self) -> None:
        self.kinds: dict[str, dict[str, list[int]]] = {"reply": {}, "mention": {}, "repost": {}}

    def add(self, tweet: Tweet, text: str, kind: Kind, at: int) -> None:
        """Count the partners of one tweet, each once; the accounts named in a repost are its author's doing."""
        found = _HANDLE.findall(text) if tweet.entities is None else tweet.entities.user_mentions or ()
        answered = tweet.in_reply_to_screen_name if kind == "reply" else None
        if not found and not answered:
            return
        named = [mention if isinstance(mention, str) else mention.screen_name for mention in found]
        if kind == "repost":
            self.count("repost", named[0], at)
            return
        if kind == "reply" and not answered and text.startswith("@"):
            answered = named[0]
        if answered:
            self.count("reply", answered, at)
        for handle in dict.fromkeys(named) if len(named) > 1 else named:
            if handle != answered:
                self.count("mention", handle, at)

    def count(self, kind: str, handle: str, at: int, times: int = 1) -> None:
        """Add some times of one kind with one partner, the last of them at `at`."""
        met = self.kinds[kind].get(handle)
        if met is None:
            self.kinds[kind][handle] = [times, at]
        else:
            met[0] += times
            if at > met[1]:
                met[1] = at

    def include(self, others: "Partners", own: Collection[str], intake: Intake) -> None:
        """Take over the partners of one file that has been read to its end: handles in lower case, the person's own left out."""
        for kind, met in others.kinds.items():
            for handle, (times, at) in met.items():
                if handle.lower() in own:
                    intake.note("mentions of oneself left out", times)
                elif handle:
                    self.count(kind, handle.lower(), at, times)

    def interactions(self) -> Iterator[Interaction]:
        """Yield them as rows."""
        for kind, met in self.kinds.items():
            for handle, (times, at) in met.items():
                yield Interaction(handle, "out", kind, times, at)
