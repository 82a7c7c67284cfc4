"""Links of LinkedIn: the same post has the same id in the archive and in analytics."""

import re

_URN = r"(?i)(?:activity|share|ugcpost|grouppost)[:-](\d+)"


def unquoted(link: str) -> str:
    """Undo percent-encoding."""
    from urllib.parse import unquote  # with what it imports, as costly as a whole importer

    return unquote(link)


def post_number(link: str) -> str:
    """Return the number of the post a link leads to, "" where it leads to none."""
    found = re.search(_URN, unquoted(link))
    return found[1] if found else ""


def post_id(link: str) -> str:
    """Return a post's id: its number, else the link itself."""
    return post_number(link) or unquoted(link)
