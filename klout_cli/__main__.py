"""`klout` and `python -m klout_cli`."""

import os
import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # `-m` puts the working folder first: a file beside exports would be imported as a module.
    try:
        if sys.path[0] == os.getcwd():  # noqa: PTH109  # pathlib might be such a file
            del sys.path[0]
    except FileNotFoundError:  # the folder is gone, so nothing was put first
        pass

import gc
import signal
from types import FrameType

INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit code: 130 after Ctrl-C, whatever it became."""
    presses = note_interrupts()
    gc.set_threshold(300_000, 50, 100)  # with `freeze` below, a sixth less time for a score
    try:
        from klout_cli.cli.run import run

        code = run(sys.argv[1:], presses)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # done: the exit code stands
    except BaseException:
        if not presses:
            raise
    if presses:
        silence()
        code = INTERRUPTED
    gc.freeze()  # what is left ends with the process; nothing is to be collected at exit
    sys.exit(code)


def note_interrupts() -> list[int]:
    """Raise KeyboardInterrupt on Ctrl-C, and note it: libraries turn that into errors of theirs.

    A second press ends the process at once. A run started in the background ignores Ctrl-C, and
    goes on ignoring it.
    """
    presses: list[int] = []

    def press(number: int, frame: FrameType | None) -> None:
        presses.append(number)
        signal.signal(number, signal.SIG_DFL)
        raise KeyboardInterrupt

    def drop(unraisable: "sys.UnraisableHookArgs") -> None:
        if not presses:
            sys.__unraisablehook__(unraisable)
        elif unraisable.exc_type is KeyboardInterrupt:
            os._exit(INTERRUPTED)  # raised in a callback, from which no exception gets out

    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, press)
        sys.unraisablehook = drop
    return presses


def silence() -> None:
    """Send what is still to be written nowhere: the rest of a result, complaints of libraries."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


if __name__ == "__main__":
    main()
