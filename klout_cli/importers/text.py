"""Encodings and the folding of names: bytes of an export become text once, here (reliability rows N)."""

import io
import re
import unicodedata
from collections.abc import Iterator

from klout_cli.errors import InputError
from klout_cli.importers.container import Member
from klout_cli.profile.rows import Intake

BLOCK = 1 << 20
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
MOST_CONTROL = 0.01

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_PUNCTUATION = re.compile(r"[\W_]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_CLEAN_OF_META = re.compile("[^\x00-\xff]")
_LATIN_PAIR = re.compile("[\xc2-\xf4][\x80-\xbf]")


def fold(name: str) -> str:
    """Fold a header, key or name for matching only: case, accents of encoding (NFKC), soft hyphens, punctuation and blanks."""
    plain = unicodedata.normalize("NFKC", name.translate(_INVISIBLE)).casefold()
    return _PUNCTUATION.sub(" ", plain).strip()


def repair_meta(text: str) -> str:
    """Undo the double encoding of Meta's JSON (UTF-8 bytes written as Latin-1); text that is not doubly encoded stays (N6, N7)."""
    if text.isascii() or _CLEAN_OF_META.search(text) or not _LATIN_PAIR.search(text):
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return text


def sniff_encoding(member: Member) -> str:
    """Tell the encoding of a text member: BOM, NUL pattern, strict UTF-8, else Windows-1252; never a statistical guess.

    Raises InputError when it is no text (N11).
    """
    with member.open() as stream:
        block = stream.read(BLOCK)
        encoding = _marked(block)
        while not encoding and block.isascii() and (more := stream.read(BLOCK)):
            block = more
    encoding = encoding or _unmarked(block)
    text = block.decode(encoding, "replace")
    if text and len(_CONTROL.findall(text)) > max(2, MOST_CONTROL * len(text)):
        raise InputError("this is not text", member.where, "if it is an export, download it again")
    return encoding


def _marked(block: bytes) -> str:
    for mark, encoding in BOMS:
        if block.startswith(mark):
            return encoding
    sample = block[:4096]
    if len(sample) >= 8 and sample.count(0) > len(sample) * 0.3:
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    return ""


def _unmarked(block: bytes) -> str:
    text = block.decode("utf-8", "replace")
    broken = text.count("\ufffd") - text.endswith("\ufffd")
    intact = sum(1 for char in text if char > "\x7f") - broken if broken else 1
    return "utf-8" if intact > broken else "cp1252"


def lines(member: Member, intake: Intake, encoding: str = "") -> Iterator[str]:
    """Yield the lines of a text member with their ends, decoded; replaced bytes and NULs are noted, Windows-1252 is said."""
    encoding = encoding or sniff_encoding(member)
    if encoding == "cp1252":
        intake.note("read as Windows-1252 (--encoding if that is wrong)")
    try:
        with member.open() as raw, io.TextIOWrapper(raw, encoding, errors="replace", newline="") as stream:
            for line in stream:
                if "\0" in line:
                    intake.note("NUL characters replaced", line.count("\0"))
                    line = line.replace("\0", "\ufffd")
                elif "\ufffd" in line:
                    intake.note("undecodable bytes replaced", line.count("\ufffd"))
                yield line
    except LookupError as fault:
        raise InputError(f"there is no encoding {encoding!r}", member.where, "try --encoding utf-8 or cp1252") from fault
