"""X: where archives begin and end, among all files of a download."""

import re
from collections.abc import Iterable, Sequence

from klout_cli.files.container import Member
from klout_cli.importers.declared import closed_root

LAYOUTS = {
    "data/js/(?:tweets/)?": r"data/.+|(?:css|img|lib|js)/.+|index\.html|readme\.txt|tweets\.csv",
    "data/": r"data/(?:[^/]+|[^/]+_media/.+)|assets/.+|[^/]*archi[^/]*\.html",
    "": r"[^/]+\.js|readme\.txt|[^/]+_media/.+",
}
"""Where the files of an archive lie, and all that then belongs to it."""

_MARK = (
    rb"(?:\xef\xbb\xbf)?\s*(?:window\.(?:YTD\.|__THAR_CONFIG)|Grailbird\.data"
    rb'|var (?:user|payload)_details|var tweet_index|"?tweet_id"?,"?in_reply_to_status_id)'
)
_KIND = rb"(?:\xef\xbb\xbf)?\s*window\.YTD\.([a-z_]+)\.part\d"
_SCRIPT = r"(?!.*(?:message|chat|dm)).*\.js"


def name_inside(member: Member) -> str:
    """Return what X calls a script, by its first bytes, "" where they do not tell.

    What may be talk by its name is not looked at.
    """
    if not re.fullmatch(_SCRIPT, member.basename):
        return ""
    match = re.match(_KIND, member.head(400))
    return match[1].decode().replace("_", "-") + ".js" if match else ""


def find_archives(
    members: Sequence[Member], candidates: Iterable[Member]
) -> list[tuple[Member, ...]]:
    """Return the archives that candidates prove by their first bytes.

    All that lies in an archive belongs to it, opened or not.
    """
    places: dict[str, set[str]] = {layout: set() for layout in LAYOUTS}
    proofs: dict[Member, str] = {}
    for member in candidates:
        if re.match(_MARK, member.head(400)):
            proofs[member], layout = _place(member)
            places[layout].add(proofs[member])
    archives: dict[str, list[Member]] = {root: [] for root in sorted(proofs.values())}
    for member in members if proofs else ():
        roots = [
            closed_root(member.name, f"(?i:{belonging})", places[layout])
            for layout, belonging in LAYOUTS.items()
        ]
        if found := [root for root in (proofs.get(member), *roots) if root is not None]:
            archives[max(found, key=len)].append(member)
    return [tuple(archive) for archive in archives.values()]


def _place(member: Member) -> tuple[str, str]:
    """Return the folder an archive lies in ("" or with a slash at its end), and its layout."""
    return next(
        (match[1], layout)
        for layout in LAYOUTS
        if (match := re.fullmatch(rf"(?is)((?:.*/)?){layout}[^/]+", member.name))
    )
