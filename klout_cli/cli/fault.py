"""Crash reports: where an internal error happened, without messages or data."""

import os
import platform
import tempfile
import traceback
from pathlib import Path

from klout_cli import __version__


def write_report(fault: BaseException) -> Path:
    """Write exception types, functions and lines to a private file; return its path."""
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
