"""Words of hints: where an account is, weekdays, and formats of posts."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from klout_cli.results import Measured
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

Place: TypeAlias = Callable[[str], Message]
"""Account id -> where that is: "on your blog"."""

PLACES: Mapping[str, str] = {
    "x": N_("on X"),
    "instagram": N_("on Instagram"),
    "linkedin": N_("on LinkedIn"),
    "linkedin_page": N_("on your LinkedIn page"),
    "facebook_profile": N_("on Facebook"),
    "facebook_page": N_("on your Facebook page {handle}"),
    "youtube": N_("on YouTube"),
    "tiktok": N_("on TikTok"),
    "mastodon": N_("on Mastodon"),
    "bluesky": N_("on Bluesky"),
    "threads": N_("on Threads"),
    "xing": N_("on XING"),
    "blog": N_("on your blog"),
    "newsletter": N_("in your newsletter"),
    "googleplus": N_("on Google+"),
    "foursquare": N_("on Foursquare"),
    "github": N_("on GitHub"),
    "telegram": N_("on Telegram"),
    "pinterest": N_("on Pinterest"),
    "reddit": N_("on Reddit"),
    "medium": N_("on Medium"),
}
DAYS = (
    N_("on Mondays"),
    N_("on Tuesdays"),
    N_("on Wednesdays"),
    N_("on Thursdays"),
    N_("on Fridays"),
    N_("on Saturdays"),
    N_("on Sundays"),
)
FORMATS: Mapping[str, tuple[str, str, str]] = {
    "link": (
        N_("Link to a source more often {place}"),
        N_("Link less often {place}"),
        N_("Posts with a link"),
    ),
    "question": (
        N_("Ask a question more often {place}"),
        N_("Ask fewer questions {place}"),
        N_("Posts with a question"),
    ),
    "hashtag": (
        N_("Use a hashtag more often {place}"),
        N_("Leave out hashtags {place}"),
        N_("Posts with a hashtag"),
    ),
    "mention": (
        N_("Mention people more often {place}"),
        N_("Mention people less often {place}"),
        N_("Posts with a mention"),
    ),
    "paragraphs": (
        N_("Split your posts into paragraphs {place}"),
        N_("Write without paragraphs {place}"),
        N_("Posts with paragraphs"),
    ),
    "long": (
        N_("Write longer posts {place}"),
        N_("Write shorter posts {place}"),
        N_("Long posts"),
    ),
    "thread": (
        N_("Write threads more often {place}"),
        N_("Write fewer threads {place}"),
        N_("Threads"),
    ),
    "image": (
        N_("Add a picture more often {place}"),
        N_("Post without a picture more often {place}"),
        N_("Posts with a picture"),
    ),
    "video": (
        N_("Post videos more often {place}"),
        N_("Post fewer videos {place}"),
        N_("Posts with a video"),
    ),
}


def place_of(measured: Sequence[Measured]) -> Place:
    """Return how to name the place of one of these accounts by its id.

    Where several accounts are on one network, the handle is added.
    """
    accounts = {account.id: account for account in measured}
    networks = [account.network for account in measured]

    def place(id: str) -> Message:
        network, handle = accounts[id].network, accounts[id].handle
        template = PLACES.get(network)
        if template is None:
            return Message("on {network}", network=handle if handle != network else network)
        if networks.count(network) > 1 and "{handle}" not in template:
            return Message("{place} ({handle})", place=Message(template), handle=handle)
        return Message(template, handle=handle) if "{handle}" in template else Message(template)

    return place
