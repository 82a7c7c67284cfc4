"""Networks and accounts as cells name them: in words, links and kinds of posts."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from klout_cli.files.text import fold
from klout_cli.values.aliases import aliases, networks
from klout_cli.values.numbers import BLANKS

_MASTODON = re.compile(r"https?://([^/]+)/@([\w.]+)(?:@[\w.-]+)?/\d+")
_HANDLE = {
    "x": r"/(\w{1,20})/status(?:es)?/",
    "instagram": r"/([\w.]+)/(?:p|reel|tv)/",
    "linkedin": r"/posts/([\w%-]+?)_",
    "facebook_page": r"/(?!groups/|watch/|permalink|\d+/)([\w.-]+)/(?:post|video|photo)s/",
    "youtube": r"/(@[\w.-]+)/",
    "tiktok": r"/@([\w.]+)/(?:video|photo)/",
    "bluesky": r"/profile/([\w.:-]+)/post/",
    "threads": r"/@([\w.]+)/post/",
}


@cache
def _hosts() -> Mapping[str, str]:
    return {host: network for network, hosts in aliases().hosts.items() for host in hosts}


@cache
def _others() -> Mapping[str, str]:
    """Return the names of networks without benchmarks, by how they are folded."""
    return {fold(name): name for name in aliases().hosts if name not in aliases().networks}


@lru_cache(maxsize=1024)
def network_of_host(host: str) -> str:
    """Return the network of a host, "" for any other; one without reference values by its name."""
    host = host.casefold().removeprefix("www.")
    if host in _hosts():
        return _hosts()[host]
    parent = host.partition(".")[2]
    return _hosts().get(parent, "") if parent.count(".") else ""


def site_of(link: str) -> str:
    """Return the network a link leads to, "" where that is none."""
    if not link.startswith(("http://", "https://")):
        return ""
    network = network_of_host(link.split("/", 3)[2])
    return network or ("mastodon" if _MASTODON.match(link) else "")


def handle_in(link: str, network: str) -> str:
    """Return the handle in a link to a post, "" where there is none."""
    if network == "mastodon":
        match = _MASTODON.match(link)
        return f"{match[2]}@{match[1]}" if match else ""
    pattern, path = _HANDLE.get(network), f"/{link.split('/', 3)[-1]}"
    match = re.search(pattern, path) if pattern else None
    return match[1].removeprefix("@") if match else ""


@lru_cache(maxsize=4096)
def network_in(cell: str) -> tuple[str, str]:
    """Return the network a cell names and what else it says: "Instagram Reel" -> instagram, reel.

    "" and the cell for one that names none.
    """
    folded = fold(cell)
    if known := networks().get(folded) or _others().get(folded):
        return known, ""
    host = cell.strip().casefold().rpartition("//")[2].partition("/")[0]
    if "." in host and (known := network_of_host(host)):
        return known, ""
    words = folded.split()
    for size in (2, 1):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size])
            if (size == 2 or name in aliases().told_by_name) and name in networks():
                return networks()[name], " ".join(words[:start] + words[start + size :])
    return "", cell.strip()


def is_network(cell: str) -> bool:
    """Return whether a cell names a known network."""
    return bool(network_in(cell)[0])


def account_of(network: str, account: str, otherwise: str) -> tuple[str, str]:
    """Return (network id, handle) of two cells.

    `otherwise` is the handle where neither cell names one.
    """
    known, _ = network_in(network)
    handle, written = account.strip().removeprefix("@"), network.strip()
    if known in aliases().networks and known != "other":
        return known, handle or known
    if known == "other" or written.casefold() in BLANKS:
        return "other", handle or otherwise
    written = known or written
    return "other", f"{written}/{handle}" if handle else written
