"""Kinds of posts and their reactions. Observed for hints, never scored.

Only these features of a text are recorded.
"""

from collections.abc import Callable, Mapping

from klout_cli.factors.contrast import contrasts, reacted
from klout_cli.factors.interface import Observed
from klout_cli.person.profile import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_

LONG = 200  # characters
SIGNS: Mapping[str, Callable[[str], bool]] = {
    "with a link": lambda text: "https://" in text or "http://" in text,
    "without a link": lambda text: "https://" not in text and "http://" not in text,
    "with a question": lambda text: "?" in text,
    "with a hashtag": lambda text: "#" in text,
    "that mention somebody": lambda text: "@" in text,
    "of several paragraphs": lambda text: "\n" in text.strip(),
    f"of more than {LONG} characters": lambda text: len(text) > LONG,
    f"of at most {LONG} characters": lambda text: len(text) <= LONG,
}


class Kinds(Observed):
    """Which kind of your posts do people react to?

    Reactions on the posts that count and carry text, by what can be seen in it: a link, a question,
    a hashtag, a mention, paragraphs and length, each against all your other posts, as logarithms
    with their standard error (method §8).

    Blind spots: what a post says is not read; pictures and videos are not told apart.
    """

    id = "kinds"
    title = "Kinds of posts"
    unit = "× the reactions of your other posts"
    needs = ("posts",)

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account; `groups` are rows of `contrasts`."""
        posts = [
            (counted.post.text, value)
            for counted, value in reacted(view.counted)
            if counted.post.text
        ]
        groups = {
            name: [value for text, value in posts if sign(text)] for name, sign in SIGNS.items()
        }
        rows = contrasts(groups, [value for _, value in posts])
        return (
            self.measured(groups=rows)
            if rows
            else self.missing(N_("too few posts with text and known reactions"))
        )
