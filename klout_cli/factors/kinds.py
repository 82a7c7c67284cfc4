"""Formats of posts and their reactions. Observed for hints, never scored.

Only these features of a text are recorded.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping

from msgspec.structs import astuple

from klout_cli.factors.contrast import contrasts, reacted
from klout_cli.factors.interface import Observed
from klout_cli.person.rows import Post
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_

HOUR = 3_600
SIGNS: Mapping[str, Callable[[str], bool]] = {
    "link": lambda text: "https://" in text or "http://" in text,
    "question": lambda text: "?" in text,
    "hashtag": lambda text: "#" in text,
    "mention": lambda text: "@" in text,
    "paragraphs": lambda text: "\n" in text.strip(),
}
MEDIA = ("image", "video")


class Kinds(Observed):
    """Which formats get more reactions?

    Counted posts by format: a link, a question, a hashtag, a mention, paragraphs, a long text, a
    thread, a picture, a video. Each is compared with your other posts, as logarithms with their
    standard error.

    Blind spots: what a post says is not read; some exports don't show pictures and videos.
    """

    id = "kinds"
    title = N_("Formats")

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account.

        `formats` are rows of (format, and the fields of `Contrast`).
        """
        known = reacted(view.counted)
        posts = [post for post in known if post.counted.post.text]
        threads = _threads(view)
        longest = view.rules.hints.evidence.long_text
        groups = {
            name: [post for post in posts if sign(post.counted.post.text)]
            for name, sign in SIGNS.items()
        }
        groups["long"] = [post for post in posts if len(post.counted.post.text) > longest]
        groups["thread"] = [post for post in posts if post.counted.post.key in threads]
        shown = [post for post in known if post.counted.post.media is not None]
        media = {
            name: [post for post in shown if post.counted.post.media == name] for name in MEDIA
        }
        found = contrasts(groups, posts) + contrasts(media, shown)
        if not found:
            return self.missing(N_("too few posts with text and known reactions"))
        return self.measured(formats=tuple((name, *astuple(row)) for name, row in found))


def _threads(view: AccountView) -> set[str]:
    """Return the keys of posts that the person continued with a reply to themselves."""
    longest = view.rules.hints.evidence.thread_hours * HOUR
    starts = [post.at for post in view.originals]
    threads: set[str] = set()
    for reply in view.account.posts:
        if reply.kind == "self_reply" and (place := bisect_right(starts, reply.at)):
            start: Post = view.originals[place - 1]
            if reply.at - start.at <= longest:
                threads.add(start.key)
    return threads
