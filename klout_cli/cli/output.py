"""Where results go: the standard stream or a private file, whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from klout_cli.errors import AccessError, UsageError
from klout_cli.reports.screen import Screen, screen


def screen_of(context: typer.Context) -> Screen:
    """Return what standard output can show, with the global options."""
    chosen = context.obj
    return screen(
        os.environ,
        sys.stdout.isatty(),
        sys.stdout.encoding or "utf-8",
        _columns(),
        colour=chosen.colour,
        plain=chosen.plain,
        ascii=chosen.ascii,
        verbose=chosen.verbose,
    )


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 80


def write(text: str, output: Path | None, inputs: Iterable[Path] = (), force: bool = False) -> None:
    """Write a result to the stream, or to a file of mode 0600 by way of a temporary one.

    Raises UsageError for an existing file without `force`, and for one of the inputs; AccessError where it cannot be written.
    """
    if output is None or str(output) == "-":
        _to_stream(text)
        return
    if output.is_symlink() or (output.exists() and not force):
        raise UsageError("the output exists already", str(output), "give another name, or --force to replace a plain file")
    if output.exists() and any(path.exists() and output.samefile(path) for path in inputs):
        raise UsageError("the output is one of the inputs", str(output), "give another name")
    _to_file(text.encode(), output)


def _to_stream(text: str) -> None:
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def _to_file(data: bytes, output: Path) -> None:
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=output.parent, prefix=".klout-")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(output)
    except OSError as fault:
        Path(temporary).unlink(missing_ok=True) if temporary else None
        raise AccessError(f"cannot write: {fault.strerror}", str(output), "choose another place with -o") from fault


def named(output: Path | None, format: str, formats: Sequence[str]) -> Path | None:
    """Return the file for one of several formats: the format is the suffix where there is more than one."""
    if output is None or str(output) == "-" or len(formats) == 1:
        return output
    return output.with_suffix({"table": ".txt"}.get(format, f".{format}"))


def warn(context: typer.Context, lines: Iterable[str]) -> None:
    """Say something on the error stream, unless --quiet."""
    from klout_cli.reports.safe import safe

    if not context.obj.quiet:
        for line in lines:
            print(f"klout: {safe(line, longest=1000)}", file=sys.stderr)
