"""Downloads of two people in one folder are refused by name.

The downloads of one person never are (reliability U4).
"""

import json
from itertools import combinations
from pathlib import Path

import pytest

from klout_cli.errors import InputError
from klout_cli.files.container import Limits
from klout_cli.importers.read import read
from klout_cli.person.owners import choose_person
from klout_cli.person.rows import Export
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading
from tests.cli.processes import klout

SAMPLE = Path(__file__).parents[2] / "sample_data/erika"
FIXTURES = Path(__file__).parents[2] / "../shared/fixtures"
READING = Reading(latest=midnight(2026, 11, 24))
NAMED = ("x", "linkedin", "facebook", "googleplus", "foursquare", "instagram")


def exports(*paths: Path) -> list[Export]:
    return list(read(list(paths), READING, Limits()).exports)


def bernd(folder: Path, name: str = "Bernd,Maier") -> Path:
    """Make a small LinkedIn archive of somebody else."""
    archive = folder / "Complete_LinkedInDataExport_02-27-2026"
    archive.mkdir(parents=True)
    (archive / "Profile.csv").write_text(
        f"First Name,Last Name,Headline\n{name},Bäcker\n", encoding="utf-8"
    )
    rows = "".join(
        f"Gast,Nummer {n},https://www.linkedin.com/in/gast-{n},,,01 Feb 2026\n" for n in range(9)
    )
    (archive / "Connections.csv").write_text(
        "First Name,Last Name,URL,Company,Position,Connected On\n" + rows, encoding="utf-8"
    )
    return archive


@pytest.mark.parametrize("date", ["2025-09-01", "2026-03-01"])
def test_u4_all_downloads_of_the_sample_person_are_one_persons(date: str) -> None:
    assert choose_person(exports(SAMPLE / date))[1] == "Erika Beispiel"


def test_u4_two_dates_of_the_sample_person_are_one_persons() -> None:
    choose_person(exports(SAMPLE / "2025-09-01", SAMPLE / "2026-03-01"))


def test_u4_somebody_elses_archive_beside_another_network_is_refused_with_both_names(
    tmp_path: Path,
) -> None:
    found = exports(SAMPLE / "2026-03-01/x", bernd(tmp_path))
    with pytest.raises(InputError) as fault:
        choose_person(found)
    assert "Erika Beispiel" in fault.value.what and "Bernd Maier" in fault.value.what
    assert [export.network for export in choose_person(found, "Bernd")[0]] == ["linkedin"]
    assert [export.network for export in choose_person(found, "erika")[0]] == ["x"]


def test_u4_many_people_are_told_line_by_line_and_each_is_scored_with_person(
    tmp_path: Path,
) -> None:
    others = [
        str(bernd(tmp_path / name, f"{name},Muster{name.lower()}"))
        for name in ("Anna", "Bernd", "Clara")
    ]
    done = klout("score", str(SAMPLE / "2026-03-01/x"), *others, "--no-history")
    assert done.code == 3
    first, *listed, _ = done.err.splitlines()
    assert "4" in first
    assert [line.split(":")[0] for line in listed] == [
        "  Anna Musteranna",
        "  Bernd Musterbernd",
        "  Clara Musterclara",
        "  Erika Beispiel ☕",
    ]
    done = klout(
        "score",
        str(SAMPLE / "2026-03-01/x"),
        *others,
        "--no-history",
        "--format",
        "json",
        "--person",
        "Erika Beispiel",
    )
    assert (done.code, [account["network"] for account in json.loads(done.out)["accounts"]]) == (
        0,
        ["x"],
    )


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the fixtures are not here")
def test_u4_fixtures_of_one_invented_person_are_one_persons() -> None:
    found = exports(
        *(FIXTURES / network / "synthetic_seed" for network in NAMED), SAMPLE / "2026-03-01"
    )
    archives = [
        export
        for export in found
        if export.owner.personal and "Erika Beispiel" in export.owner.name
    ]
    assert len({export.network for export in archives}) == len(NAMED)
    for one, other in combinations(archives, 2):
        assert one.network == other.network or choose_person([one, other])


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the fixtures are not here")
@pytest.mark.parametrize(
    ("one", "other", "people"),
    [
        ("x/andreruffert__twitter", "linkedin/abhishekwebcode__LinkedInDataExport_11-04-2018", 2),
        ("x/milahu__twitter-milahu104", "linkedin/silkyrich__linkedin-export-viewer", 2),
        ("foursquare/perkeep__perkeep", "facebook/synthetic_seed", 2),
        (
            "x/AlliePinnell__FinalTwitterBackup",
            "linkedin/silkyrich__linkedin-export-viewer",
            1,
        ),  # an address for a name
        (
            "x/Corn-Coder__firsttwit",
            "linkedin/silkyrich__linkedin-export-viewer",
            1,
        ),  # letters that compare with nothing
        (
            "instagram/yummyhopper__personal_instagram_analysis",
            "x/andreruffert__twitter",
            1,
        ),  # no name
    ],
)
def test_u4_fixtures_of_different_people_are_told_apart_by_full_names_alone(
    one: str, other: str, people: int
) -> None:
    found = exports(FIXTURES / one, FIXTURES / other)
    if people == 1:
        choose_person(found)
    else:
        with pytest.raises(InputError, match="two people"):
            choose_person(found)
