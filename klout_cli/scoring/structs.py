"""Parsed YAML as typed structs, with what is wrong in words of our own."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

import msgspec
from msgspec.inspect import (
    BoolType,
    DateType,
    DictType,
    FloatType,
    IntType,
    ListType,
    LiteralType,
    NoneType,
    StrType,
    StructType,
    UnionType,
    type_info,
)

from klout_cli.errors import UsageError, meant
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

REMEDY = N_("klout help settings lists all keys")


class Fault(NamedTuple):
    """What is wrong at a place; `key` if a struct doesn't have it."""

    what: str
    place: str
    key: str = ""


def as_struct(tree: Any, kind: type[Any], name: str) -> Any:
    """Convert parsed YAML to a typed struct.

    A wrong key or type is a UsageError that names the place and suggests.
    """
    try:
        return msgspec.convert(tree, kind)
    except msgspec.ValidationError as error:
        faults = list(_faults(tree, type_info(kind), ""))
        faults.append(Fault(N_("another kind of value is needed"), ""))
        what, place, key = min(faults, key=lambda fault: not fault.key)
        remedy = meant(key, sorted(_names(kind) - {key}), REMEDY) if key else REMEDY
        raise UsageError(what, f"{name}: {place}" if place else name, remedy) from error


def _faults(value: Any, info: Any, place: str) -> Iterator[Fault]:
    """Yield what is wrong with a value of a type."""
    if isinstance(info, UnionType):
        options = [list(_faults(value, option, place)) for option in info.types]
        if all(options):
            named = zip(options, info.types, strict=True)
            yield from next(faults for faults, option in named if not isinstance(option, NoneType))
    elif isinstance(info, StructType) and isinstance(value, dict):
        if info.forbid_unknown_fields:
            known = {field.encode_name for field in info.fields}
            for key in (str(key) for key in value if key not in known):
                yield Fault(Message("there is no key {key}", key=key), place, key)
        for field in info.fields:
            inner = f"{place}.{field.encode_name}".lstrip(".")
            if field.encode_name in value:
                yield from _faults(value[field.encode_name], field.type, inner)
            elif field.required:
                yield Fault(N_("this is missing"), inner)
    elif isinstance(info, DictType) and isinstance(value, dict):
        for key, content in value.items():
            inner = f"{place}.{key}".lstrip(".")
            yield from _faults(key, info.key_type, inner)
            yield from _faults(content, info.value_type, inner)
    elif isinstance(info, ListType) and isinstance(value, list) and _is_long(value, info):
        for number, item in enumerate(value, start=1):
            yield from _faults(item, info.item_type, f"{place}[{number}]")
    elif not _fits(value, info):
        yield Fault(_needed(info), place)


def _is_long(value: list[Any], info: ListType) -> bool:
    return len(value) >= (info.min_length or 0)


def _fits(value: Any, info: Any) -> bool:
    """Return whether a value that holds no others is of a type."""
    match info:
        case LiteralType():
            return value in info.values
        case IntType() | FloatType():
            number = int if isinstance(info, IntType) else int | float
            return (
                isinstance(value, number)
                and not isinstance(value, bool)
                and _is_within(value, info)
            )
        case StrType():
            pattern = re.compile(info.pattern or "")
            return isinstance(value, str) and bool(pattern.search(value))
        case BoolType():
            return isinstance(value, bool)
        case NoneType():
            return value is None
        case DateType():
            return isinstance(value, str | date) and _is_date(str(value))
    return not isinstance(info, StructType | DictType | ListType)


def _is_date(text: str) -> bool:
    with suppress(ValueError):
        return date.fromisoformat(text).isoformat() == text
    return False


def _is_within(value: float, info: IntType | FloatType) -> bool:
    return (
        (info.ge is None or value >= info.ge)
        and (info.gt is None or value > info.gt)
        and (info.le is None or value <= info.le)
        and (info.lt is None or value < info.lt)
    )


def _needed(info: Any) -> str:
    """Say what a type is."""
    match info:
        case LiteralType():
            return Message(
                "use one of {values}", values=", ".join(filter(None, map(str, info.values)))
            )
        case IntType() | FloatType():
            if isinstance(info, IntType):
                return Message("use a whole number{bounds}", bounds=_bounds(info))
            return Message("use a number{bounds}", bounds=_bounds(info))
        case StrType():
            return N_("use text without spaces, * and #") if info.pattern else N_("use text")
        case BoolType():
            return N_("use true or false")
        case ListType():
            return N_("use a list") if not info.min_length else N_("use a list that isn't empty")
    return N_("use a mapping of names to values")


def _bounds(info: IntType | FloatType) -> str:
    """Say which numbers a type takes, "" for any."""
    if info.le is not None and info.ge is not None:
        return Message(" from {least} to {most}", least=info.ge, most=info.le)
    if info.le is not None and info.gt is not None:
        return Message(" above {least} and up to {most}", least=info.gt, most=info.le)
    if info.lt is not None:
        return Message(" between {least} and {most}", least=info.gt, most=info.lt)
    if info.le is not None:
        return Message(" of at most {most}", most=info.le)
    if info.ge is not None:
        return Message(" of at least {least}", least=info.ge)
    return "" if info.gt is None else Message(" above {least}", least=info.gt)


def _names(kind: Any) -> set[str]:
    """Collect every field name of a struct and the structs inside it."""
    found: set[str] = set()
    todo, seen = [type_info(kind)], set()
    while todo:
        info = todo.pop()
        if isinstance(info, StructType) and info.cls not in seen:
            seen.add(info.cls)
            found.update(field.encode_name for field in info.fields)
            todo.extend(field.type for field in info.fields)
        elif isinstance(info, DictType):
            todo.append(info.value_type)
        elif isinstance(info, ListType):
            todo.append(info.item_type)
        elif isinstance(info, UnionType):
            todo.extend(info.types)
    return found
