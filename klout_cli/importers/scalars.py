"""Values of JSON that may be of any kind, as texts."""

from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | None


def text_of(value: object) -> str:
    """Return a text or a number as text; "" for anything else."""
    known = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value).strip() if known else ""


def string_of(value: object) -> str:
    """Return a text; "" for anything else, numbers too."""
    return value.strip() if isinstance(value, str) else ""
