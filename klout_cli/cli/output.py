"""Write results to standard output or, atomically, to a private file."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer

from klout_cli.cli import language, streams
from klout_cli.errors import AccessError, UsageError
from klout_cli.reports import renderer
from klout_cli.reports.interface import Renderer
from klout_cli.reports.screen import Screen, screen
from klout_cli.reports.screens.blocks import Block
from klout_cli.translation import Message
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_

SUFFIXES = {"table": ".txt", "markdown": ".md"}


def screen_of(context: typer.Context, *, to_file: bool = False) -> Screen:
    """Return the capabilities of standard output, or of a UTF-8 file without colours."""
    chosen = context.obj
    return screen(
        os.environ,
        not to_file and sys.stdout.isatty(),
        "utf-8" if to_file else sys.stdout.encoding or "utf-8",
        _columns(),
        colour="never" if to_file else chosen.colour,
        plain=chosen.plain,
        ascii=chosen.ascii,
        verbose=chosen.verbose,
        lang=language.current_language(),
    )


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 80


def targets(
    output: Path | None, formats: Sequence[str], inputs: Sequence[Path], force: bool
) -> list[Path | None]:
    """Return a file for each format, None for standard output.

    With several formats each adds its suffix to the name. Raises UsageError, before anything is
    read or written, for an existing file without `force` and for a file that is an input or inside
    one.
    """
    if output is None or str(output) == "-":
        return [None] * len(formats)
    named = {format: SUFFIXES.get(format, f".{format}") for format in formats}
    stem = output.with_suffix("") if output.suffix in named.values() else output
    files = (
        [output]
        if len(formats) == 1
        else [stem.with_name(stem.name + suffix) for suffix in named.values()]
    )
    for file in files:
        refuse_file(file, inputs, force=force)
    return [*files]


def refuse_file(file: Path, inputs: Sequence[Path], *, force: bool) -> None:
    """Raise UsageError for a file that mustn't be written, AccessError for one that can't be."""
    if not file.parent.is_dir():
        raise AccessError(
            _("Can't save to {folder}: that folder doesn't exist.", folder=str(file.parent)),
            file.name,
            _("Create the folder first, or choose another place with -o."),
        )
    if file.exists() and any(_within(file, path) for path in inputs):
        raise UsageError(N_("The output is one of the inputs."), str(file), N_("use another name"))
    if file.is_symlink() or (file.exists() and not file.is_file()):
        raise UsageError(N_("The output isn't a plain file."), str(file), N_("use another name"))
    if file.exists() and not force:
        raise UsageError(
            N_("This file exists already."), str(file), N_("use another name, or --force")
        )


def _within(file: Path, path: Path) -> bool:
    return path.exists() and (file.samefile(path) or file.resolve().is_relative_to(path.resolve()))


def show(
    context: typer.Context,
    formats: Sequence[str],
    files: Sequence[Path | None],
    say: Callable[[Renderer], str],
) -> None:
    """Write each format's result of `say(renderer)` to its file or standard output.

    Raises the same errors as `write`.
    """
    screens = [screen_of(context, to_file=file is not None) for file in files]
    texts = [say(renderer(format, screen)) for format, screen in zip(formats, screens, strict=True)]
    for text, file in zip(texts, files, strict=True):
        write(text, file)


def show_blocks(context: typer.Context, blocks: Iterable[Block], file: Path | None = None) -> None:
    """Draw blocks on the screen or into a file; raises the same errors as `write`."""
    from klout_cli.reports.screens.console import draw

    write(draw(blocks, screen_of(context, to_file=file is not None)), file)


def write(text: str, file: Path | None = None) -> None:
    """Write a result to standard output, or atomically to a file of mode 0600.

    A closed stream ends the output silently; the exit code stays the command's. Raises AccessError
    if it can't be written.
    """
    if file:
        write_bytes(text.encode(), file)
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        streams.close_quietly(sys.stdout.fileno())


def write_bytes(data: bytes, file: Path) -> None:
    """Write a file of mode 0600 atomically.

    Raises AccessError if it can't be written.
    """
    with replacing(file) as place:
        place.write_bytes(data)


@contextmanager
def replacing(file: Path) -> Iterator[Path]:
    """Yield a temporary path beside a file or folder, and move it there at the end.

    An interrupted run leaves the old file; a killed one also leaves a folder `.klout-…` beside it.
    The result is private (mode 0600, a folder 0700). Raises AccessError if it can't be written.
    """
    try:
        with tempfile.TemporaryDirectory(dir=file.parent, prefix=".klout-") as folder:
            place = Path(folder) / file.name
            yield place
            place.chmod(0o700 if place.is_dir() else 0o600)
            if place.is_file():
                with place.open("rb+") as stream:
                    os.fsync(stream.fileno())
            place.replace(file)
    except OSError as error:
        raise AccessError(
            Message("Can't save ({reason}).", reason=error.strerror or ""),
            str(file),
            N_("choose another place with -o"),
        ) from error


def warn(context: typer.Context, lines: Iterable[str]) -> None:
    """Print to standard error, unless --quiet."""
    if not context.obj.quiet:
        streams.say(lines)
