"""Read one file within the time and memory that any input may take: a process of its own.

`score FILE` runs the whole command, another file is opened by its reader alone.
"""

import io
import resource
import sys
from pathlib import Path

from klout_cli.cli.run import run
from klout_cli.errors import KloutError
from klout_cli.files.container import Member, open_container
from klout_cli.files.intake import Intake
from klout_cli.files.table import open_table
from klout_cli.files.workbook import is_workbook, read_sheets
from klout_cli.importers import every_importer

SECONDS, MEMORY = 2, 256 << 20
KNOWN = {"date": {"date"}, "likes": {"likes"}, "text": {"text"}}


def bound() -> None:
    """Bound the processor time and memory of this process, beyond what importing took."""
    spent = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    resource.setrlimit(resource.RLIMIT_CPU, (int(spent) + SECONDS + 1, resource.RLIM_INFINITY))
    if sys.platform == "linux":
        mapped = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (mapped + MEMORY, resource.RLIM_INFINITY))


def main(path: str) -> int:
    """Print what is wrong with the file, or how many rows or members it has."""
    data = Path(path).read_bytes()
    member = Member("", Path(path).name, len(data), lambda: io.BytesIO(data))
    bound()
    try:
        if path.endswith(".tar.gz"):
            (container,) = open_container(Path(path))
            print(sum(bool(member.head()) for member in container.members))
        elif is_workbook(member):
            print(sum(len(sheet.rows) for sheet in read_sheets(member)))
        else:
            table = open_table(member, Intake(""), KNOWN, ())
            print(sum(1 for _ in table.rows) if table else "no table")
    except KloutError as error:
        print(error.what)
        return error.exit_code
    return 0


if __name__ == "__main__":
    if sys.argv[1] == "score":
        every_importer()
        bound()
        sys.exit(run(sys.argv[1:], []))
    sys.exit(main(sys.argv[1]))
