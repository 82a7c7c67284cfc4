"""JSON members: typed decode of only the needed fields, large arrays in pieces, bad items counted (reliability rows J; performance §1)."""

import io
import re
from collections.abc import Collection, Iterator
from functools import partial
from typing import Any, TypeVar

import msgspec

from klout_cli.errors import InputError
from klout_cli.importers.container import Member
from klout_cli.profile.rows import Bad, Intake

PIECE = 1 << 20
LONGEST_ITEM = 64 << 20
HTML_REMEDY = "this is the HTML form of the export: ask for it again with format JSON"
SHAPE = Bad("unexpected shape")
TOO_DEEP = Bad("nested too deep")
BROKEN = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

T = TypeVar("T")

_ASSIGNMENT = re.compile(rb"\s*(?:var\s+)?[A-Za-z_$][\w$.]*\s*=\s*")
_FIRST_KEY = re.compile(rb'\[\s*\{\s*("(?:[^"\\]|\\.)*")')
_LONE_SURROGATE = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_HAND_EDITED = re.compile(rb"//|/\*|,\s*[\]}]|'|undefined")


def document(member: Member, kind: type[T], intake: Intake) -> T | None:
    """Decode a whole member as `kind`; None when there is valid JSON with nothing in it (J9).

    Raises InputError for anything that is not such JSON, naming member and place.
    """
    data = _payload(member.read(), member)
    if data.strip() in (b"", b"null", b"{}", b"[]"):
        return None
    return _decode(data, kind, member, intake)


def items(member: Member, kind: type[T], intake: Intake) -> Iterator[tuple[int, T | Bad]]:
    """Yield (number from 1, item) of the member's top-level array in pieces of about a megabyte, each item decoded as `kind`.

    An item of another shape is `Bad`; a single object counts as an array of one (J8). A script's `name = ` before it is cut (J1).
    Raises InputError where the member is not such JSON or ends in the middle (J4); the caller's Draft then takes its rows back.
    """
    number = 0
    pieces = msgspec.json.Decoder(list[kind])  # type: ignore[valid-type]
    for piece in _pieces(member, pieces, intake):
        for item in piece:
            number += 1
            yield number, item


def keyed(member: Member, keys: Collection[str], kind: type[T], intake: Intake) -> Iterator[tuple[int, T | Bad]]:
    """Yield like `items` for the array under one of `keys` in the member's object; a bare array is read as it is, in pieces.

    An object without any of the keys counts as a single item (J8). Raises InputError where the member is no such JSON.
    """
    if _payload(member.head(), member).lstrip()[:1] != b"{":
        yield from items(member, kind, intake)
        return
    fields = document(member, dict[str, msgspec.Raw], intake) or {}
    for raw in [bytes(fields[key]) for key in keys if key in fields] or [msgspec.json.encode(fields)]:
        part = Member(member.container, member.name, len(raw), partial(io.BytesIO, raw))
        yield from items(part, kind, intake)


def _pieces(member: Member, decoder: msgspec.json.Decoder[Any], intake: Intake) -> Iterator[list[Any]]:
    with member.open() as stream:
        buffer = _payload(stream.read(PIECE), member)
        if not buffer.lstrip().startswith(b"["):
            yield from _single(buffer + stream.read(), member, decoder, intake)
            return
        found = _FIRST_KEY.match(buffer.lstrip())
        border = re.compile(rb"\}\s*,\s*(?=\{\s*" + (re.escape(found[1]) if found else b"") + rb")")
        while more := stream.read(PIECE):
            buffer += more
            cut = _cut(buffer, border, decoder)
            if cut:
                piece, buffer = cut
                yield piece
            elif len(buffer) > LONGEST_ITEM:
                raise InputError("one item is larger than 64 MB", member.where, "download the export again")
        yield _rest(buffer.rstrip().rstrip(b";"), member, decoder, intake)


def _single(data: bytes, member: Member, decoder: msgspec.json.Decoder[Any], intake: Intake) -> Iterator[list[Any]]:
    """One object instead of an array, an empty member, or no JSON at all."""
    if data.strip() in (b"", b"null", b"{}"):
        return
    yield _rest(b"[" + data.strip().rstrip(b";") + b"]", member, decoder, intake)


