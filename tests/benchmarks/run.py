"""Print one table of benchmarks: `python tests/benchmarks/run.py --help`.

Ratios of processor time, ours and a baseline in turns. A baseline is the least that any program
must do for the same job. Nothing here fails on a slow machine; with small sizes, starting up is
nearly all that is measured.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log
from pathlib import Path
from statistics import median

from archives import write_archive, write_posts, zip_archive, zip_facebook
from msgspec.structs import replace
from people import write_people
from typer.main import get_command

from klout_cli.cli.app import app
from klout_cli.history.store import History

PYTHON = sys.executable
KLOUT = (
    PYTHON,
    "-c",
    "from klout_cli.__main__ import main; main()",
)  # as the installed script; -m would import runpy too
BARE_TYPER = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
def command(path: str = typer.Argument("x", help="What to read.")) -> None:
    "Do one thing."
for number in range({commands}):
    app.command("command-" + str(number))(command)
app(["--help"])
"""
BARE_HELP = (PYTHON, "-c", BARE_TYPER.format(commands=len(get_command(app).commands)))
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
from klout_cli.files.container import open_container
from klout_cli.values.reading import Reading
from klout_cli.importers.x import XArchive
(container,), importer = open_container(Path({path!r})), XArchive()
((found),) = importer.identify(container.members)
(export,) = importer.extract(found, Reading(latest=1_800_000_000))
assert len(export.posts) == {posts}
"""
READ_CSV = """
import csv
with open({path!r}, encoding="utf-8", newline="") as stream:
    for row in csv.reader(stream):
        pass
"""
# The same ego graph for both: the owner, node 0, knows everybody; nine ties a person, weights of
# two kinds.
OUR_PAGERANK = """
import numpy
from klout_cli.person.pagerank import compute_pagerank
nodes = {edges} // 10
everybody = numpy.arange(nodes)
ones = numpy.concatenate([numpy.zeros(nodes, int), *[everybody] * 9])
others = numpy.concatenate([numpy.roll(everybody, -step * 7919) for step in range(10)])
both_ways = numpy.concatenate([ones, others]), numpy.concatenate([others, ones])
found = compute_pagerank(nodes, *both_ways, numpy.tile([1.0, 2.0], {edges}), start=0)
assert abs(found.values.sum() - 1) < 1e-9
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


def parse_sizes(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the sizes of all jobs, three of each where growth is measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=JOBS, default=[*JOBS], help="groups of jobs")
    parser.add_argument("--repeats", type=int, default=9, help="pairs of processes a ratio")
    three = {"type": int, "nargs": 3, "metavar": "N"}
    parser.add_argument("--posts", **three, default=[500, 5_000, 50_000], help="of X archives")
    parser.add_argument("--most-posts", type=int, default=500_000, help="of the largest archive")
    parser.add_argument(
        "--rows", **three, default=[10_000, 100_000, 1_000_000], help="of tables of posts"
    )
    parser.add_argument("--messages", type=int, default=200, help="MB of unread messages")
    parser.add_argument("--media", type=int, default=2_000, help="MB of unread media")
    parser.add_argument("--snapshots", type=int, default=1_000, help="in a long history")
    parser.add_argument(
        "--edges", **three, default=[100_000, 1_000_000, 10_000_000], help="of PageRank"
    )
    parser.add_argument(
        "--accounts", **three, default=[10_000, 1_000_000, 10_000_000], help="of rank"
    )
    parser.add_argument("--spark", action="store_true", help="rank with Spark too")
    return parser.parse_args(arguments)


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
    child = os.posix_spawn(
        command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1)]
    )
    os.close(nowhere)
    _, status, usage = os.wait4(child, 0)
    if status:
        raise RuntimeError(f"failed: {' '.join(command)[:200]}")
    return Run(
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10),
    )


def compare(
    job: str, ours: Sequence[str], baseline: Sequence[str], target: float, repeats: int
) -> Row:
    """Run both in turns, once uncounted.

    The ratio is the median of the pairs' ratios, so that a busy moment costs both.
    """
    run(ours), run(baseline)
    pairs = [(run(ours), run(baseline)) for _ in range(repeats)]
    mine, theirs = median(a.seconds for a, _ in pairs), median(b.seconds for _, b in pairs)
    ratio = median(a.seconds / b.seconds for a, b in pairs)
    return Row(
        job,
        f"{mine * 1000:.0f} ms",
        f"{theirs * 1000:.0f} ms",
        ratio,
        "×",
        max(a.megabytes for a, _ in pairs),
        target,
    )


