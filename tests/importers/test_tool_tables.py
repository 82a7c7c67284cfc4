"""Tables of public tools are read without `klout map`, whatever they call their columns."""

import pytest

from klout_cli.importers.posts_table import PostsTable
from klout_cli.person.rows import Export
from tests.importers import inputs
from tests.importers.inputs import ledger, member
from tests.importers.tool_tables import ALL, ROWS, TABLES, ToolTable


def read(table: ToolTable) -> list[Export]:
    file = member(table.text, table.file)
    assert PostsTable().identify([file], inputs.Reading(latest=inputs.LATEST))
    return inputs.read(PostsTable(), file)


def sums(export: Export) -> dict[str, int | None]:
    """Sum what an export knows of its own posts; followers are the newest level."""
    own = [post for post in export.posts if post.kind == "original"]
    found: dict[str, int | None] = {}
    for name in ALL[:3]:
        known = [count for post in own if (count := getattr(post, name)) is not None]
        found[name] = sum(known) if known else None
    newest = max(export.levels, key=lambda level: level.at or 0, default=None)
    return {**found, "followers": newest.value if newest else None}


@pytest.mark.parametrize("table", TABLES, ids=[table.id for table in TABLES])
def test_a_table_of_a_tool_is_read(table: ToolTable) -> None:
    (export,) = read(table)
    own = [post for post in export.posts if post.kind == "original"]
    assert f"{export.network}:{export.handle}" == table.account
    assert (len(own), sums(export)) == (ROWS, table.sums)
    assert {post.at // 86_400 for post in own} == {
        int(inputs.at(day)) // 86_400 for day in table.days
    }
    assert ledger(export).read == ROWS + table.below.count("\n")
