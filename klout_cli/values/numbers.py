"""Numbers as people and exports write them: a decimal mark for a column, then its cells.

A parsed cell is a number, None (blank: unknown, never 0) or `Bad`.
"""

import re
import unicodedata
from collections.abc import Iterable
from math import isfinite

from klout_cli.files.intake import Bad

_BLANKS = "|-|–|—|--|_-|n/a|#n/a|n.a.|n/d|k. a.|k.a.|null|none|undefined|#nv|#div/0!"
BLANKS = frozenset(_BLANKS.split("|"))
MULTIPLES = {
    **{"": 1, "k": 10**3, "tsd": 10**3, "m": 10**6, "mio": 10**6, "mn": 10**6},
    **{"b": 10**9, "mrd": 10**9, "mil": 10**3, "万": 10**4, "w": 10**4, "亿": 10**8},
}
MOST_DIGITS, TOO_LARGE = 18, 10**18

NOT_A_NUMBER = Bad("not a number")
NEGATIVE = Bad("negative count")
NOT_WHOLE = Bad("not a whole number")
TOO_LONG = Bad("more than 18 digits")

_SPACES = re.compile(r"(?<=[0-9])[ '’](?=[0-9]{3}(?![0-9]))")
_WRITTEN = re.compile(
    r"[~≈]?\s*([+-]?)([0-9][0-9.,]*)\s*(k|mil|mio|mn|mrd|m|b|tsd|万|w|亿)?\.?\+?", re.IGNORECASE
)
_GROUPED = {".": re.compile(r"[0-9]{1,3}(\.[0-9]{3})+"), ",": re.compile(r"[0-9]{1,3}(,[0-9]{3})+")}


def decimal_mark(cells: Iterable[str], preferred: str = "") -> str:
    """Return which mark separates decimals in a column of text cells: ".", "," or "".

    A value with both marks, or a group that is not of three digits, settles it (case Q1), and "" is
    that none does. `preferred` is --decimal.
    """
    if preferred:
        return preferred
    for cell in cells:
        if ("." in cell or "," in cell) and (mark := _evidence(cell)):
            return mark
    return ""


def _evidence(cell: str) -> str:
    match = _WRITTEN.fullmatch(_plain(cell).rstrip("% "))
    if not match:
        return ""
    digits = match[2]
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return ""
    mark = digits[last]
    other = "," if mark == "." else "."
    if other in digits:
        return mark if digits.count(mark) == 1 else other
    if digits.count(mark) > 1 or _GROUPED[mark].fullmatch(digits):
        return ""
    return mark


def _plain(cell: str) -> str:
    if not cell.isascii() and any(unicodedata.category(char) == "No" for char in cell):
        return cell  # NFKC would turn 10² into 102
    return _SPACES.sub("", unicodedata.normalize("NFKC", cell).strip().replace("−", "-"))


def count(cell: object, mark: str = "") -> int | Bad | None:
    """Parse a count: JSON number, digits as text, grouped, or rounded (`1,2 Tsd.`, `3.4K`, `500+`).

    `mark` is the column's decimal mark.
    """
    if type(cell) is str:
        if cell.isdecimal() and cell.isascii():
            return int(cell) if len(cell) <= MOST_DIGITS else TOO_LONG
        return _count_text(cell, mark)
    if cell is None:
        return None
    if type(cell) is int:
        return _in_range(cell)
    if type(cell) is float and isfinite(cell):
        return _in_range(int(cell)) if cell.is_integer() else NOT_WHOLE
    return NOT_A_NUMBER


def _in_range(value: int) -> int | Bad:
    if value < 0:
        return NEGATIVE
    return value if value < TOO_LARGE else TOO_LONG


def _count_text(cell: str, mark: str) -> int | Bad | None:
    # Of a whole number, what looks like groups of three is (case Q2).
    value = rate(cell, mark or _evidence(cell) or ("," if "." in cell else "."))
    if value is None or isinstance(value, Bad):
        return value
    if value < 0:
        return NEGATIVE
    if "%" in _plain(cell) or not float(value).is_integer():
        return NOT_WHOLE
    return int(value)


def is_rounded(cell: object) -> bool:
    """Return whether a count is rounded to its first digits: `3.4K`, `~500`, `500+` (case Q5)."""
    if not isinstance(cell, str) or cell.isdecimal():
        return False
    plain = _plain(cell)
    match = _WRITTEN.fullmatch(plain)
    return match is not None and (bool(match[3]) or plain[0] in "~≈" or plain[-1] == "+")


def rate(cell: object, mark: str = ".") -> float | int | Bad | None:
    """Parse any number with the column's decimal mark ("" reads groups of three as groups).

    A trailing % divides by 100.
    """
    if type(cell) is int or (type(cell) is float and isfinite(cell)):
        return cell if abs(cell) < TOO_LARGE else TOO_LONG
    if cell is None:
        return None
    if type(cell) is not str:
        return NOT_A_NUMBER
    plain = _plain(cell)
    if plain.casefold() in BLANKS:
        return None
    percent = plain.endswith("%")
    match = _WRITTEN.fullmatch(plain.rstrip("% "))
    if not match:
        return NOT_A_NUMBER
    sign, digits, unit = match[1], match[2], (match[3] or "").lower()
    value = _digits(digits, mark)
    if value is None:
        return NOT_A_NUMBER
    value *= MULTIPLES[unit]
    if abs(value) >= TOO_LARGE:
        return TOO_LONG
    value = round(value, 9) if isinstance(value, float) else value
    signed = -value if sign == "-" else value
    return signed / 100 if percent else signed


def _digits(digits: str, mark: str) -> float | int | None:
    """Read digits with one decimal mark and the other as group mark.

    None when the groups are not of three (case Q4).
    """
    whole, separator, fraction = digits.partition(mark) if mark else (digits, "", "")
    if fraction and not fraction.isdecimal():
        return None
    for group in ".,":
        if group in whole:
            if not _GROUPED[group].fullmatch(whole):
                return None
            whole = whole.replace(group, "")
    if not whole.isdecimal():
        return None
    if len(whole) > MOST_DIGITS:
        return TOO_LARGE
    return float(f"{whole}.{fraction}") if separator and fraction else int(whole)
