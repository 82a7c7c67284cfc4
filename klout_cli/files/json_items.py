"""JSON members: typed decode of only the needed fields, large arrays in pieces, bad items counted (reliability rows J; performance §1)."""

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from itertools import chain
from typing import Generic, TypeVar

import msgspec

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake

PIECE = 1 << 18  # with what it decodes to, it stays in the processor's cache
LOOKED_AT = 1 << 21
LONGEST_ITEM = 64 << 20
TRIES = 4
OPENING, CLOSING, COMMA = b"[],"
HTML_REMEDY = "this is the HTML form of the export: ask for it again with format JSON"
AGAIN = "download the export again"
AS_IT_CAME = "use the file as it was downloaded"
SHAPE = Bad("unexpected shape")
TWICE = "keys that stand twice, the last of them counts"

T = TypeVar("T")
Broken = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

_RAW = msgspec.json.Decoder(msgspec.Raw)
_RAWS = msgspec.json.Decoder(list[msgspec.Raw])
_NOTHING = (b"", b"null", b"{}", b"[]")

_ASSIGNMENT = re.compile(rb"\s*(?:var\s+)?[A-Za-z_$][\w$.]*\s*=\s*")
_FIRST_KEY = re.compile(rb'\s*\[\s*\{\s*("(?:[^"\\]|\\.)*")')
_BORDER = re.compile(rb"\}\s*(,)\s*\{\s*\Z")
_STRUCTURE = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\Z)|[\[\]{},]', re.DOTALL)
_LONE_SURROGATE = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_BRACKETS = bytes.maketrans(b"{}", b"[]")
_NO_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")
_STRING_OR_NOT = re.compile(rb'"(?:[^"\\]++|\\.)*+"|([^"]+)', re.DOTALL)
_HAND_EDITED = re.compile(rb"//|/\*|,\s*[\]}]|'|undefined")


def document(member: Member, kind: type[T], intake: Intake) -> T | None:
    """Decode a whole member as `kind`; None when there is valid JSON with nothing in it (J9).

    Of equal keys the last wins; noted (J5).

    Raises InputError for anything that is not such JSON, naming member and place.
    """
    data, offset = _payload(member.read(), member)
    if _holds_nothing(data):
        return None
    _refuse_depth(data, member)
    try:
        found = _mended(data, msgspec.json.Decoder(kind), intake)
        if TWICE not in intake.notes:
            _note_doubles(data, intake)
        return found
    except msgspec.ValidationError as fault:
        raise InputError(
            "unexpected shape",
            f"{member.where}: {fault}",
            "the layout of this export is newer than this klout",
        ) from fault
    except Broken as fault:
        raise _told(fault, data, offset, member) from fault


def items(member: Member, kind: type[T], intake: Intake) -> Iterator[tuple[int, T | Bad]]:
    """Yield (number from 1, item) of the member's top-level array in pieces of a quarter of a megabyte, each item decoded as `kind`.

    An item of another shape is `Bad`; a single object counts as an array of one (J8). A script's
    `name = ` before it is cut (J1). Raises InputError where the member is not such JSON or ends in
    the middle (J4); the caller's Draft then takes its rows back.
    """
    return enumerate(chain.from_iterable(_Array(member, kind, intake).pieces()), start=1)


def keyed(
    member: Member, keys: Collection[str], kind: type[T], intake: Intake
) -> Iterator[tuple[int, T | Bad]]:
    """Yield like `items` for the array under one of `keys` in the member's object.

    A bare array is read as it is, in pieces.

    An object without any of the keys counts as a single item (J8). Raises InputError where the
    member is no such JSON.
    """
    if _payload(member.head(), member)[0].lstrip()[:1] != b"{":
        yield from items(member, kind, intake)
        return
    fields = document(member, dict[str, msgspec.Raw], intake) or {}
    for raw in [bytes(fields[key]) for key in keys if key in fields] or [
        msgspec.json.encode(fields)
    ]:
        yield from items(member.holding(raw), kind, intake)