def script(text: str, **values: object) -> tuple[str, ...]:
    """Return the command that runs a script of this file."""
    return (PYTHON, "-c", text.format(**values))


def slope(job: str, command: Callable[[int], Sequence[str]], sizes: Sequence[int]) -> Row:
    """Fit log time on log size: 1 is proportional."""
    runs = [[run(command(size)) for _ in range(3)] for size in sizes]
    xs, ys = (
        [log(size) for size in sizes],
        [log(median(one.seconds for one in group)) for group in runs],
    )
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    steepness = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum(
        (a - x) ** 2 for a in xs
    )
    return Row(
        job,
        " ".join(f"{size:,}" for size in sizes),
        "",
        steepness,
        "",
        max(one.megabytes for one in runs[-1]),
        1.1,
    )


def memory(job: str, megabytes: float, target: float) -> Row:
    """Say how much memory a job takes at most."""
    return Row(job, "", "", megabytes, " MB", megabytes, target)


def starting(folder: Path, size: argparse.Namespace) -> list[Row]:
    """Start the program."""
    return [compare("klout --help", (*KLOUT, "--help"), BARE_HELP, 1.5, size.repeats)]


def archives_of_x(folder: Path, size: argparse.Namespace) -> list[Row]:
    """Score a small archive, and read larger ones."""
    tweets = {
        posts: write_archive(folder / str(posts), posts) for posts in {*size.posts, size.most_posts}
    }
    zips = {
        posts: zip_archive(folder / str(posts), folder / f"{posts}.zip") for posts in size.posts
    }
    least, _, many = size.posts

    def read(path: Path, posts: int) -> tuple[str, ...]:
        return script(READ_X, path=str(path), posts=posts)

    as_json, inflated = (
        script(READ_JSON, path=str(tweets[many])),
        script(INFLATE, path=str(zips[many])),
    )
    largest = run((*KLOUT, "score", str(folder / str(size.most_posts)), "--no-history"))
    return [
        compare(
            f"klout score, X archive of {least:,} posts, zip",
            (*KLOUT, "score", str(zips[least])),
            BARE_HELP,
            2.8,
            size.repeats,
        ),
        compare(
            f"X archive, {many:,} posts, folder",
            read(folder / str(many), many),
            as_json,
            0.25,
            size.repeats,
        ),
        compare(
            f"X archive, {many:,} posts, zip", read(zips[many], many), inflated, 3.6, size.repeats
        ),
        memory(f"klout score, X archive of {size.most_posts:,} posts", largest.megabytes, 400),
        slope("X archive, time by posts", lambda posts: read(zips[posts], posts), size.posts),
    ]


def histories(folder: Path, size: argparse.Namespace) -> list[Row]:
    """Ask a history of two snapshots, and one of many."""
    write_archive(folder / "history", size.posts[0])
    archive = zip_archive(folder / "history", folder / "history.zip")
    few, many = folder / "few.sqlite3", folder / "many.sqlite3"
    run((*KLOUT, "score", str(archive), "--history", str(few)))
    (kept,) = History(few).all()
    newest = date.fromisoformat(kept.snapshot.as_of)
    for file, snapshots in ((few, 2), (many, size.snapshots)):
        for age in range(snapshots):
            as_of = (newest - timedelta(days=age)).isoformat()
            History(file).keep(replace(kept.snapshot, as_of=as_of), kept.model, kept.score)
    asked = {
        "explain": ("explain", "resonance"),
        "compare": ("compare",),
        "history list": ("history", "list"),
        "hints": ("hints",),
    }
    rows = []
    for name, words in asked.items():
        of_few, of_many = ((*KLOUT, *words, "--history", str(file)) for file in (few, many))
        rows.append(compare(f"klout {name}, from history", of_few, BARE_HELP, 2.5, size.repeats))
        rows.append(
            compare(
                f"klout {name}, {size.snapshots:,} snapshots (against 2)",
                of_many,
                of_few,
                2,
                size.repeats,
            )
        )
    return rows


