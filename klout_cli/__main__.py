"""`klout` and `python -m klout_cli`. The version is answered before anything is imported."""

import sys

from klout_cli import __version__


def main() -> None:
    """Run the command line; ends the process with the exit codes of interface §2."""
    if sys.argv[1:] == ["--version"]:
        print(f"klout {__version__}")
        return
    from klout_cli.cli.run import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