class _Array(Generic[T]):
    """A member's top-level array being read.

    `offset` is where the bytes at hand begin in the member.
    """

    def __init__(self, member: Member, kind: type[T], intake: Intake) -> None:
        self.member = member
        self.intake = intake
        self.noted = Intake(intake.file)
        self.one = msgspec.json.Decoder(kind)
        self.many = msgspec.json.Decoder(list[kind])  # type: ignore[valid-type]
        self.first_key = b""
        self.offset = 0
        self.begun = False
        self.told = TWICE in intake.notes

    def pieces(self) -> Iterator[list[T | Bad]]:
        """Yield the items piece by piece.

        Where one item is longer than a piece, as much again is read.

        Those of the first megabytes come together: a fault in them is found before any is used.
        """
        with self.member.open() as stream:
            start, self.offset = _payload(stream.read(PIECE), self.member)
            if start.lstrip()[:1] != b"[":
                yield self._handed(self._single(start + stream.read()))
                return
            if found := _FIRST_KEY.match(start):
                self.first_key = found[1]
            data, held = bytearray(start), list[T | Bad]()
            while more := stream.read(max(PIECE, len(data))):
                data += more
                if cut := self._likely(data) or self._certain(data):
                    end, piece = cut
                    held += piece
                    if self.offset + len(data) >= LOOKED_AT:
                        yield self._handed(held)
                        held = []
                    data[end] = OPENING
                    del data[:end]
                    self.offset += end
                elif len(data) > LONGEST_ITEM:
                    raise InputError("one item is larger than 64 MB", self.member.where, AGAIN)
            yield self._handed(held + self._whole(bytes(data).rstrip().rstrip(b";")))

    def _handed(self, found: list[T | Bad]) -> list[T | Bad]:
        """Pass on what was noted of items that are used."""
        self.intake.notes.update(self.noted.notes)
        self.noted.notes.clear()
        return found

    def _single(self, data: bytes) -> list[T | Bad]:
        """Decode one object where an array is usual; nothing in it is no item."""
        data = data.rstrip().rstrip(b";")
        if _holds_nothing(data):
            return []
        _refuse_depth(data, self.member)
        try:
            item = self._item(_mended(data, _RAW, self.noted))
            if not self.told:
                _note_doubles(data, self.noted)
            return [item]
        except Broken as fault:
            raise _told(fault, data, self.offset, self.member) from fault

    def _likely(self, data: bytearray) -> tuple[int, list[T | Bad]] | None:
        """Cut before the last item that begins like the first.

        The decoder verifies it: in a wrong place something stays open.
        """
        position = len(data)
        for _ in range(TRIES if self.first_key else 0):
            position = data.rfind(self.first_key, 0, position)
            if position > 0 and (border := _BORDER.search(data, max(0, position - 200), position)):
                end = border.start(1)
                data[end] = CLOSING
                try:
                    with memoryview(data) as view:
                        return end, self._decoded(view[: end + 1])
                except Broken:
                    data[end] = COMMA
        return None

    def _certain(self, data: bytearray) -> tuple[int, list[T | Bad]] | None:
        """Cut at the last comma between items by counting brackets.

        None where the first item has not ended yet.
        """
        depth = end = 0
        for found in _STRUCTURE.finditer(data):
            mark = found[0]
            if mark in b"[{":
                depth += 1
            elif mark in b"]}":
                depth -= 1
            elif mark == b"," and depth == 1:
                end = found.start()
        return (end, self._whole(data[:end] + b"]")) if end else None

    def _whole(self, data: bytes | bytearray) -> list[T | Bad]:
        try:
            return self._decoded(data)
        except Broken as fault:
            raise _told(fault, data, self.offset, self.member) from fault

    def _decoded(self, data: bytes | bytearray | memoryview) -> list[T | Bad]:
        """Decode an array at once, or one by one where an item has another shape.

        Raises one of `Broken` where it is no whole JSON.
        """
        found: list[T | Bad]
        looked_at = not self.begun or self.offset + len(data) <= LOOKED_AT
        if looked_at:
            _refuse_depth(data, self.member)
        try:
            found = self.many.decode(data)
        except Broken:
            found = [self._item(raw) for raw in _mended(data, _RAWS, self.noted)]
        self.begun = True
        if looked_at and not self.told:
            _note_doubles(bytes(data), self.noted)
        return found

    def _item(self, raw: msgspec.Raw) -> T | Bad:
        try:
            return _mended(raw, self.one, self.noted)
        except msgspec.ValidationError:
            return SHAPE


def _mended(
    data: bytes | bytearray | memoryview | msgspec.Raw,
    decoder: msgspec.json.Decoder[T],
    intake: Intake,
) -> T:
    """Decode; where that fails, without what JSON cannot carry: lone surrogates (N8), NUL (N9), bytes that are not UTF-8 (N5), counted."""
    try:
        return decoder.decode(data)
    except msgspec.ValidationError:
        raise
    except Broken:
        data = bytes(data)
    cleaned, surrogates = _LONE_SURROGATE.subn(rb"\\ufffd", data)
    text = cleaned.decode("utf-8", "replace")
    undecodable = text.count("\ufffd") - cleaned.count("\ufffd".encode())
    nuls = text.count("\0")
    found = decoder.decode(text.replace("\0", "\ufffd"))
    for what, number in (
        ("lone surrogates", surrogates),
        ("undecodable bytes", undecodable),
        ("NUL characters", nuls),
    ):
        if number:
            intake.note(f"{what} replaced", number)
    return found


