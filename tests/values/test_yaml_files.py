"""YAML files that ship with klout are as strict as those of people, and need no C library."""

import importlib
from pathlib import Path

import pytest
import yaml

import klout_cli
from klout_cli.scoring.pages import read_yaml
from klout_cli.scoring.perks import SAMPLE
from klout_cli.values import yaml_files

FILES = sorted(set(Path(klout_cli.__file__).parent.rglob("*.yaml")) - {SAMPLE})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_of_ours_is_strict_yaml(file: Path) -> None:
    assert yaml_files.load_yaml(file) == read_yaml(file.read_text("utf-8"), file.name)


def test_pyyaml_without_its_c_library_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    file = FILES[0]
    fast = yaml_files.load_yaml(file)
    monkeypatch.delattr(yaml, "CSafeLoader")
    try:
        slow = importlib.reload(yaml_files)
        assert slow.SafeLoader is yaml.SafeLoader
        assert slow.load_yaml(file) == fast
    finally:
        monkeypatch.undo()
        importlib.reload(yaml_files)
