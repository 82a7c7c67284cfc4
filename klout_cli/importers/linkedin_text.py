"""How LinkedIn writes posts, profiles and names: keys that are the same in all its exports."""

import re
import unicodedata

from klout_cli.files.container import Member
from klout_cli.files.text import fold

_URN = r"(?i)(?:activity|share|ugcpost|grouppost)[:-](\d+)"
_PROFILE = r"linkedin\.com/(in/[^/?#]+|(?:pub|profile|company)/[^?#]+)"
_JOINED = r"_+|(?<=[^\W\d_])(?<![A-ZÄÖÜ])(?=[A-ZÄÖÜ])"
_WRAPPED_BREAK = r'"(\r?\n)"'
_NOBODY = {"", "NA NA", "LinkedIn Member", "LinkedIn Mitglied", "LinkedIn-Mitglied"}
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def unquote_link(link: str) -> str:
    """Undo percent-encoding."""
    from urllib.parse import unquote  # with what it imports, as costly as a whole importer

    return unquote(link)


def post_number(link: str) -> str:
    """Return the number of the post a link leads to, "" where it leads to none."""
    match = re.search(_URN, unquote_link(link))
    return match[1] if match else ""


def post_id(link: str) -> str:
    """Return a post's id: its number, else the link itself."""
    return post_number(link) or unquote_link(link)


def profile_path(url: str) -> str:
    """Return the path of a profile's address, in/anna-muster, without language and query.

    "" where it is no such address.
    """
    match = re.search(_PROFILE, unicodedata.normalize("NFC", unquote_link(url)).casefold())
    return match[1].rstrip("/") if match else ""


def fold_name(name: str) -> str:
    """Fold a person's name: "Koelle" is "Kölle", accents and emoji do not count."""
    plain = fold(name).translate(_GERMAN)
    if plain.isascii():
        return plain
    return "".join(
        char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char)
    )


def real_name(name: str) -> str:
    """Return a name with single blanks, "" for what stands for a deleted member."""
    plain = " ".join(name.split())
    return "" if plain in _NOBODY else plain


def mend_breaks(text: str) -> str:
    r"""Take away the quotes LinkedIn puts around each line break of a post ("\n")."""
    mended, count = re.subn(_WRAPPED_BREAK, r"\1", text)
    return mended if count == text.count("\n") else text


def name_in_file(name: str) -> str:
    """Separate the words of a name in a file's name: ErikaBeispiel is Erika Beispiel."""
    return name if " " in name else re.sub(_JOINED, " ", name).strip()


def stem_of(member: Member) -> str:
    """Return the name of a file without its ending and the mark of a browser's copy."""
    stem = member.name.rpartition("/")[2].rpartition(".")[0]
    return re.sub(r" ?\(\d+\)$", "", stem)
