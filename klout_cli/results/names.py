"""Display names of networks and accounts."""

from collections.abc import Mapping

from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

NETWORKS: Mapping[str, str] = {
    "x": "X",
    "instagram": "Instagram",
    "linkedin": "LinkedIn",
    "facebook_profile": N_("Facebook profile"),
    "facebook_page": N_("Facebook page"),
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "threads": "Threads",
    "xing": "XING",
    "blog": N_("Blog"),
    "newsletter": N_("Newsletter"),
    "googleplus": "Google+",
    "foursquare": "Foursquare",
    "github": "GitHub",
    "telegram": "Telegram",
    "reddit": "Reddit",
    "medium": "Medium",
    "pinterest": "Pinterest",
    "snapchat": "Snapchat",
    "other": N_("Other"),
}


def account_label(network: str, handle: str) -> Message:
    """Return the network's name and the handle, of a blog without its domain.

    An account named after its network has the network's name alone.
    """
    title = Message(NETWORKS.get(network, network))
    if not handle or handle == network:
        return title
    if network == "blog":
        handle = handle.removeprefix("www.").partition(".")[0]
    return Message("{network} {handle}", network=title, handle=handle)


def label_of(id: str) -> Message:
    """Return the label of an account by its id, `network:handle`."""
    network, _colon, handle = id.partition(":")
    return account_label(network, handle)
