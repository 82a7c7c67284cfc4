"""The only filter between other people's text and any output."""

import re

from klout_cli.translation import Message

LONGEST = 200

_BREAKS = re.compile("[\t\n\r\u2028\u2029\ufeff]")
# Control characters (C0, DEL, C1), lone surrogates, the two non-characters forbidden in XML, and
# marks that reverse a whole line's direction.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


def safe(text: str, longest: int = LONGEST) -> str:
    """Return text as one harmless line, cut with "…" after `longest` code points.

    Newlines and tabs become spaces; control and direction characters become U+FFFD. The zero-width
    joiner stays, so that family emoji survive, and so do unassigned characters: new emoji look
    unassigned to an older Python. Idempotent, and the result always encodes to UTF-8.
    """
    if isinstance(text, Message):
        return text.with_texts(safe)
    line = _HIDDEN.sub("\ufffd", _BREAKS.sub(" ", text))
    return line if len(line) <= longest else line[: longest - 1] + "…"
