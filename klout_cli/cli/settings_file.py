"""Add entries to a settings file, which otherwise stays as it is."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from shlex import quote
from textwrap import indent
from typing import TYPE_CHECKING, Any

from klout_cli.cli.output import write
from klout_cli.cli.settings import parse
from klout_cli.errors import UsageError
from klout_cli.translation import gettext as _

if TYPE_CHECKING:
    import yaml


def save_entries(target: Path, section: str, entries: Mapping[str, Any]) -> None:
    """Add entries to a section of a file, which is created if it is missing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        before = target.read_bytes().decode("utf-8", "replace")
    else:
        before = f"# {_('Settings of klout. klout config show lists what is set.')}\n"
    write(add_entries(before, section, entries, str(target)), target)


def describe_save(target: Path, paths: Sequence[Path]) -> list[str]:
    """Say where settings were saved, and which command uses them."""
    command = " ".join(["klout score", *(quote(str(path)) for path in paths)])
    return [_("saved in {file}", file=str(target)), _("now: {command}", command=command)]


def add_entries(text: str, section: str, entries: Mapping[str, Any], name: str) -> str:
    """Return settings with more entries in a section; `name` is the file's.

    Raises UsageError with the line to add if it can't be inserted without other changes.
    """
    import yaml

    from klout_cli.scoring.model import laid_over

    added = {key: dict(value) for key, value in entries.items()}

    def dump(*, flow: bool = False) -> str:
        return yaml.safe_dump(
            added, allow_unicode=True, sort_keys=False, width=1 << 20, default_flow_style=flow
        )

    mark = _find_first_entry(text, section)
    if mark is None:
        longer = f"{text.rstrip()}\n\n{section}:\n{indent(dump(), '  ')}".lstrip()
    else:
        start = mark.index - mark.column
        longer = text[:start] + indent(dump(), " " * mark.column) + text[start:]
    try:
        if parse(longer, name) == laid_over(parse(text, name), {section: added}):
            return longer
    except UsageError:
        pass  # the existing section leaves no room for a block
    line = dump(flow=True).strip()[1:-1]
    raise UsageError(
        _("Nothing can be added to settings written like this."),
        name,
        _("add under {section}: {line}", section=section, line=line),
    )


def _find_first_entry(text: str, section: str) -> "yaml.Mark | None":
    """Return where the first entry of a section begins, None if there are none."""
    import yaml

    from klout_cli.values.yaml_files import SafeLoader

    root = yaml.compose(text, Loader=SafeLoader)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else []:
        if key.value == section and isinstance(value, yaml.MappingNode) and value.value:
            mark: yaml.Mark = value.value[0][0].start_mark
            return mark
    return None
