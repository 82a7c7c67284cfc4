"""Decode the bytes of an export, once, and fold names to compare them."""

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from klout_cli.errors import InputError
from klout_cli.files.archives import format_size
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

BLOCK = 1 << 18
SAMPLE = 1 << 16
BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
MAX_CONTROL = 0.01
MAX_BLANK = 1 << 21
"""Line ends beyond half of the text: as many as the most rows of a spreadsheet have."""
BLANK = Message("this has more blank lines than text")
AS_IT_CAME = Message("use the file as it was downloaded")
SAVE_AGAIN = Message("download or save it again")
RAISE_LIMITS = Message("limits in klout.yaml can be raised")

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_PUNCTUATION = re.compile(r"[\W_]+")
# Not BEL, backspace and ESC: hostile text is text (cases T1, T3).
_CONTROL = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
# Codecs of text alone, and none with escapes, of which lone surrogates or code could come (N8).
_TEXT_ENCODING = re.compile(
    r"ascii|utf-(?:8|8-sig|(?:16|32)(?:-[bl]e)?)|hp-roman8|hz|johab|kz1048|ptcp154|tis-620|"
    r"(?:cp|iso8859-|iso2022_|koi8-|mac-|gb|big5|euc_|shift_jis)\w*"
)
_NOT_LATIN = re.compile("[^\x00-\xff]")
_LATIN_PAIR = re.compile("[\xc2-\xf4][\x80-\xbf]")


def fold(name: str) -> str:
    """Fold a header, key or name for comparison only (case N10).

    Case, composed or decomposed accents (NFKC), soft hyphens, punctuation and blanks don't count.
    """
    plain = unicodedata.normalize("NFKC", name.translate(_INVISIBLE)).casefold()
    return _PUNCTUATION.sub(" ", plain).strip()


def repair_meta(text: str) -> str:
    """Undo the double encoding of Meta's JSON (UTF-8 bytes written as Latin-1).

    Text that is not doubly encoded stays (cases N6, N7).
    """
    if text.isascii() or _NOT_LATIN.search(text) or not _LATIN_PAIR.search(text):
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


def is_text_encoding(name: str) -> bool:
    """Return whether there is such an encoding, and bytes in it can only mean text."""
    try:
        return _TEXT_ENCODING.fullmatch(codecs.lookup(name).name) is not None
    except (LookupError, ValueError):
        return False


def lines(member: Member, intake: Intake, encoding: str = "") -> Iterator[str]:
    r"""Yield the lines of a text member, which end with \n, \r\n or \r and nothing else.

    The encoding is `encoding`, else what BOM, NUL pattern or strict UTF-8 show, else Windows-1252,
    which is noted; never a statistical guess. Replaced bytes and NULs are noted. Raises InputError
    for what is not text (case N11), for a line over the limit, and for an encoding that does not
    exist or is not one of text.
    """
    return chain.from_iterable(_line_blocks(member, intake, encoding))


def _line_blocks(member: Member, intake: Intake, encoding: str) -> Iterator[Iterable[str]]:
    """Yield the lines in blocks: a step of Python for each line would double the time."""
    rest, line, blank = "", 1, 0
    intake.allowance = member.allowance
    with member.open() as stream:
        blocks = _decode(stream, member.where, intake, encoding)
        first = next(blocks, "")
        if len(_CONTROL.findall(first, 0, SAMPLE)) > max(2, MAX_CONTROL * min(len(first), SAMPLE)):
            remedy = Message("if it is an export, download it again")
            raise InputError(Message("this is not text"), member.where, remedy)
        for block in chain((first,), blocks):
            blank = max(0, blank + 2 * (block.count("\n") + block.count("\r")) - len(block))
            if blank > MAX_BLANK:
                raise InputError(BLANK, member.where, SAVE_AGAIN)
            text = rest + block
            cut = max(text.rfind("\n"), text.rfind("\r", 0, len(text) - 1)) + 1
            rest = text[cut:]
            if len(rest) > member.limits.line:
                what = Message("a line is over {size}", size=format_size(member.limits.line))
                raise InputError(what, member.where, RAISE_LIMITS)
            yield io.StringIO(_replace_nuls(text[:cut], line, intake), newline="")
            line += text.count("\n", 0, cut)
    yield io.StringIO(_replace_nuls(rest, line, intake), newline="")


def _decode(stream: BinaryIO, where: str, intake: Intake, encoding: str) -> Iterator[str]:
    """Yield the text in blocks.

    The first block that is not ASCII decides between UTF-8 and Windows-1252.
    """
    block = stream.read(BLOCK)
    encoding = encoding or _detect_unicode(block)
    while block and not encoding and block.isascii():
        yield block.decode("ascii")
        block = stream.read(BLOCK)
    if not encoding:
        encoding = _choose_encoding(block)
        if encoding == "cp1252":
            intake.note(Message("read as Windows-1252 (--encoding if that is wrong)"))
    try:
        if not is_text_encoding(encoding):
            raise LookupError(encoding)
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        text = decoder.decode(block).removeprefix("\ufeff")
        while block:
            yield text
            block = stream.read(BLOCK)
            text = decoder.decode(block, final=not block)
    except (LookupError, ValueError) as error:
        what = Message("this can't be read as {encoding}", encoding=repr(encoding))
        raise InputError(what, where, Message("try --encoding utf-8 or cp1252")) from error
    yield text


def _detect_unicode(block: bytes) -> str:
    for mark, encoding in BOMS:
        if block.startswith(mark):
            return encoding
    sample = block[:4096]
    if len(sample) >= 8 and sample.count(0) > len(sample) * 0.3:
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    return ""


def _choose_encoding(block: bytes) -> str:
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(block, final=len(block) < BLOCK)
    broken = text.count("\ufffd")
    intact = sum(1 for char in text if char > "\x7f") - broken if broken else 1
    return "utf-8" if intact > broken else "cp1252"


def _replace_nuls(text: str, line: int, intake: Intake) -> str:
    """Replace NULs; note them and what was undecodable, with the first line (cases N5, N9)."""
    for char, note in (
        ("\ufffd", N_("undecodable bytes replaced, first in line {line}")),
        ("\0", N_("NUL characters replaced, first in line {line}")),
    ):
        if char in text:
            first = line + text.count("\n", 0, text.index(char))
            intake.note_first(Message(note, line=first), text.count(char))
    return text.replace("\0", "\ufffd") if "\0" in text else text


def split_line(line: str, delimiter: str, *, strict: bool = False) -> list[str]:
    """Return the cells of a lone line of a table; none where its quoting is broken."""
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter, strict=strict), [])
    except csv.Error:
        return []
