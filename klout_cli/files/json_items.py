"""JSON members: only the needed fields are decoded, long arrays piece by piece, item by item."""

import re
from collections.abc import Collection, Iterator
from typing import TypeVar

import msgspec

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_pieces import RAW_ITEMS, Pieces
from klout_cli.files.json_text import BROKEN, check, decode, describe_fault, spend
from klout_cli.translation import Message

SHAPE = Bad(Message("unexpected shape"))

T = TypeVar("T")

_RAW = msgspec.json.Decoder(msgspec.Raw)
_FIELDS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_PATH = re.compile(r"`(\$.*)`$")
_NOTHING = (b"", b"null", b"{}", b"[]")


def document(
    member: Member, kind: type[T], intake: Intake, without: Collection[str] = ()
) -> T | None:
    """Decode a member as `kind`; None when there is valid JSON with nothing in it (case J9).

    Long arrays under the keys `without` are passed over, so that the member is never held whole.
    Raises InputError for anything that is not such JSON, naming member and place.
    """
    with member.open() as stream:
        text = Pieces(stream, member, without or None, intake)
        for _ in text:
            pass
    return _decode_frame(text, msgspec.json.Decoder(kind))


def items(member: Member, kind: type[T], intake: Intake) -> Iterator[tuple[int, T | Bad]]:
    """Yield (number from 1, item) of the member's array, each item decoded as `kind`.

    An item of another shape is `Bad`; a single value counts as an array of one (case J8). Raises
    InputError where the member is not JSON or is cut off (case J4).
    """
    return keyed(member, (), kind, intake)


def keyed(
    member: Member, keys: Collection[str], kind: type[T], intake: Intake
) -> Iterator[tuple[int, T | Bad]]:
    """Yield like `items` for the arrays under `keys` in the member's object, or for a bare array.

    An object without any of the keys counts as a single item (case J8).
    """
    decoder = msgspec.json.Decoder(kind)
    for number, raw in enumerate(_raw_items(member, keys, intake), start=1):
        try:
            yield number, decode(raw, decoder, intake)
        except BROKEN:
            yield number, SHAPE


def _raw_items(member: Member, keys: Collection[str], intake: Intake) -> Iterator[msgspec.Raw]:
    with member.open() as stream:
        text = Pieces(stream, member, keys, intake)
        for piece in text:
            yield from piece
    frame = bytes(_decode_frame(text, _RAW) or b"")
    values = [frame]
    if keys and frame.startswith(b"{"):
        fields = decode(frame, _FIELDS, intake)
        values = [bytes(fields[key]) for key in keys if key in fields] or values
    for value in values:
        if value.startswith(b"["):
            yield from RAW_ITEMS.decode(value)
        elif not _holds_nothing(value):
            yield msgspec.Raw(value)


def _decode_frame(text: Pieces, decoder: msgspec.json.Decoder[T]) -> T | None:
    """Decode what is left of a text; None where that is nothing."""
    data, where = bytes(text.frame).rstrip().rstrip(b";"), text.member.where
    if _holds_nothing(data):
        return None
    spend(data, text.member)
    try:
        check(data, text.member, text.intake)
        return decode(data, decoder, text.intake)
    except msgspec.ValidationError as error:
        path = _PATH.search(str(error))
        place = f"{where}: {path[1]}" if path else where
        remedy = Message("the layout of this export is newer than this klout")
        raise InputError(SHAPE.reason, place, remedy) from error
    except BROKEN as error:
        raise describe_fault(error, data, text.gaps, text.member) from error


def _holds_nothing(data: bytes) -> bool:
    return len(data) < 1000 and b"".join(data.split()).rstrip(b";") in _NOTHING
