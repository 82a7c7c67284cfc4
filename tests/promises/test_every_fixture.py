"""Every folder of fixtures gives its accounts or the named reason.

No file is claimed twice, and no row is lost.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from klout_cli import details, pipeline
from klout_cli.cli.options import Flags, build_options
from klout_cli.errors import InputError, KloutError
from klout_cli.files.container import Member, open_container
from klout_cli.importers import every_importer
from klout_cli.importers.interface import Importer
from klout_cli.importers.read import TABLE, read
from klout_cli.person.owners import choose_person
from klout_cli.person.whose import group_by_person
from klout_cli.values.reading import Reading

FIXTURES = Path(__file__).parents[2] / "../shared/fixtures"
FOLDERS = sorted(path for path in FIXTURES.glob("*/*") if path.is_dir())

pytestmark = pytest.mark.skipif(not FOLDERS, reason="the fixtures are not here")


def named(folder: Path) -> str:
    return folder.relative_to(FIXTURES).as_posix()


def options_for(*paths: Path) -> pipeline.Options:
    return build_options(paths, Flags(today="2026-11-24"))


@pytest.mark.parametrize("folder", FOLDERS, ids=named)
def test_a_folder_gives_accounts_or_the_reason(folder: Path) -> None:
    try:
        inspections, others, refused = details.inspect(options_for(folder))
    except KloutError as fault:
        assert isinstance(fault, InputError) and fault.what and fault.remedy
        return
    assert inspections
    for inspection in inspections:
        assert inspection.rows or not any(supply.feeds for supply in inspection.supplies)
        assert all(supply.feeds or supply.reason for supply in inspection.supplies)
    ledger = [*others, *(row for inspection in inspections for row in inspection.ledger)]
    assert all(
        row.read == row.used + row.skipped and row.skipped == sum(row.reasons.values())
        for row in ledger
    )
    assert all(reason for row in ledger for reason in row.reasons) and all(refused)


@pytest.mark.parametrize("folder", FOLDERS, ids=named)
def test_no_file_is_claimed_twice(folder: Path) -> None:
    """Networks are asked first; the readers of a person's own tables get what they left."""
    tables = [importer for importer in every_importer() if importer.network == TABLE]
    networks = [importer for importer in every_importer() if importer.network != TABLE]
    assert tables
    for container in open_container(folder):
        members = [member for member in container.members if not member.private]
        claims = claims_of(networks, members)
        claims += claims_of(tables, [one for one in members if one.where not in claims])
        assert not [where for where, count in Counter(claims).items() if count > 1]


def claims_of(importers: Sequence[Importer], members: Sequence[Member]) -> list[str]:
    return [
        member.where
        for importer in importers
        for group in importer.identify(members, Reading(latest=0))
        for member in group
    ]


def test_many_peoples_exports_are_refused_with_everybody_named_and_each_is_scored_alone() -> None:
    options = options_for(*FOLDERS)
    found = read(options.paths, options.reading, options.limits)
    with pytest.raises(InputError, match=r"These exports belong to \d+ people") as fault:
        choose_person(found.exports)
    listed = " ".join(line.strip() for line in fault.value.listed)
    assert all(f"{export.network}:{export.handle}"[:40] in listed for export in found.exports)
    for group in group_by_person(found.exports):
        name = max((one.owner.name or one.handle for one in group), key=len)
        exports, _ = choose_person(found.exports, name)
        others = [one.owner.name for one in exports if one.owner.personal and one not in group]
        assert not any(others)
        try:
            taken = pipeline.measure_person(found, replace(options, person=name))
        except InputError as reason:
            assert reason.what and reason.remedy
        else:
            assert taken.snapshot.measured
