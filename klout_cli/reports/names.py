"""Display names of ids."""

from collections.abc import Mapping

from klout_cli import __version__
from klout_cli.factors import FACTORS as SCORED

TOOL = {"name": "klout-cli", "version": __version__}

FACTORS: Mapping[str, str] = {
    "average": "average person",
    **{factor.id: factor.title for factor in SCORED},
    "channels": "Channels",
    "ceiling": "Ceiling",
}

BREAKDOWN = tuple(FACTORS)

NETWORKS: Mapping[str, str] = {
    "x": "X",
    "instagram": "Instagram",
    "linkedin": "LinkedIn",
    "facebook_profile": "Facebook profile",
    "facebook_page": "Facebook page",
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "threads": "Threads",
    "xing": "XING",
    "blog": "Blog",
    "newsletter": "Newsletter",
    "googleplus": "Google+",
    "foursquare": "Foursquare",
    "other": "Other",
}


def factor_title(id: str) -> str:
    """Return the display name of a factor or another entry of the breakdown."""
    return FACTORS.get(id, id)


def network_title(network: str) -> str:
    """Return the display name of a network, by default its id."""
    return NETWORKS.get(network, network)
