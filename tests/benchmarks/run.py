"""Print one table of benchmarks: `python tests/benchmarks/run.py [--small|--big]`.

Ratios of processor time, ours and a baseline in turns.

A baseline is the least that any program must do for the same job. The targets are those of the
project's performance notes; nothing here fails on a slow machine. `--small` shows that every job
runs: there, starting up is nearly all that is measured.
"""

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
READ_POSTS = """
from pathlib import Path
from klout_cli.files.container import open_container
from klout_cli.values.reading import Reading
from klout_cli.importers.posts_table import PostsTable
(container,), importer = open_container(Path({path!r})), PostsTable()
((found),) = importer.identify(container.members)
(export,) = importer.extract(found, Reading(latest=1_800_000_000))
assert len(export.posts) == {posts}
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


@dataclass(frozen=True)
class Size:
    """How much of everything: three sizes each for how cost grows, and how often a pair of processes is run.

    `messages` and `media` are millions of bytes, `standing` pairs of edges and what PageRank over
    them may cost.
    """

    repeats: int
    posts: tuple[int, int, int]
    most_posts: int
    rows: tuple[int, int, int]
    messages: int
    media: int
    snapshots: int
    standing: tuple[tuple[int, float], ...]
    edges: tuple[int, int, int]
    people: tuple[int, int, int]


SIZES = {
    "--small": Size(
        1,
        (50, 100, 200),
        200,
        (500, 1_000, 2_000),
        3,
        10,
        10,
        ((1_000, 0.3),),
        (1_000, 2_000, 4_000),
        (100, 200, 400),
    ),
    "": Size(
        9,
        (500, 5_000, 50_000),
        50_000,
        (10_000, 100_000, 1_000_000),
        200,
        2_000,
        1_000,
        ((10_000, 0.3),),
        (100_000, 1_000_000, 10_000_000),
        (10_000, 30_000, 100_000),
    ),
    "--big": Size(
        9,
        (500, 5_000, 50_000),
        500_000,
        (10_000, 100_000, 1_000_000),
        200,
        2_000,
        1_000,
        ((10_000, 0.3), (1_000_000, 0.03)),
        (100_000, 1_000_000, 10_000_000),
        (100_000, 1_000_000, 10_000_000),
    ),
}


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


def benchmarks(folder: Path, size: Size) -> list[Row]:
    """Run every job."""
    return [
        compare("klout --help", (*KLOUT, "--help"), BARE_HELP, 1.5, size.repeats),
        *archives_of_x(folder, size),
        *histories(folder, folder / f"{size.posts[0]}.zip", size),
        *posts_tables(folder, size),
        *facebook(folder, size),
        *page_ranks(size),
        *ranking(folder, size),
    ]


def archives_of_x(folder: Path, size: Size) -> list[Row]:
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
    largest = run(read(folder / str(size.most_posts), size.most_posts))
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
            1 / 6,
            size.repeats,
        ),
        compare(
            f"X archive, {many:,} posts, zip", read(zips[many], many), inflated, 2.3, size.repeats
        ),
        memory(f"X archive, {size.most_posts:,} posts, memory", largest.megabytes, 256),
        slope("X archive, time by posts", lambda posts: read(zips[posts], posts), size.posts),
    ]


def histories(folder: Path, archive: Path, size: Size) -> list[Row]:
    """Ask a history of two snapshots, and one of many."""
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


def posts_tables(folder: Path, size: Size) -> list[Row]:
    """Read tables of posts."""
    tables = {posts: str(write_posts(folder / f"posts-{posts}.csv", posts)) for posts in size.rows}
    ours = {posts: script(READ_POSTS, path=table, posts=posts) for posts, table in tables.items()}
    most = size.rows[-1]
    return [
        compare(
            f"posts CSV, {most:,} rows",
            ours[most],
            script(READ_CSV, path=tables[most]),
            2,
            min(size.repeats, 3),
        ),
        slope("posts CSV, time by rows", ours.__getitem__, size.rows),
    ]


def facebook(folder: Path, size: Size) -> list[Row]:
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
            1.1,
            size.repeats,
        ),
        compare(
            f"klout score, Facebook with {size.media:,} MB of media",
            scores["media"],
            alone,
            1.1,
            size.repeats,
        ),
    ]


def page_ranks(size: Size) -> list[Row]:
    """Rank nodes of graphs."""

    def ours(edges: int) -> tuple[str, ...]:
        return script(OUR_PAGERANK, edges=edges)

    rows = [
        compare(
            f"PageRank, {edges:,} edges",
            ours(edges),
            script(NETWORKX_PAGERANK, edges=edges),
            target,
            min(size.repeats, 3),
        )
        for edges, target in size.standing
    ]
    return [*rows, slope("PageRank, time by edges", ours, size.edges)]


def ranking(folder: Path, size: Size) -> list[Row]:
    """Rank tables of so many accounts, and compare the one that is nearest to a million."""
    tables = {
        people: write_people(folder / f"people-{people}.csv", people) for people in size.people
    }
    ranked, measured = str(folder / "ranked.csv"), min(size.people[-1], 1_000_000)
    ours = {
        people: (*KLOUT, "rank", str(table), "--force", "-o", ranked)
        for people, table in tables.items()
    }
    by_hand = (
        PYTHON,
        str(Path(__file__).with_name("rank_by_hand.py")),
        str(tables[measured]),
        ranked,
    )
    row = compare(
        f"klout rank, {measured:,} accounts", ours[measured], by_hand, 1.5, min(size.repeats, 3)
    )
    peak = memory(f"klout rank, {measured:,} accounts, memory", row.peak, 400)
    return [row, peak, slope("klout rank, time by accounts", ours.__getitem__, size.people)]


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"KLOUT_HOME": folder, "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        os.environ.pop(
            "PYTHONDONTWRITEBYTECODE", None
        )  # what is installed is compiled: without it, each start would compile anew
        table = [("job", "ours", "baseline", "ratio", "peak", "target", "met")]
        table += [row.cells() for row in benchmarks(Path(folder), SIZES["".join(sys.argv[1:])])]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )


if __name__ == "__main__":
    main()
