"""Run commands of the installed klout, each in a fork of a process that has loaded it.

`pin.py` starts this with the interpreter of a checkout; jobs and replies are lines of JSON.
"""

import importlib
import importlib.metadata
import json
import os
import pkgutil
import re
import runpy
import signal
import sys
import tempfile
import traceback
from typing import Any

TIMEOUT = 180  # seconds for one command


def serve(klout: str) -> None:
    """Answer commands, a line of JSON each, until the input ends."""
    preload()
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    for line in sys.stdin:
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            if (child := os.fork()) == 0:
                run_command(klout, json.loads(line), out.fileno(), err.fileno())
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            texts = []
            for stream in (out, err):
                stream.seek(0)
                texts.append(stream.read().decode("utf-8", "backslashreplace"))
        print(json.dumps([code, *texts]), file=replies, flush=True)


def preload() -> None:
    """Import klout and what it requires, so that a fork need not."""
    requirements = importlib.metadata.requires("klout-cli") or []
    names = {re.split(r"[^\w.-]", line)[0].lower() for line in requirements if "extra" not in line}
    owners = importlib.metadata.packages_distributions().items()
    modules = [module for module, owner in owners if names & {name.lower() for name in owner}]
    package = importlib.import_module("klout_cli")
    modules += [module.name for module in pkgutil.walk_packages(package.__path__, "klout_cli.")]
    for module in modules:
        if not module.endswith("__main__") and "spark" not in module:
            try:
                importlib.import_module(module)
            except ImportError:  # the command that needs it will say so
                continue


def run_command(klout: str, job: dict[str, Any], out: int, err: int) -> None:
    """Become one run of klout; never returns."""
    code = 1
    try:
        for source, target in ((os.open(os.devnull, os.O_RDONLY), 0), (out, 1), (err, 2)):
            os.dup2(source, target)
        os.chdir(job["folder"])
        os.environ.update(job["environment"])
        sys.argv = ["klout", *job["arguments"]]
        signal.alarm(TIMEOUT)
        runpy.run_path(klout, run_name="__main__")
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    serve(sys.argv[1])
