"""Print one table of benchmarks: `python tests/benchmarks/run.py [--big]`. Ratios of processor time, ours and a baseline in turns.

A baseline is the least that any program must do for the same job. The targets are those of the project's performance notes;
nothing here fails on a slow machine.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import median

from archives import write_archive, zip_archive, zip_facebook
from people import write_people

from klout_cli.cli.app import app

PYTHON = sys.executable
KLOUT = (PYTHON, "-m", "klout_cli")
BARE_PYTHON = (PYTHON, "-c", "pass")
BARE_TYPER = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
def command(path: str = typer.Argument("x", help="What to read.")) -> None:
    "Do one thing."
for number in range({commands}):
    app.command("command-" + str(number))(command)
app(["--help"])
"""
READ_JSON = """
import json
with open({path!r}, encoding="utf-8") as stream:
    stream.seek(len("window.YTD.tweets.part0 = "))
    json.load(stream)
"""
INFLATE = """
import zipfile
with zipfile.ZipFile({path!r}) as archive, archive.open("data/tweets.js") as stream:
    while stream.read(1 << 20):
        pass
"""
READ_X = """
from pathlib import Path
from klout_cli.importers.container import open_container
from klout_cli.importers.interface import Reading
from klout_cli.importers.x import XArchive
(container,), importer = open_container(Path({path!r})), XArchive()
((found),) = importer.identify(container.members)
(export,) = importer.extract(found, Reading(latest=1_800_000_000))
assert len(export.posts) == {posts}
"""
# The same ego graph for both: the owner, node 0, knows everybody; nine ties a person, weights of two kinds.
OUR_PAGERANK = """
from array import array
from itertools import chain
from klout_cli.profile.closeness import Edges, closeness
nodes = {edges} // 10
ones = array("i", chain([0] * nodes, *(range(nodes) for _ in range(9))))
far = [step * 7919 % nodes for step in range(1, 10)]
others = array("i", chain(range(nodes), *(chain(range(step, nodes), range(step)) for step in far)))
found = closeness(nodes, Edges(ones, others, array("d", [1.0, 2.0]) * ({edges} // 2)))
assert abs(sum(found) - 1) < 1e-9
"""
NETWORKX_PAGERANK = """
import networkx
nodes = {edges} // 10
graph = networkx.Graph()
graph.add_weighted_edges_from((0, node, 1.0 + node % 2) for node in range(nodes))
for step in range(1, 10):
    graph.add_weighted_edges_from((node, (node + step * 7919) % nodes, 1.0 + node % 2) for node in range(nodes))
found = networkx.pagerank(graph, personalization={{0: 1}}, tol=1e-9 / nodes, max_iter=1000)
assert abs(sum(found.values()) - 1) < 1e-6
"""


@dataclass
class Run:
    """One process: processor seconds and peak megabytes."""

    seconds: float
    megabytes: float


@dataclass
class Row:
    """One line of the table."""

    job: str
    ours: str
    baseline: str
    value: float
    unit: str
    peak: float
    target: float

    def cells(self) -> tuple[str, ...]:
        met = "yes" if self.value <= self.target else "NO"
        return (
            self.job,
            self.ours,
            self.baseline,
            f"{self.value:.2f}{self.unit}",
            f"{self.peak:.0f} MB",
            f"≤ {self.target:.2f}{self.unit}",
            met,
        )


def run(command: Sequence[str]) -> Run:
    """Run a process to its end, without its output. Raises RuntimeError when it fails."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1)])
    os.close(nowhere)
    _, status, usage = os.wait4(child, 0)
    if status:
        raise RuntimeError(f"failed: {' '.join(command)[:200]}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10))


def compare(job: str, ours: Sequence[str], baseline: Sequence[str], target: float, repeats: int) -> Row:
    """Run both in turns; the ratio is the median of the pairs' ratios, so that a busy moment costs both."""
    pairs = [(run(ours), run(baseline)) for _ in range(repeats)]
    mine, theirs = median(a.seconds for a, _ in pairs), median(b.seconds for _, b in pairs)
    ratio = median(a.seconds / b.seconds for a, b in pairs)
    return Row(job, f"{mine * 1000:.0f} ms", f"{theirs * 1000:.0f} ms", ratio, "×", max(a.megabytes for a, _ in pairs), target)


