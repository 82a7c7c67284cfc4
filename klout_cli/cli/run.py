"""One run of the command line: global options from anywhere, every fault a line or three and an exit code (interface §2)."""

import os
import sys

from klout_cli import __version__
from klout_cli.cli import LANG, streams
from klout_cli.errors import AccessError, ImporterError, KloutError, UsageError

GLOBAL_FLAGS = frozenset(
    (
        "--plain",
        "--ascii",
        "-v",
        "--verbose",
        "-q",
        "--quiet",
        "--no-progress",
        "--debug",
        "--version",
    )
)
GLOBAL_VALUES = frozenset(("--color", LANG))
VERSION = ["--version"]
INTERRUPTED = 130
COMPLETION = "_KLOUT_COMPLETE"  # by which the scripts of typer ask


def run(arguments: "Sequence[str]") -> int:
    """Run one command and return its exit code; raises nothing but, with --debug, the internal fault itself."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: "Sequence[str]") -> int:
    streams.mend()
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
    except SystemExit as leave:  # completion scripts end like this, and help on a closed pipe
        return 0 if isinstance(leave.__context__, BrokenPipeError) else int(leave.code or 0)
    except Exception as fault:
        from klout_cli import interrupts

        if interrupts.pressed():  # whatever it became on its way here
            return INTERRUPTED
        if "--debug" in arguments and not isinstance(fault, KloutError):
            streams.say(
                ["klout: this may contain personal text, look through it before you share it:"]
            )
            raise
        return _told(fault)


def _complete(arguments: "Sequence[str]") -> int:
    """Tell a shell how a line may go on.

    Where anything is wrong it is told nothing, since nobody has asked for anything yet.
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
    """Answer the version before anything large is imported; all else is typer's."""
    if arguments == VERSION:
        print(f"klout {__version__}")
        return 0
    from klout_cli.cli import speech

    speech.hear(arguments)
    if "" in arguments:
        raise UsageError("an empty argument", "", "a variable of the calling script may not be set")
    from klout_cli.cli.app import app

    if arguments[-1:] == ["--model"] and "explain" in arguments:
        arguments = [
            *arguments,
            "klout",
        ]  # `klout explain --model` alone prints the standard method (interface §1)
    return int(app(arguments, prog_name="klout", standalone_mode=False) or 0)


def globals_first(arguments: "Sequence[str]") -> list[str]:
    """Move global options to the front, so that they may stand behind the command; what follows `--` stays."""
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


def _say(fault: KloutError) -> None:
    streams.say(
        part for part in ("klout: " + fault.what, fault.where, *fault.listed, fault.remedy) if part
    )


def _global_meant(fault: Exception) -> str:
    """Suggest a global option behind a command, which knows nothing of it.

    "" where none is like the one given.
    """
    from difflib import get_close_matches

    given = getattr(fault, "option_name", "")
    close = (
        get_close_matches(given, sorted(GLOBAL_FLAGS | GLOBAL_VALUES), 1)
        if given and not getattr(fault, "possibilities", ())
        else []
    )
    return f"did you mean {close[0]}?" if close else ""


def _told(fault: Exception) -> int:
    if isinstance(fault, KloutError):
        _say(fault)
        return fault.exit_code
    if hasattr(fault, "format_message"):  # typer's own usage faults
        context = getattr(fault, "ctx", None)
        command = context.command_path if context else "klout"
        _say(
            UsageError(
                fault.format_message(),
                "",
                _global_meant(fault) or f"{command} --help lists what there is",
            )
        )
        return UsageError.exit_code
    if isinstance(fault, OSError):
        streams.close_quietly(sys.stdout.fileno())
        _say(
            AccessError(
                f"cannot read or write: {os.strerror(fault.errno) if fault.errno else type(fault).__name__}"
            )
        )
        return AccessError.exit_code
    if MemoryError in (type(fault), type(fault.__cause__)):
        _say(
            AccessError(
                "not enough memory", "", "give fewer files, or leave networks out with --without"
            )
        )
        return AccessError.exit_code
    from klout_cli.cli.fault import write_report

    try:
        where = f"a report without personal text is in {write_report(fault)}"
    except OSError:
        where = "a report of it could not be written"
    if isinstance(fault, ImporterError):
        without = f"klout score PATH... --without {fault.network} scores what else there is; please file the report"
        _say(KloutError(f"internal fault while reading {fault.network}", where, without))
    else:
        _say(KloutError("internal fault", where, "please file it; --debug shows more"))
    return KloutError.exit_code


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
