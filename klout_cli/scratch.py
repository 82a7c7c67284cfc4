"""Private folders for what is half made, named after their process: what a killed run has left is found, and removed (reliability S14)."""

import os
import platform
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from klout_cli import interrupts

PREFIX = f".klout-{platform.node()}-"


@contextmanager
def scratch(parent: Path) -> Iterator[Path]:
    """Give a folder of mode 0700 that is gone afterwards, also after Ctrl-C.

    Raises OSError where there can be none.
    """
    sweep(parent)
    with (
        interrupts.held(),
        tempfile.TemporaryDirectory(dir=parent, prefix=f"{PREFIX}{os.getpid()}-") as folder,
        interrupts.heard(),
    ):
        yield Path(folder)


def sweep(parent: Path) -> None:
    """Remove the folders that killed runs of this machine have left here."""
    for left in parent.glob(f"{PREFIX}*-*"):
        with suppress(OSError, ValueError):
            if _abandoned(left):
                shutil.rmtree(left)


def _abandoned(folder: Path) -> bool:
    """Tell whether its process is gone; not on Windows, where asking for one would end it."""
    if os.name == "nt":
        return False
    try:
        os.kill(int(folder.name.removeprefix(PREFIX).split("-")[0]), 0)
    except ProcessLookupError:
        return True
    return False
