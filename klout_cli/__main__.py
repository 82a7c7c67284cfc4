"""`klout` and `python -m klout_cli`."""

import sys

from klout_cli.cli.run import run


def main() -> None:
    """Run the command line; ends the process with the exit codes of interface §2."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
