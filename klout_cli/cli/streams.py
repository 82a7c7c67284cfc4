"""The standard streams, so that no state of theirs is ever a fault of ours (reliability L1, L7, S11)."""

import os
import sys
from io import TextIOWrapper


def mend() -> None:
    """Make a closed output refuse results and a closed error stream swallow talk; characters the output lacks become "?"."""
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def close_quietly() -> None:
    """Let the rest of a broken output go nowhere, also what the interpreter flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
