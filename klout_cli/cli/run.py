"""Run one command; map every exception to a message and an exit code.

Global options may be anywhere.
"""

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from klout_cli import __version__
from klout_cli.cli import LANG, language, streams
from klout_cli.errors import AccessError, ImporterError, KloutError, UsageError, as_sentence, meant
from klout_cli.reports.show import show
from klout_cli.translation import Message, use_language
from klout_cli.translation import gettext_noop as N_

GLOBAL_FLAGS = frozenset(
    (
        "--plain",
        "--ascii",
        "-v",
        "--verbose",
        "-q",
        "--quiet",
        "--no-progress",
        "--no-input",
        "--debug",
        "--version",
    )
)
GLOBAL_VALUES = frozenset(("--color", LANG))
COMPLETION = "_KLOUT_COMPLETE"  # set by typer's completion scripts


def run(arguments: Sequence[str], presses: Sequence[int] = ()) -> int:
    """Run one command and return its exit code.

    Raises whatever Ctrl-C became if it is recorded in `presses`, and internal errors with --debug;
    prints every other exception.
    """
    streams.repair()
    if os.environ.get(COMPLETION, "").startswith("complete"):
        return _complete(arguments)
    try:
        arguments = globals_first(arguments)
        result = _answer(arguments)
        sys.stdout.flush()
        return result
    except BrokenPipeError:
        streams.close_quietly(sys.stdout.fileno())
        return 0
    except SystemExit as leave:  # raised by completion scripts, and by help on a closed pipe
        return 0 if isinstance(leave.__context__, BrokenPipeError) else int(leave.code or 0)
    except Exception as error:
        if presses:
            raise
        if "--debug" in arguments and not isinstance(error, KloutError):
            streams.say(
                [N_("This may contain personal text. Look through it before you share it:")]
            )
            raise
        return _report_error(error)


def _complete(arguments: Sequence[str]) -> int:
    """Complete a command line for a shell.

    On any error there are no completions, as nothing was run yet.
    """
    from klout_cli.cli.app import app

    try:
        app(arguments, prog_name="klout")
    except SystemExit as leave:
        return int(leave.code or 0)
    except Exception:
        streams.close_quietly(sys.stdout.fileno())
    return 0


def _answer(arguments: list[str]) -> int:
    from klout_cli.cli.app import app

    language.remember_arguments(arguments)
    use_language(language.current_language())
    if "" in arguments:
        raise UsageError(N_("An argument is empty. Is a shell variable unset?"))
    if file := _first_file(arguments):
        arguments.insert(arguments.index(file), "score")
    if arguments[-1:] == ["--model"] and "explain" in arguments:
        # `klout explain --model` alone prints the standard method
        arguments = [*arguments, "klout"]
    return int(app(arguments, prog_name="klout", standalone_mode=False) or 0)


def _first_file(arguments: Sequence[str]) -> str:
    """Return the first argument if it is a path and no command: `klout FILE` scores it."""
    from klout_cli.cli.app import COMMANDS

    values = iter(arguments)
    for argument in values:
        if argument in GLOBAL_VALUES:
            next(values, None)
        elif not argument.startswith("-"):
            is_file = argument not in COMMANDS and Path(argument).exists()
            return argument if is_file else ""
    return ""


def globals_first(arguments: Sequence[str]) -> list[str]:
    """Move global options to the front, so that they can follow the command.

    Arguments after `--` stay.
    """
    front: list[str] = []
    rest: list[str] = []
    pending = iter(arguments)
    for argument in pending:
        if argument == "--":
            rest += [argument, *pending]
        elif argument in GLOBAL_FLAGS or argument.startswith(
            tuple(f"{name}=" for name in GLOBAL_VALUES)
        ):
            front.append(argument)
        elif argument in GLOBAL_VALUES:
            front += [argument, *[value for value in [next(pending, None)] if value is not None]]
        else:
            rest.append(argument)
    return front + rest


def _report_error(error: Exception) -> int:
    """Print an error to standard error and return its exit code."""
    if isinstance(error, OSError):
        streams.close_quietly(sys.stdout.fileno())
    message = _as_klout_error(error)
    what = as_sentence(show(message.what, streams.LONGEST))
    streams.say(part for part in (what, message.where, *message.listed, message.remedy) if part)
    return message.exit_code


def _as_klout_error(error: Exception) -> KloutError:
    """Convert an exception: usage errors, missing access and internal errors."""
    if isinstance(error, KloutError):
        return error
    if hasattr(error, "format_message"):  # typer's own usage errors
        return _usage_error(error)
    if isinstance(error, OSError):
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        return AccessError(Message("Can't read or write ({reason}).", reason=reason))
    if MemoryError in (type(error), type(error.__cause__)):
        return AccessError(
            N_("There isn't enough memory."), "", N_("use fewer files, or --without a network")
        )
    return _internal_fault(error)


def _usage_error(error: Any) -> UsageError:
    """Word a typer usage error by its type and fields rather than by its text."""
    context = error.ctx
    command = context.command_path if context else "klout"
    remedy: str = Message("see {command} --help", command=command)
    if (option := getattr(error, "option_name", "")) and hasattr(error, "possibilities"):
        known = {*(error.possibilities or ()), *GLOBAL_FLAGS, *GLOBAL_VALUES}
        return UsageError(
            Message("There is no option {name}.", name=option),
            "",
            meant(option, sorted(known), remedy),
        )
    if option:
        return UsageError(Message("{name} needs a value.", name=option), "", remedy)
    if parameter := getattr(error, "param", None):
        problem = N_("This isn't a valid value.") if error.message else N_("This is missing.")
        if choices := getattr(parameter.type, "choices", ()):
            remedy = Message("use one of {names}", names=", ".join(choices))
        return UsageError(problem, parameter.get_error_hint(context).replace("'", ""), remedy)
    return UsageError(N_("There is one argument too many."), "", remedy)


def _internal_fault(error: Exception) -> KloutError:
    """Write a crash report; return an error with its path and what to do."""
    where: str
    try:
        where = Message(
            "A report without personal text is in {file}", file=str(_write_crash_report(error))
        )
    except OSError:
        where = N_("a report couldn't be written")
    if isinstance(error, ImporterError):
        return KloutError(
            Message("Internal error while reading {network}.", network=error.network),
            where,
            Message("score the rest: klout score FILE --without {network}", network=error.network),
        )
    return KloutError(N_("Internal error."), where, N_("please report it; --debug shows more"))


def _write_crash_report(fault: BaseException) -> Path:
    """Write where an internal error happened to a private file, without messages or data."""
    lines = [f"klout {__version__}, Python {platform.python_version()}, {platform.system()}"]
    link: BaseException | None = fault
    while link is not None:
        lines.append(type(link).__name__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        ]
        link = link.__cause__
    handle, name = tempfile.mkstemp(prefix="klout-fault-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return Path(name)