def _note_doubles(data: bytes, intake: Intake) -> None:
    """Count keys that stand twice in one object: written again, decoded JSON has fewer (J5).

    Of large files the first megabytes tell.
    """
    if len(data) > 2 * LOOKED_AT:
        return
    with suppress(*Broken):
        once = msgspec.json.encode(msgspec.json.decode(data))
        as_many_colons = (
            data.count(b":") == once.count(b":") and b"\\u003" not in data
        )  # counted in a fifth of the time
        if not as_many_colons and (lost := _keys(data) - _keys(once)) > 0:
            intake.note(TWICE, lost)


def _keys(data: bytes) -> int:
    return data.count(b'":') + data.count(b'" :')


def _holds_nothing(data: bytes) -> bool:
    return len(data) < 1000 and b"".join(data.split()).rstrip(b";") in _NOTHING


def _payload(data: bytes, member: Member) -> tuple[bytes, int]:
    """Cut BOM and script prefix and say how long they were.

    Raise InputError for HTML (J10) and for UTF-16, which no export writes.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("UTF-16 instead of UTF-8", member.where, AS_IT_CAME)
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    if data[start:].lstrip()[:1] == b"<":
        raise InputError("HTML instead of JSON", member.where, HTML_REMEDY)
    if found := _ASSIGNMENT.match(data, start):
        start = found.end()
    return data[start:], start


def _refuse_depth(data: bytes | bytearray | memoryview, member: Member) -> None:
    """Raise InputError for JSON that lies deeper inside itself than the limit (J2).

    Of large arrays the first megabytes tell.

    Brackets alone nearly always do, at a third of what decoding takes; where those in strings may
    have, strings are left out first. What is deep further on ends at the decoder's own bound.
    """
    most = member.limits.json_depth
    if _is_deeper(bytes(data), most) and _is_deeper(_without_strings(bytes(data)), most):
        raise _too_deep(member)


def _without_strings(data: bytes) -> bytes:
    kept = bytearray()
    for found in _STRING_OR_NOT.finditer(data):  # one at a time, since a hostile file has millions
        kept += found[1] or b""
    return bytes(kept)


def _is_deeper(data: bytes, most: int) -> bool:
    """Take away the innermost pairs of brackets, again and again.

    Brackets without a partner count too.
    """
    rest = data.translate(_BRACKETS, _NO_BRACKETS)
    for _ in range(most):
        outer = rest.replace(b"[]", b"")
        if len(outer) == len(rest):
            break
        rest = outer
    return b"[]" in rest or rest.count(b"[") > most


def _too_deep(member: Member) -> InputError:
    return InputError("JSON nested too deep", member.where, "limits in klout.yaml can be raised")


def _told(fault: Exception, data: bytes | bytearray, offset: int, member: Member) -> InputError:
    """Name line and column of the first byte that is wrong (J2, J3, J4, J7).

    `data` begins at byte `offset` of the member.
    """
    if isinstance(fault, RecursionError):
        return _too_deep(member)
    found = re.search(r"byte (\d+)", str(fault))
    behind = "trailing characters" in str(fault)  # whose place is told one too far
    at = int(found[1]) - behind if found else len(data)
    where = f"{member.where}: {_place(member, offset + at)}"
    if "truncated" in str(fault):
        return InputError("JSON ends in the middle", where, f"the file is cut off: {AGAIN}")
    if behind:
        return InputError("JSON with something behind its end", where, AS_IT_CAME)
    if _HAND_EDITED.search(data[max(0, at - 2) : at + 12]):
        return InputError("not JSON: looks hand-edited", where, AS_IT_CAME)
    return InputError("damaged JSON", where, AGAIN)


def _place(member: Member, at: int) -> str:
    """Return line and column of a byte; read again for it, because only faults need it."""
    line, newline, position = 1, -1, 0
    with member.open() as stream:
        while position < at and (piece := stream.read(min(PIECE, at - position))):
            line += piece.count(b"\n")
            if b"\n" in piece:
                newline = position + piece.rfind(b"\n")
            position += len(piece)
    return f"line {line}, column {at - newline}"
