"""Cut the long arrays of a JSON text between their items, so that it is never held whole."""

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from typing import BinaryIO

import msgspec

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.json_text import AGAIN, BROKEN, LARGE_ITEM, check, decode, find_start, spend
from klout_cli.translation import Message

PIECE, LONGEST = 1 << 20, 64 << 20
TAIL, TRIES = 1 << 16, 4
WALKED_OF_ROW = 16  # commas, looked at one by one, take as long as a row of a table
RAW_ITEMS = msgspec.json.Decoder(list[msgspec.Raw])

_RUN = re.compile(rb'(?:[^][{}",]++|"(?:[^"\\]++|\\.)*+")*+([][{},])', re.DOTALL)
_KEY = re.compile(rb'("(?:[^"\\]++|\\.)*+")\s*:\s*\[\Z', re.DOTALL)
_FIRST_KEY = re.compile(rb',?\s*(\{\s*"[^"\\]{1,200}")')


class Pieces:
    """A JSON text, read piece by piece.

    Iterating yields the items of its array, or of the arrays under `keys` in its object, as many
    at once as a piece has. What fits in one piece is not cut, nor anything where `keys` is None.
    Afterwards `frame` is the text without the items yielded; it ends at a fault. `gaps` are what
    of the file is left out in it.
    """

    def __init__(
        self, stream: BinaryIO, member: Member, keys: Collection[str] | None, intake: Intake
    ) -> None:
        self.stream, self.member, self.intake = stream, member, intake
        intake.allowance = member.allowance
        self.keys = {b"[", *(f'"{key}"'.encode() for key in keys or ())}
        self.entered: set[bytes] = set()
        self.depth = 0
        data = stream.read(PIECE if keys is not None else -1)
        self.ended = keys is None or len(data) < PIECE
        start = find_start(data, member)
        self.frame: bytes | bytearray = bytearray()
        self.data, self.gaps = data[start:], [(0, start)]

    def __iter__(self) -> Iterator[list[msgspec.Raw]]:
        """Raise InputError for an item of over 64 MB."""
        while not self.ended and self._enter_array():
            while items := self._cut():
                yield items
        while not self.ended:
            self._fill(len(self.data) + PIECE)
        if self.frame:
            self.frame += self.data
        else:  # not cut: a copy would double the memory
            self.frame = self.data

    def _enter_array(self) -> bool:
        """Move on to the next array that is to be cut, if it begins in the data at hand."""
        for match, depth in self._walk(self.depth):
            key = _KEY.search(match[0]) if match[1] == b"[" and depth <= 2 else None
            name = key[1] if key else match[1] if depth == 1 else b""
            if name in self.keys:
                if name in self.entered:
                    what = Message("this has two lists with the same name")
                    raise InputError(what, self.member.where, AGAIN)
                self.entered.add(name)
                self.keys.discard(b"[")
                self.depth = depth
                self.frame += self.data[: match.end()]
                self.data = self.data[match.end() :]
                return True
        return False

    def _cut(self) -> list[msgspec.Raw]:
        """Return the next items; none at the array's end, where it is cut off, or at a fault."""
        start, size = int(self.data[:1] == b","), PIECE
        while True:
            self._fill(size)
            for end in self._borders(start):
                if end < 0:
                    break
                array = b"".join((b"[", memoryview(self.data)[start:end], b"]"))
                with suppress(*BROKEN):
                    items = decode(array, RAW_ITEMS, self.intake)
                    spend(array, self.member)
                    if len(self.gaps) == 1:
                        check(array, self.member, self.intake)
                    if items:
                        self.gaps.append((len(self.frame), end))
                        self.data = self.data[end:]
                    return items
            if end >= 0 or self.ended:  # a fault, which is behind the comma
                self.data = b" " * start + self.data[start:]
                self.keys.clear()
                return []
            size = 2 * len(self.data)

    def _borders(self, start: int) -> Iterator[int]:
        """Yield where the data may be cut, of which decoding tells; the last one is certain, or -1.

        First the last commas before items that begin like the first one: mostly they are right,
        and found in a thirtieth of the time that counting brackets takes.
        """
        if self.ended:
            yield self.data.rfind(b"]")
        first = _FIRST_KEY.match(self.data)
        comma = re.compile(rb"\}\s*(,)\s*" + re.escape(first[1]) if first else b"(,)")
        matches = list(comma.finditer(self.data, max(start, len(self.data) - TAIL)))
        yield from (match.start(1) for match in reversed(matches[-TRIES:]))
        border = -1
        self.member.spend(self.data.count(b",") / WALKED_OF_ROW)
        for match, depth in self._walk(1, start):
            if depth == 0 or (match[1] == b"," and depth == 1):
                border = match.end() - 1
            if depth == 0:
                break
        yield border

    def _walk(self, depth: int, position: int = 0) -> Iterator[tuple[re.Match[bytes], int]]:
        """Yield brackets and commas that are in no string, each with the depth behind it."""
        while match := _RUN.match(self.data, position):
            depth += (match[1] in b"[{") - (match[1] in b"]}")
            yield match, depth
            position = match.end()

    def _fill(self, size: int) -> None:
        """Have so many bytes at hand, or all there are."""
        if size > LONGEST:
            raise InputError(LARGE_ITEM, self.member.where, AGAIN)
        self.data += self.stream.read(max(0, size - len(self.data)))
        self.ended = len(self.data) < size
