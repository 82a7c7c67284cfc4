"""One run of the command line: global options from anywhere, every fault a line or three and an exit code (interface §2)."""

import os
import sys
from collections.abc import Sequence

import typer

from klout_cli.cli.app import app
from klout_cli.errors import AccessError, KloutError

GLOBAL_FLAGS = frozenset(("--plain", "--ascii", "-v", "--verbose", "-q", "--quiet", "--debug", "--version"))
GLOBAL_VALUES = frozenset(("--color",))
INTERRUPTED = 130
INTERNAL = 70
USAGE = 2


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; never raises."""
    arguments = globals_first(arguments)
    try:
        result = app(list(arguments), prog_name="klout", standalone_mode=False)
        sys.stdout.flush()
        return int(result or 0)
    except KloutError as fault:
        _say(fault)
        return fault.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
        return 0
    except Exception as fault:
        if "--debug" in arguments:
            raise
        return _unexpected(fault)


def globals_first(arguments: Sequence[str]) -> list[str]:
    """Move global options to the front, so that they may stand behind the command; what follows `--` stays."""
    front: list[str] = []
    rest: list[str] = []
    pending = iter(arguments)
    for argument in pending:
        if argument == "--":
            rest += [argument, *pending]
        elif argument in GLOBAL_FLAGS or argument.startswith(tuple(f"{name}=" for name in GLOBAL_VALUES)):
            front.append(argument)
        elif argument in GLOBAL_VALUES:
            front += [argument, *[value for value in [next(pending, None)] if value is not None]]
        else:
            rest.append(argument)
    return front + rest


def _say(fault: KloutError) -> None:
    from klout_cli.reports.safe import safe

    for part in ("klout: " + fault.what, fault.where, fault.remedy):
        if part:
            print(safe(part, longest=1000), file=sys.stderr)


def _unexpected(fault: Exception) -> int:
    if hasattr(fault, "format_message"):  # typer's own usage faults
        _say(KloutError(fault.format_message(), "", "klout --help lists commands and options"))
        return USAGE
    if isinstance(fault, OSError):
        _close_quietly()
        _say(AccessError(f"cannot read or write: {os.strerror(fault.errno) if fault.errno else type(fault).__name__}"))
        return AccessError.exit_code
    from klout_cli.cli.fault import write_report

    _say(KloutError("internal fault", f"a report without personal text is in {write_report(fault)}", "please file it; --debug shows more"))
    return INTERNAL


def _close_quietly() -> None:
    """Keep the interpreter from flushing a broken stream again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
