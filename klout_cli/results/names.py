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


def shorten_handle(network: str, handle: str) -> str:
    """Return a handle as it is shown beside its network, of a blog without its domain.

    Accounts without a name are called after their network, and numbered from the second one on.
    """
    if handle == network:
        return ""
    if network == "blog":
        return handle.removeprefix("www.").partition(".")[0]
    base, _space, number = handle.rpartition(" ")
    return number if base == network and number.isdecimal() else handle


def account_label(network: str, handle: str) -> Message:
    """Return the network's name and the handle; see `shorten_handle`."""
    title = Message(NETWORKS.get(network, network))
    shown = shorten_handle(network, handle)
    return Message("{network} {handle}", network=title, handle=shown) if shown else title


def label_of(id: str) -> Message:
    """Return the label of an account by its id, `network:handle`."""
    network, _colon, handle = id.partition(":")
    return account_label(network, handle)
