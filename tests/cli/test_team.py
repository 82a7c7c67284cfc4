"""`klout team` and `klout card` as the processes people start."""

import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from klout_cli.cli.browser import find_browser
from tests.cli.processes import ROOT, X, klout

NAMES = re.compile(r"erika|beispiel|kaffeepause|anna", re.IGNORECASE)


def client(folder: Path, settings: str, exports: bool = True) -> str:
    if exports:
        shutil.copytree(ROOT / X, folder)
    else:
        folder.mkdir()
    if settings:
        (folder / "klout.yaml").write_text(settings, encoding="utf-8")
    return str(folder)


def team(tmp_path: Path) -> tuple[str, ...]:
    return (
        client(tmp_path / "a", "person: {name: Anna Muster, consent: yes}\n"),
        client(tmp_path / "b", "person: {consent: 2026-01-05}\n"),
        client(tmp_path / "c", "person: {consent: yes}\n", exports=False),
        client(tmp_path / "d", "person: {consent: no}\n"),
        client(tmp_path / "e", ""),
    )


def test_a_team_is_redacted_and_one_folder_stops_nobody(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = klout("team", *team(tmp_path), "-o", str(out))
    assert done.code == 0, done.err
    assert "2 people have not given consent" in done.out
    assert done.out.count("person-") == 2 and "Person 3" in done.out
    assert sorted(path.name for path in out.iterdir()) == [
        *("index.html", "person-1.html", "person-2.html", "team.xlsx"),
    ]
    pages = "".join(path.read_text(encoding="utf-8") for path in out.glob("*.html"))
    assert not NAMES.search(pages + done.out)
    assert all(path.stat().st_mode & 0o077 == 0 for path in (out, *out.iterdir()))
    assert klout("team", str(tmp_path / "a"), "-o", str(out)).code == 2


def test_names_are_shown_where_they_are_asked_for(tmp_path: Path) -> None:
    out, folder = tmp_path / "out", team(tmp_path)[0]
    done = klout("team", folder, "--with-names", "-o", str(out))
    assert "Anna Muster" in done.out
    assert "Anna Muster" in (out / "index.html").read_text(encoding="utf-8")


def test_nobody_agrees_for_somebody_else(tmp_path: Path) -> None:
    (tmp_path / "klout.yaml").write_text("person: {consent: yes}\n", encoding="utf-8")
    folder = client(tmp_path / "e", "")
    done = klout("team", folder, "-o", str(tmp_path / "out"), cwd=tmp_path)
    assert done.code == 3 and not (tmp_path / "out").exists()


@pytest.mark.parametrize("options", [(), ("--badge",)])
def test_a_card_is_a_picture_without_a_name(tmp_path: Path, options: tuple[str, ...]) -> None:
    file = tmp_path / "card.svg"
    assert klout("card", X, "-o", str(file), *options).code == 0
    text = file.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert root.tag.endswith("svg") and root.get("aria-label")
    assert not NAMES.search(text) and not re.search(r"url\(|href|<script", text)


@pytest.mark.skipif(find_browser() is None, reason="no browser is installed")
def test_a_card_can_be_a_png(tmp_path: Path) -> None:
    file = tmp_path / "card.png"
    assert klout("card", X, "-o", str(file)).code == 0
    data = file.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (1200, 630)


def test_a_card_of_another_kind_is_refused() -> None:
    assert klout("card", "nothing.zip", "-o", "card.jpg").code == 2