def script(text: str, **values: object) -> tuple[str, ...]:
    """Return the command that runs a script of this file."""
    return (PYTHON, "-c", text.format(**values))


def slope(job: str, command: Callable[[int], Sequence[str]], sizes: Sequence[int]) -> Row:
    """Fit log time on log size: 1 is proportional."""
    runs = [[run(command(size)) for _ in range(3)] for size in sizes]
    xs, ys = [log(size) for size in sizes], [log(median(one.seconds for one in group)) for group in runs]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    steepness = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)
    return Row(job, " ".join(f"{size:,}" for size in sizes), "", steepness, "", max(one.megabytes for one in runs[-1]), 1.1)


def benchmarks(folder: Path, big: bool) -> list[Row]:
    """Write the archives and run every job."""
    sizes = (500, 5_000, 50_000)
    tweets = {size: write_archive(folder / str(size), size) for size in sizes}
    zips = {size: zip_archive(folder / str(size), folder / f"{size}.zip") for size in sizes}

    def read_x(path: Path, posts: int) -> tuple[str, ...]:
        return script(READ_X, path=str(path), posts=posts)

    alone, beside = (zip_facebook(folder / f"facebook-{name}.zip", size) for name, size in (("alone", 0), ("messages", 200)))
    bare_help = script(BARE_TYPER, commands=len(app.registered_commands))
    rows = [
        compare("klout --version", (*KLOUT, "--version"), BARE_PYTHON, 1.3, 15),
        compare("klout --help", (*KLOUT, "--help"), bare_help, 1.15, 15),
        compare("klout score, X archive of 500 posts, zip", (*KLOUT, "score", str(zips[500])), bare_help, 2.2, 15),
        compare("X archive, 50,000 posts, folder", read_x(folder / "50000", 50_000), script(READ_JSON, path=str(tweets[50_000])), 1 / 6, 5),
        compare("X archive, 50,000 posts, zip", read_x(zips[50_000], 50_000), script(INFLATE, path=str(zips[50_000])), 2.3, 9),
        compare("klout score, Facebook with 200 MB of messages", (*KLOUT, "score", str(beside)), (*KLOUT, "score", str(alone)), 1.1, 9),
        compare("PageRank, 10,000 edges", script(OUR_PAGERANK, edges=10_000), script(NETWORKX_PAGERANK, edges=10_000), 0.3, 9),
        slope("PageRank, time by edges", lambda size: script(OUR_PAGERANK, edges=size), (100_000, 1_000_000, 10_000_000)),
        slope("X archive, time by posts", lambda size: read_x(zips[size], size), sizes),
    ]
    rows += ranking(folder, (100_000, 1_000_000, 10_000_000) if big else (10_000, 30_000, 100_000))
    if big:
        rows.append(compare("PageRank, 1 M edges", script(OUR_PAGERANK, edges=10**6), script(NETWORKX_PAGERANK, edges=10**6), 0.03, 3))
        write_archive(folder / "big", 500_000)
        peak = run(read_x(folder / "big", 500_000))
        rows.append(Row("X archive, 500,000 posts, memory", f"{peak.seconds:.1f} s", "", peak.megabytes, " MB", peak.megabytes, 256))
    return rows


def ranking(folder: Path, sizes: Sequence[int]) -> list[Row]:
    """Rank tables of so many accounts, and compare the one that is nearest to a million."""
    tables = {size: write_people(folder / f"people-{size}.csv", size) for size in sizes}
    ranked, measured = str(folder / "ranked.csv"), min(sizes[-1], 1_000_000)
    ours = {size: (*KLOUT, "rank", str(table), "--force", "-o", ranked) for size, table in tables.items()}
    by_hand = (PYTHON, str(Path(__file__).with_name("rank_by_hand.py")), str(tables[measured]), ranked)
    row = compare(f"klout rank, {measured:,} accounts", ours[measured], by_hand, 1.5, 3)
    memory = Row(f"klout rank, {measured:,} accounts, memory", "", "", row.peak, " MB", row.peak, 400)
    return [row, memory, slope("klout rank, time by accounts", ours.__getitem__, sizes)]


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KLOUT_HOME"] = folder
        table = [("job", "ours", "baseline", "ratio", "peak", "target", "met")]
        table += [row.cells() for row in benchmarks(Path(folder), "--big" in sys.argv[1:])]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main()
