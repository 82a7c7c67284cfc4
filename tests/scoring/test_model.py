"""The model file is loaded strictly: whatever is wrong in it is named with its place.

Cases X6 to X11.
"""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from klout_cli.errors import KloutError, UsageError
from klout_cli.factors import FACTORS
from klout_cli.scoring.model import BUNDLED, load
from klout_cli.scoring.pages import LARGEST

DOCUMENTED = "klout help settings lists all keys"
BASED = "based_on: klout\nname: mine\nversion: 1\ntitle: t\nbecause: b\n"


def refused(tmp_path: Path, text: str | bytes) -> UsageError:
    file = tmp_path / "mine.yaml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    load.cache_clear()
    with pytest.raises(UsageError) as fault:
        load(str(file))
    assert str(file) in fault.value.where
    return fault.value


def test_a_model_of_ones_own_changes_only_what_it_says(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(BASED + "scale: {next_account: 0.5}\n")
    mine, standard = load(str(file)), load("klout")
    assert mine.scale.next_account == 0.5
    assert mine.networks == standard.networks
    assert (mine.label.standard, standard.label.standard, load("professional").label.standard) == (
        False,
        True,
        False,
    )
    assert mine.fingerprint != standard.fingerprint


def test_the_fingerprint_is_of_the_numbers_not_of_the_layout(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text(BASED + "scale: {spread: 15}\n")
    other.write_text("# a comment\nscale:\n  spread: 15.0\n" + BASED)
    assert load(str(one)).fingerprint == load(str(other)).fingerprint


@pytest.mark.parametrize(
    ("case", "change", "place", "said"),
    [
        ("X11 unknown factor", "factors: {resonnance: {share: 0.1}}", "factors", "resonance"),
        ("X11 unknown key", "scale: {averag: 40}", "scale", "average"),
        ("X11 unknown network key", "networks: {x: {mm: 1}}", "networks.x", "there is no key mm"),
        (
            "X11 negative share",
            "factors: {breadth: {share: -0.1}}",
            "factors.breadth.share",
            DOCUMENTED,
        ),
        ("X11 NaN", "factors: {breadth: {share: .nan}}", "factors.breadth.share", "finite"),
        ("X11 infinite", "scale: {slope: .inf}", "scale.slope", "finite"),
        (
            "X11 shares that do not sum to 1",
            "factors: {breadth: {share: 0.2}}",
            "factors",
            "add up to 1.08",
        ),
        ("X8 yes for a number", "scale: {average: yes}", "scale.average", DOCUMENTED),
        ("X8 a number as text", "scale: {average: '40'}", "scale.average", DOCUMENTED),
        ("X9 duplicate key", "scale: {average: 40, average: 41}", "line", "twice"),
        ("X7 alias", "scale: &a {average: 40}\nwindow: *a", "line 7", "aliases"),
        ("X6 object tag", "scale: !!python/object/apply:os.system [ls]", "line 6", "tags"),
        ("X10 tab", "scale:\n\taverage: 40", "line 7", "no tabs"),
        ("X10 5000 brackets", "scale: " + "[" * 5000, "line 6", "This isn't valid YAML."),
        ("X10 a level too deep", "scale: " + "[" * 20, "line 6", "deep"),
        ("X10 a list as a key", "? [a, b]\n: 1", "line 6", "plain text"),
        ("unknown base", "based_on: nobody", "line", "twice"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    tmp_path: Path, case: str, change: str, place: str, said: str
) -> None:
    fault = refused(tmp_path, BASED + change + "\n")
    assert place in fault.where, case
    assert said in fault.what + fault.remedy, case


def test_x10_a_nul_byte(tmp_path: Path) -> None:
    refused(tmp_path, BASED + "title: \0\n")


def test_x7_a_model_larger_than_a_page(tmp_path: Path) -> None:
    assert "64 KB" in refused(tmp_path, BASED + "# " + "x" * LARGEST).what


def test_a_base_must_be_bundled(tmp_path: Path) -> None:
    assert "based_on" in refused(tmp_path, BASED.replace("klout\nname", "secret\nname")).where


@pytest.mark.parametrize("text", ["", "- a list", "just text"])
def test_a_model_is_a_mapping(tmp_path: Path, text: str) -> None:
    assert "mapping" in refused(tmp_path, text).what


@pytest.mark.parametrize("factor", [factor.id for factor in FACTORS])
def test_a_missing_factor_is_an_error(tmp_path: Path, factor: str) -> None:
    tree = yaml.safe_load((Path(__file__).parents[2] / "klout_cli/scoring/klout.yaml").read_text())
    del tree["factors"][factor]
    fault = refused(tmp_path, yaml.safe_dump(tree))
    assert factor in fault.where


def test_a_misspelt_name_gets_a_suggestion() -> None:
    with pytest.raises(UsageError, match="did you mean professional"):
        load("profesional")


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_file_is_a_model_or_a_usage_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    file = tmp_path_factory.mktemp("model") / "any.yaml"
    file.write_bytes(data)
    load.cache_clear()
    with pytest.raises(KloutError):
        load(str(file))


@pytest.mark.parametrize("name", BUNDLED)
def test_every_number_of_a_bundled_model_says_where_it_is_from(name: str) -> None:
    model = load(name)
    for part in (
        model.scale,
        model.window,
        model.interval,
        *map(model.rule, FACTORS),
    ):
        assert part.source and part.year >= 2007 and part.grade in ("E", "J")
    assert all(network.basis for network in model.networks.values())


@pytest.mark.parametrize(
    ("change", "network"),
    [
        ("networks: {mastodon: {b: 2.9}}", "mastodon"),
        ("factors: {endorsement: {norms: {blog: {b: 0.9}}}}", "blog"),
        ("factors: {endorsement: {norms: {x: {sd: 0.3}}}}", "x"),
    ],
)
def test_a_model_under_which_followers_cost_points_is_refused(
    tmp_path: Path, change: str, network: str
) -> None:
    fault = refused(tmp_path, BASED + change + "\n")
    assert fault.where.endswith(f"networks.{network}")
    assert fault.what.startswith("another follower would lower a score, by −")


def test_a_model_whose_slope_is_barely_positive_is_loaded(tmp_path: Path) -> None:
    """Mastodon: 11.2 − b·(P_res + P_amp)/.67 − b·.85·P_bre/.5 is nothing at b = 1.43."""
    points = load("klout").points
    lost = (points["resonance"] + points["amplification"]) / 0.67 + points["breadth"] * 0.85 / 0.5
    edge = 11.2 / lost
    file = tmp_path / "edge.yaml"
    file.write_text(BASED + f"networks: {{mastodon: {{b: {edge - 1e-6}}}}}\n")
    assert load(str(file)).least_slope("mastodon") == pytest.approx(0, abs=1e-4)
    fault = refused(tmp_path, BASED + f"networks: {{mastodon: {{b: {edge + 1e-6}}}}}\n")
    assert "mastodon" in fault.where


@pytest.mark.parametrize("text", ["10", "10.0", "10.", "1.0e+1"])
def test_a_plain_number_is_read(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(BASED + f"interval: {{scatter: {text}}}\n")
    assert load(str(file)).interval.scatter == 10


@pytest.mark.parametrize("text", ["0b1010", "1_0", "1:30", "010", "0xA", "1_0.5", "1:30.5"])
def test_a_number_that_yaml_reads_otherwise_than_people_is_refused(
    tmp_path: Path, text: str
) -> None:
    fault = refused(tmp_path, BASED + f"interval:\n  scatter: {text}\n")
    assert "isn't a plain number" in fault.what and "line 7" in fault.where


@pytest.mark.parametrize("text", ["'10'", "ten", "10,5", "1e1"])
def test_a_text_is_no_number(tmp_path: Path, text: str) -> None:
    fault = refused(tmp_path, BASED + f"interval:\n  scatter: {text}\n")
    assert "interval.scatter" in fault.where