def posts_tables(folder: Path, size: argparse.Namespace) -> list[Row]:
    """Read tables of posts."""
    tables = {posts: str(write_posts(folder / f"posts-{posts}.csv", posts)) for posts in size.rows}
    ours = {posts: (*KLOUT, "score", table, "--no-history") for posts, table in tables.items()}
    most = size.rows[-1]
    return [
        compare(
            f"klout score, posts CSV of {most:,} rows",
            ours[most],
            script(READ_CSV, path=tables[most]),
            3,
            min(size.repeats, 3),
        ),
        slope("klout score, posts CSV, growth", ours.__getitem__, size.rows),
    ]


def facebook(folder: Path, size: argparse.Namespace) -> list[Row]:
    """Score a download without and with what is never opened."""
    beside = {"alone": (0, 0), "messages": (size.messages, 0), "media": (0, size.media)}
    scores = {
        name: (*KLOUT, "score", str(zip_facebook(folder / f"facebook-{name}.zip", *much)))
        for name, much in beside.items()
    }
    alone = scores["alone"]
    return [
        compare(
            f"klout score, Facebook with {size.messages:,} MB of messages",
            scores["messages"],
            alone,
            1.05,
            size.repeats,
        ),
        compare(
            f"klout score, Facebook with {size.media:,} MB of media",
            scores["media"],
            alone,
            1.05,
            size.repeats,
        ),
    ]


def page_ranks(folder: Path, size: argparse.Namespace) -> list[Row]:
    """Rank nodes of graphs."""

    def ours(edges: int) -> tuple[str, ...]:
        return script(OUR_PAGERANK, edges=edges)

    edges = size.edges[1]
    theirs = script(NETWORKX_PAGERANK, edges=edges)
    return [
        compare(f"PageRank, {edges:,} edges", ours(edges), theirs, 0.06, min(size.repeats, 3)),
        slope("PageRank, growth", ours, size.edges),
    ]


def ranking(folder: Path, size: argparse.Namespace) -> list[Row]:
    """Rank tables of accounts, and compare the middle one with the same sums by hand."""
    few, some, many = size.accounts
    tables = {
        accounts: write_people(folder / f"people-{accounts}.csv", accounts)
        for accounts in size.accounts
    }
    target = str(folder / "ranked.csv")
    ours = {
        accounts: (*KLOUT, "rank", str(table), "--force", "-o", target)
        for accounts, table in tables.items()
    }
    by_hand = (PYTHON, str(Path(__file__).with_name("rank_by_hand.py")), str(tables[some]), target)
    repeats = min(size.repeats, 3)
    row = compare(f"klout rank, {some:,} accounts, polars", ours[some], by_hand, 2, repeats)
    times = many / some
    runs = [(run(ours[many]), run(ours[some])) for _ in range(1 if times > 2 else repeats)]
    growth = median(large.seconds / small.seconds for large, small in runs) / times
    large = runs[-1][0]
    started = run(ours[few])
    rows = [
        row,
        memory(f"klout rank, {some:,} accounts", row.peak, 400),
        Row(
            f"klout rank, {many:,} accounts, linear",
            f"{large.seconds:.1f} s",
            f"{times:g} × {some:,}",
            growth,
            "×",
            large.megabytes,
            1.3,
        ),
        memory(f"klout rank, {many:,} accounts", large.megabytes, 450),
        Row(f"klout rank, {few:,} accounts", "", "", started.seconds, " s", started.megabytes, 0.6),
    ]
    if size.spark:
        spark = ("rank", str(tables[some]), "--engine", "spark", "--master", "local[2]", "--force")
        theirs = run((*KLOUT, *spark, "-o", str(folder / "ranked.parquet")))
        cost = theirs.seconds / runs[-1][1].seconds
        label = f"klout rank --engine spark, {some:,} accounts, DuckDB"
        rows.append(Row(label, f"{theirs.seconds:.1f} s", "", cost, "×", theirs.megabytes, 10))
    return rows


JOBS: dict[str, Callable[[Path, argparse.Namespace], list[Row]]] = {
    "help": starting,
    "archives": archives_of_x,
    "history": histories,
    "posts": posts_tables,
    "facebook": facebook,
    "pagerank": page_ranks,
    "rank": ranking,
}


def main() -> None:
    """Print the table."""
    sizes = parse_sizes()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"KLOUT_HOME": folder, "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        # What is installed is compiled; otherwise each start would compile anew.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        table = [("job", "ours", "baseline", "ratio", "memory", "target", "met")]
        for job in sizes.only:
            table += [row.cells() for row in JOBS[job](Path(folder), sizes)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )


if __name__ == "__main__":
    main()
