"""`klout` and `python -m klout_cli`."""

import gc
import os
import sys

from klout_cli.cli.run import VERSION, run


def main() -> None:
    """Run the command line; ends the process with the exit codes of interface §2."""
    if sys.argv[1:] == VERSION:
        sys.exit(run(VERSION))
    from klout_cli import interrupts  # what a version is told without

    interrupts.listen()
    prepare()
    code = run(sys.argv[1:])
    interrupts.ignore()
    # what is left goes with the process: Python, leaving, would look through it again, a fifth of
    # the time
    gc.freeze()
    sys.exit(code)


def prepare() -> None:
    """Spare this process what it gains nothing from."""
    gc.set_threshold(
        300_000, 50, 100
    )  # what is loaded and read here lives to the end: looking for what does not costs a tenth of the time
    os.environ.setdefault(
        "OPENBLAS_NUM_THREADS", "1"
    )  # numpy's helpers, of whom nothing is asked, wait busily: half of its start


if __name__ == "__main__":
    main()
