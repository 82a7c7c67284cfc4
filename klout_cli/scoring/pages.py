"""Small, strict YAML files that people write; every error has a line and column."""

import re
from pathlib import Path
from typing import Any

import yaml

from klout_cli import __version__
from klout_cli.errors import AccessError, UsageError
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.yaml_files import SafeLoader

LARGEST = 64 * 1024
MAX_DEPTH = 20
PLAIN_NUMBER = re.compile(
    r"[-+]?((0|[1-9][0-9]*)(\.[0-9]*)?|\.[0-9]+)(e[-+][0-9]+)?|[-+]?\.(inf|nan)", re.IGNORECASE
)
"""What everybody reads as the same number; YAML also takes 010 for 8 and 1:30 for 90."""


def page_text(path: Path, name: str, kind: str) -> str:
    """Return the text of a YAML file.

    Raises AccessError if it can't be read, UsageError if it is too large or not UTF-8.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as fault:
        raise AccessError(
            N_("This file can't be read."), name, N_("check its name and permissions")
        ) from fault
    if len(data) > LARGEST:
        raise UsageError(
            N_("This file is larger than 64 KB."), name, N_("it should be one page of YAML")
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UsageError(N_("This file isn't UTF-8 text."), name, N_("save it as UTF-8")) from fault


def read_yaml(text: str, name: str) -> Any:
    """Parse strict YAML: no aliases, no tags, no duplicate keys.

    Raises UsageError with line and column.
    """
    try:
        _refuse_aliases_and_depth(text)
        return yaml.load(text, Loader=_Strict)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark
        place = f"{name}: line {mark.line + 1}, column {mark.column + 1}" if mark else name
        problem = fault.problem if isinstance(fault, _RefusedError) else None
        raise UsageError(
            problem or N_("This isn't valid YAML."),
            place,
            N_("check the spelling and the indentation there (spaces, no tabs)"),
        ) from fault
    except (yaml.YAMLError, ValueError) as fault:
        raise UsageError(
            N_("This isn't valid YAML."), name, N_("check the spelling and the indentation")
        ) from fault


def refuse_newer(made_by: object, name: str) -> None:
    """Raise UsageError for a file made by a newer klout.

    It says so in `made_by: klout 2.0`; `name` is the file's.
    """
    maker, own = _release(made_by), _release(__version__)
    if maker and own and maker > own:
        raise UsageError(
            Message(
                "This file was made by klout {newer}; yours is {own}.",
                newer=".".join(map(str, maker[:2])),
                own=__version__,
            ),
            f"{name}: made_by",
            N_("update klout-cli; nothing was changed"),
        )


def _release(text: object) -> tuple[int, ...]:
    match = re.search(r"(\d+)\.(\d+)", text) if isinstance(text, str) else None
    return tuple(map(int, match.groups())) if match else ()


class _RefusedError(yaml.MarkedYAMLError):
    """An error for valid YAML that settings don't allow."""

    def __init__(self, problem: str, mark: Any) -> None:
        super().__init__(problem=problem, problem_mark=mark)


def _refuse_aliases_and_depth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError(N_("aliases aren't allowed here"), event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
            event, yaml.CollectionEndEvent
        )
        if depth > MAX_DEPTH:
            raise _RefusedError(N_("this is nested too deep"), event.start_mark)


class _Strict(SafeLoader):
    """A YAML loader for settings: scalar keys without duplicates."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _RefusedError(N_("a name must be plain text"), key.start_mark)
            if key.value in seen:
                raise _RefusedError(
                    Message("{name} is listed twice", name=key.value), key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)

    def construct_int(self, node: yaml.ScalarNode) -> int:
        """Return a whole number in plain digits."""
        return int(super().construct_yaml_int(_plain(node)))

    def construct_decimal(self, node: yaml.ScalarNode) -> float:
        """Return a plain decimal number."""
        return float(super().construct_yaml_float(_plain(node)))

    def refuse_tag(self, node: yaml.Node) -> None:
        raise _RefusedError(N_("tags aren't allowed here"), node.start_mark)


def _plain(node: yaml.ScalarNode) -> yaml.ScalarNode:
    if not PLAIN_NUMBER.fullmatch(node.value):
        raise _RefusedError(
            Message("{value} isn't a plain number", value=node.value), node.start_mark
        )
    return node


_Strict.add_constructor("tag:yaml.org,2002:int", _Strict.construct_int)
_Strict.add_constructor("tag:yaml.org,2002:float", _Strict.construct_decimal)
_Strict.add_constructor(None, _Strict.refuse_tag)
