"""Where two JSON values differ: texts, keys, counts and order exactly, numbers to 1e-9."""

import difflib
import json
import math
from collections.abc import Iterator
from typing import Any

TOLERANCE = 1e-9
VOLATILE = ("tool",)  # keys that name the program and its version
MISSING = "(missing)"
WIDTH = 160  # characters of a value in a printed difference


def differences(old: Any, new: Any, place: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Yield every place where two outputs differ, with both values."""
    if isinstance(old, dict) and isinstance(new, dict):
        names = [name for name in {**old, **new} if name not in VOLATILE]
        for name in names:
            path = f"{place}.{name}" if place else name
            yield from differences(old.get(name, MISSING), new.get(name, MISSING), path)
        first, second = (
            [name for name in side if name in old and name in new] for side in (old, new)
        )
        if first != second:
            yield f"{place} (order of keys)", first, second
    elif isinstance(old, list) and isinstance(new, list):
        for left, right in paired(old, new):
            index = left if left is not None else right
            values = [
                MISSING if position is None else side[position]
                for side, position in ((old, left), (new, right))
            ]
            yield from differences(values[0], values[1], f"{place}[{index}]")
    elif not equal(old, new):
        yield place, old, new


def paired(old: list[Any], new: list[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Yield the indices of items to compare, None where one side has no such item."""
    if len(old) == len(new):
        yield from zip(range(len(old)), range(len(new)), strict=True)
        return
    texts = [[json.dumps(item) for item in side] for side in (old, new)]
    matcher = difflib.SequenceMatcher(None, texts[0], texts[1], autojunk=False)
    for _, first, last, start, end in matcher.get_opcodes():
        for offset in range(max(last - first, end - start)):
            yield (
                first + offset if first + offset < last else None,
                start + offset if start + offset < end else None,
            )


def equal(old: Any, new: Any) -> bool:
    """Return whether two values are the same: counts exactly, numbers to 1e-9."""
    if float in (type(old), type(new)) and {type(old), type(new)} <= {int, float}:
        return math.isclose(old, new, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    return type(old) is type(new) and bool(old == new)


def format_value(value: Any) -> str:
    """Return a value on one line, cut where it is long."""
    plain = isinstance(value, str) and value.isprintable()
    text = value if plain else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= WIDTH else text[:WIDTH] + "…"
