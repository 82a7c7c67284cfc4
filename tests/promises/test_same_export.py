"""The same export in other clothes counts once, and that is said (reliability U1, Z21)."""

import random
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest

from klout_cli import pipeline
from klout_cli.results import Report
from klout_cli.scoring.model import load
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading

SAMPLE = Path(__file__).parents[2] / "sample_data/erika/2026-03-01"
ARCHIVE = SAMPLE / "x"
INSTAGRAM = SAMPLE / "instagram-erika.beispiel-2026-02-28-Kq7mT2xW"


def scored(*paths: Path) -> Report:
    options = pipeline.Options(
        paths=paths,
        model=load("klout"),
        reading=Reading(latest=midnight(2026, 3, 3)),
        today=date(2026, 3, 2),
    )
    return pipeline.make_report(pipeline.measure_exports(options), options.model)


def test_z21_u1_folder_zip_renamed_zip_wrapper_and_tar_are_one(tmp_path: Path) -> None:
    zipped = Path(shutil.make_archive(str(tmp_path / "twitter"), "zip", ARCHIVE))
    wrapped = Path(
        shutil.make_archive(str(tmp_path / "wrapped"), "zip", ARCHIVE.parent, ARCHIVE.name)
    )
    tarred = Path(shutil.make_archive(str(tmp_path / "twitter"), "gztar", ARCHIVE))
    copies = [
        ARCHIVE,
        zipped,
        Path(shutil.copy(zipped, tmp_path / "twitter (1).zip")),
        wrapped,
        tarred,
    ]
    alone, together = scored(ARCHIVE), scored(*copies)
    assert together.judgement == alone.judgement
    assert together.warnings == ("X erika_beratet: the same export twice, used once",) * (
        len(copies) - 1
    )


def test_u1_a_renamed_table_that_names_no_account_counts_once(tmp_path: Path) -> None:
    rows = "".join(f"2026-02-{day:02},post {day},{day}\n" for day in range(1, 9))
    one, copy = tmp_path / "posts.csv", tmp_path / "posts (2).csv"
    for path in (one, copy):
        path.write_text("date,text,likes\n" + rows)
    alone, together = scored(one), scored(one, copy)
    assert together.judgement.score == alone.judgement.score
    assert len(together.judgement.accounts) == 1
    assert any("the same export twice" in warning for warning in together.warnings)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_downloads_never_matters(seed: int) -> None:
    paths = sorted(SAMPLE.iterdir())
    in_order, shuffled = scored(*paths), scored(*random.Random(seed).sample(paths, len(paths)))
    assert shuffled.judgement == in_order.judgement


@pytest.mark.parametrize(
    ("folder", "cut"), [(INSTAGRAM, 1), (INSTAGRAM, 2), (INSTAGRAM, 5), (ARCHIVE, 3), (ARCHIVE, 8)]
)
def test_the_parts_of_a_download_are_the_whole(folder: Path, cut: int, tmp_path: Path) -> None:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    parts = [tmp_path / f"{folder.name}-{number}.zip" for number in (1, 2)]
    for part, held in zip(parts, (files[:cut], files[cut:]), strict=True):
        with zipfile.ZipFile(part, "w") as archive:
            for path in held:
                archive.write(path, path.relative_to(folder).as_posix())
    assert scored(*parts).judgement == scored(folder).judgement


LISTS = {
    "members.csv": "Email Address,First Name,OPTIN_TIME,LEID,EUID\n"
    + "".join(f"anna{n}@post.example,Anna,2026-02-0{n} 08:00:00,{n},e{n}\n" for n in range(1, 7)),
    "readers.csv": "email,status,tier,created_at\n"
    + "".join(f"ben{n}@post.example,active,free,2026-02-0{n} 08:00:00\n" for n in range(1, 7)),
}


def test_two_lists_with_the_same_number_and_date_are_not_the_same_export(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in LISTS]
    for path in paths:
        path.write_text(LISTS[path.name])
    copy = Path(shutil.copy(paths[0], tmp_path / "members (1).csv"))
    repeated = "Newsletter: the same export twice, used once"
    assert repeated not in scored(*paths).warnings
    assert repeated in scored(paths[0], copy).warnings
