"""Encodings and the folding of names: bytes of an export become text once, here (reliability rows N)."""

import codecs
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake

BLOCK = 1 << 18
SAMPLE = 1 << 16
BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
MOST_CONTROL = 0.01
MOST_BLANK = 1 << 21
"""Line ends beyond half of the text: as many as the most rows of a spreadsheet have."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_PUNCTUATION = re.compile(r"[\W_]+")
_CONTROL = re.compile(
    r"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f\ufffd]"
)  # not BEL, backspace and ESC: hostile text is text (T1, T3)
_CLEAN_OF_META = re.compile("[^\x00-\xff]")
_LATIN_PAIR = re.compile("[\xc2-\xf4][\x80-\xbf]")


def fold(name: str) -> str:
    """Fold a header, key or name for matching only: case, accents of encoding (NFKC), soft hyphens, punctuation and blanks."""
    plain = unicodedata.normalize("NFKC", name.translate(_INVISIBLE)).casefold()
    return _PUNCTUATION.sub(" ", plain).strip()


def repair_meta(text: str) -> str:
    """Undo the double encoding of Meta's JSON (UTF-8 bytes written as Latin-1).

    Text that is not doubly encoded stays (N6, N7).
    """
    if text.isascii() or _CLEAN_OF_META.search(text) or not _LATIN_PAIR.search(text):
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return text


def unescape_x(text: str) -> str:
    """Undo the three escapes of X, in its archives and its tables."""
    return (
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        if "&" in text
        else text
    )


def lines(member: Member, intake: Intake, encoding: str = "") -> Iterator[str]:
    r"""Yield the lines of a text member with their ends (\n, \r\n or \r, nothing else ends one), decoded in one pass.

    The encoding is `encoding`, else told by BOM, NUL pattern, strict UTF-8, else Windows-1252,
    never by a statistical guess. Replaced bytes and NULs are noted, Windows-1252 is said. Raises
    InputError for what is no text (N11), for a line over the limit, and for an encoding that does
    not exist.
    """
    return chain.from_iterable(_line_blocks(member, intake, encoding))


def _line_blocks(member: Member, intake: Intake, encoding: str) -> Iterator[Iterable[str]]:
    """Yield the lines in blocks, since a step of Python for each of a million lines takes as long as reading them."""
    rest, line, blank = "", 1, 0
    with member.open() as stream:
        blocks = _decoded(stream, member.where, intake, encoding)
        first = next(blocks, "")
        if len(_CONTROL.findall(first, 0, SAMPLE)) > max(2, MOST_CONTROL * min(len(first), SAMPLE)):
            raise InputError(
                "this is not text", member.where, "if it is an export, download it again"
            )
        for block in chain((first,), blocks):
            blank = max(0, blank + 2 * (block.count("\n") + block.count("\r")) - len(block))
            if blank > MOST_BLANK:
                raise InputError(
                    "more blank lines than text", member.where, "download or save it again"
                )
            text = rest + block
            cut = max(text.rfind("\n"), text.rfind("\r", 0, len(text) - 1)) + 1
            rest = text[cut:]
            if len(rest) > member.limits.line:
                raise InputError(
                    f"a line is over {member.limits.line / 1e6:g} MB",
                    member.where,
                    "limits in klout.yaml can be raised",
                )
            yield io.StringIO(_mended(text[:cut], line, intake), newline="")
            line += text.count("\n", 0, cut)
    yield io.StringIO(_mended(rest, line, intake), newline="")


def _decoded(stream: BinaryIO, where: str, intake: Intake, encoding: str) -> Iterator[str]:
    """Yield the text in blocks.

    UTF-8 or Windows-1252 is decided at the first block that is not ASCII.
    """
    block = stream.read(BLOCK)
    encoding = encoding or _marked(block)
    while block and not encoding and block.isascii():
        yield block.decode("ascii")
        block = stream.read(BLOCK)
    if not encoding:
        encoding = _unmarked(block)
        if encoding == "cp1252":
            intake.note("read as Windows-1252 (--encoding if that is wrong)")
    try:
        b"    ".decode(encoding, "replace")  # refuses what decodes to no text, such as hex
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        text = decoder.decode(block).removeprefix("\ufeff")
        while block:
            yield text
            block = stream.read(BLOCK)
            text = decoder.decode(block, final=not block)
    except (LookupError, ValueError) as fault:
        raise InputError(
            f"this cannot be read as {encoding!r}", where, "try --encoding utf-8 or cp1252"
        ) from fault
    yield text


def _marked(block: bytes) -> str:
    for mark, encoding in BOMS:
        if block.startswith(mark):
            return encoding
    sample = block[:4096]
    if len(sample) >= 8 and sample.count(0) > len(sample) * 0.3:
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    return ""


def _unmarked(block: bytes) -> str:
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(block, final=len(block) < BLOCK)
    broken = text.count("\ufffd")
    intact = sum(1 for char in text if char > "\x7f") - broken if broken else 1
    return "utf-8" if intact > broken else "cp1252"


def _mended(text: str, line: int, intake: Intake) -> str:
    """Replace NULs; note what could not be read, with the first line of it (N5, N9)."""
    for char, what in (("\ufffd", "undecodable bytes"), ("\0", "NUL characters")):
        if char in text:
            first = line + text.count("\n", 0, text.index(char))
            seen = next(
                (note for note in intake.notes if note.startswith(what)),
                f"{what} replaced, first in line {first}",
            )
            intake.note(seen, text.count(char))
    return text.replace("\0", "\ufffd") if "\0" in text else text
