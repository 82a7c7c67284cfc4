"""JSON texts: where one begins, what is replaced in it, and what is wrong with it."""

import json
import re
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.text import AS_IT_CAME, RAISE_LIMITS
from klout_cli.translation import Message

HTML_REMEDY = Message("this is the HTML form of the export, ask for it again in JSON")
AGAIN = Message("download the export again")
CUT_OFF = Message("the file is cut off: download the export again")
LARGE_ITEM = Message("one item is larger than 64 MB")
TWICE = Message("duplicate keys, the last one counts")
MAX_CHECKED = 4 << 20
OBJECTS_OF_ROW, VALUES_OF_ROW = 3, 64  # that take as long as a row of a table
BROKEN = (msgspec.DecodeError, RecursionError)
SURROGATES = Message("lone surrogates replaced")
NULS = Message("NUL characters replaced")

T = TypeVar("T")

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:(?:var\s+)?[A-Za-z_$][\w$.]*\s*=\s*)?")
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL
)
_HAND_EDITED = re.compile(rb"//|/\*|,\s*[\]}]|'|undefined")
_CUT_OFF = re.compile(r'\s*[\w.+-]*|"(?:[^"\\]++|\\.)*+\\?', re.ASCII | re.DOTALL)


def find_start(data: bytes, member: Member) -> int:
    """Return where JSON begins, behind a BOM and a script's `name = ` (case J1).

    Raises InputError for HTML (case J10) and for UTF-16, which no export writes.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(Message("this is UTF-16 instead of UTF-8"), member.where, AS_IT_CAME)
    match = _START.match(data)
    start = match.end() if match else 0
    if data[start : start + 1] == b"<":
        raise InputError(Message("this is HTML instead of JSON"), member.where, HTML_REMEDY)
    return start


def decode(data: bytes | msgspec.Raw, decoder: msgspec.json.Decoder[T], intake: Intake) -> T:
    """Decode, if need be without what JSON cannot carry, which is replaced and counted.

    That is lone surrogates (case N8), NUL (case N9) and bytes that are not UTF-8 (case N5). Raises
    msgspec's ValidationError for another shape, else one of `BROKEN`.
    """
    try:
        return decoder.decode(data)
    except msgspec.ValidationError:
        raise
    except BROKEN:
        data = bytes(data)
    surrogates = sum(match[1] is not None for match in _ESCAPE.finditer(data))
    escaped = _ESCAPE.sub(lambda match: rb"\ufffd" if match[1] else match[0], data)
    text = escaped.decode("utf-8", "replace")
    value = decoder.decode(text.replace("\0", "\ufffd"))
    undecodable = text.count("\ufffd") - escaped.count("\ufffd".encode())
    for note, count in (
        (SURROGATES, surrogates),
        (Message("undecodable bytes replaced"), undecodable),
        (NULS, text.count("\0")),
    ):
        if count:
            intake.note(note, count)
    return value


def spend(data: bytes, member: Member) -> None:
    """Count what decoding will cost, by objects and commas; raises as `Member.spend` does."""
    member.spend(data.count(b"{") / OBJECTS_OF_ROW + data.count(b",") / VALUES_OF_ROW)


def check(data: bytes, member: Member, intake: Intake) -> None:
    """Count equal keys of one object, the last of which wins (case J5).

    Raises InputError for JSON nested deeper than the limit (case J2). A text of over 4 MB is not
    looked through: its depth is bound by the decoder's own limit.
    """
    doubles = 0

    def measure(pairs: list[tuple[str, Any]]) -> int:
        nonlocal doubles
        doubles += len(pairs) - len(dict(pairs))
        return 1 + max((_depth(value) for _, value in pairs), default=0)

    if len(data) > MAX_CHECKED:
        return
    try:
        text = data.decode("utf-8", "replace")
        # numbers need not be read, and huge ones cannot be
        tree = json.loads(
            text, object_pairs_hook=measure, strict=False, parse_int=bool, parse_float=bool
        )
        depth = _depth(tree)
    except json.JSONDecodeError:  # left to `decode`, which tells more
        return
    except RecursionError:
        raise too_deep(member) from None
    if depth > member.limits.json_depth:
        raise too_deep(member)
    if doubles and TWICE not in intake.notes:
        intake.note(TWICE, doubles)


def _depth(value: object) -> int:
    """Return how many lists and objects lie inside each other, where objects are their depth."""
    if type(value) is list:
        return 1 + max(map(_depth, value), default=0)
    return value if type(value) is int else 0


def too_deep(member: Member) -> InputError:
    """Return the error for JSON that is nested too deep."""
    return InputError(Message("this JSON is nested too deep"), member.where, RAISE_LIMITS)


def describe_fault(
    error: Exception, data: bytes, gaps: Iterable[tuple[int, int]], member: Member
) -> InputError:
    """Say what is wrong with a text that was refused by `decode`, and in which line and column.

    `gaps` are (position, how many bytes of the file are left out there).
    """
    if isinstance(error, RecursionError):
        return too_deep(member)
    text = data.decode("latin-1").replace("NaN", "???").replace("Infinity", "????????")
    behind = cut_off = False
    try:
        end = json.JSONDecoder(object_pairs_hook=len, parse_int=len).raw_decode(text)[1]
        at = len(text) - len(text[end:].lstrip())
        behind = at < len(text)
    except json.JSONDecodeError as fault:
        cut_off = _CUT_OFF.fullmatch(text, fault.pos) is not None
        at = len(text) if cut_off else fault.pos
    at_in_file = at + sum(size for position, size in gaps if position <= at)
    where = f"{member.where}: {_place(member, at_in_file)}"
    if behind:
        return InputError(Message("this JSON goes on behind its end"), where, AS_IT_CAME)
    if cut_off:
        return InputError(Message("this JSON ends in the middle"), where, CUT_OFF)
    if _HAND_EDITED.search(data[max(0, at - 2) : at + 12]):
        return InputError(Message("this isn't JSON: it looks hand-edited"), where, AS_IT_CAME)
    return InputError(Message("this JSON is damaged"), where, AGAIN)


def _place(member: Member, at: int) -> str:
    """Return line and column of a byte; read again for it, because only faults need it."""
    line, newline, offset = 1, -1, 0
    for piece in member.pieces():
        piece = piece[: at - offset]
        line += piece.count(b"\n")
        if b"\n" in piece:
            newline = offset + piece.rfind(b"\n")
        offset += len(piece)
    return f"line {line}, column {at - newline}"