def _cut(buffer: bytes, border: re.Pattern[bytes], decoder: msgspec.json.Decoder[Any]) -> tuple[list[Any], bytes] | None:
    """Split after the last whole item: a wrong place is unbalanced, fails to decode, and the place before it is tried."""
    places = [found.span() for found in border.finditer(buffer, max(0, len(buffer) - PIECE))]
    for start, end in reversed(places[-16:]):
        try:
            return decoder.decode(memoryview(buffer)[: start + 1].tobytes() + b"]"), b"[" + buffer[end:]
        except msgspec.ValidationError:
            return _one_by_one(buffer[: start + 1] + b"]", decoder), b"[" + buffer[end:]
        except BROKEN:
            continue
    return None


def _rest(data: bytes, member: Member, decoder: msgspec.json.Decoder[Any], intake: Intake) -> list[Any]:
    try:
        return decoder.decode(data)  # type: ignore[no-any-return]
    except msgspec.ValidationError:
        return _one_by_one(data, decoder)
    except BROKEN:
        _decode(data, list[msgspec.Raw], member, intake)  # says what is wrong, unless cleaning mends it
        return _one_by_one(_cleaned(data, intake), decoder)


def _one_by_one(data: bytes, decoder: msgspec.json.Decoder[Any]) -> list[Any]:
    kind = decoder.type.__args__[0]
    found: list[Any] = []
    for raw in msgspec.json.decode(data, type=list[msgspec.Raw]):
        try:
            found.append(msgspec.json.decode(raw, type=kind))
        except RecursionError:
            found.append(TOO_DEEP)
        except (msgspec.DecodeError, UnicodeDecodeError):
            found.append(SHAPE)
    return found


def _decode(data: bytes, kind: type[T], member: Member, intake: Intake) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as fault:
        raise InputError("unexpected shape", f"{member.where}: {fault}", "the layout of this export is newer than this klout") from fault
    except BROKEN:
        cleaned = _cleaned(data, intake)
    try:
        return msgspec.json.decode(cleaned, type=kind)
    except RecursionError as fault:
        raise InputError("JSON nested too deep", member.where, "this is no export klout knows") from fault
    except msgspec.DecodeError as fault:
        raise _broken(data, member, str(fault)) from fault


def _cleaned(data: bytes, intake: Intake) -> bytes:
    """Replace what JSON cannot carry: lone surrogates (N8) and bytes that are not UTF-8 (N5); counted."""
    cleaned, count = _LONE_SURROGATE.subn(rb"\\ufffd", data)
    if count:
        intake.note("lone surrogates replaced", count)
    text = cleaned.decode("utf-8", "replace")
    broken = text.count("\ufffd") - cleaned.count("\ufffd".encode())
    if broken:
        intake.note("undecodable bytes replaced", broken)
    return text.encode()


def _payload(data: bytes, member: Member) -> bytes:
    """Cut BOM and script prefix; raise InputError for HTML (J10) and for UTF-16, which no export writes as JSON."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    if data.lstrip()[:1] == b"<":
        raise InputError("HTML instead of JSON", member.where, HTML_REMEDY)
    found = _ASSIGNMENT.match(data)
    return data[found.end() :] if found else data


def _broken(data: bytes, member: Member, fault: str) -> InputError:
    """Name line and column of the first byte that is wrong (J3, J4, J7)."""
    found = re.search(r"byte (\d+)", fault)
    offset = int(found[1]) if found else len(data)
    line = data.count(b"\n", 0, offset) + 1
    column = offset - data.rfind(b"\n", 0, offset)
    place = f"{member.where}: line {line}, column {column}"
    if "truncated" in fault:
        return InputError("JSON ends in the middle", place, "the file is cut off: download the export again")
    if "trailing" in fault:
        return InputError("JSON with something behind its end", place, "use the file as it was downloaded")
    if _HAND_EDITED.search(data[max(0, offset - 2) : offset + 12]):
        return InputError("not JSON: looks hand-edited", place, "use the file as it was downloaded")
    return InputError("damaged JSON", place, "download the export again")
