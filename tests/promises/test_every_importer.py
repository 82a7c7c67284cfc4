"""What holds for every importer, factor and command, present and future: they explain themselves."""

import inspect
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from typer.main import get_command

from klout_cli.cli.app import app
from klout_cli.factors import FACTORS
from klout_cli.factors.interface import Factor
from klout_cli.importers import every_importer
from klout_cli.importers.interface import Importer
from klout_cli.importers.plugins import list_sources


def walk(command: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command by what is typed for it, those of groups too."""
    for name, one in getattr(command, "commands", {}).items():
        yield f"{above}{name}", one
        yield from walk(one, f"{above}{name} ")


COMMANDS = dict(walk(get_command(app)))

IMPORTERS = every_importer()


def named(things: Sequence[object]) -> list[str]:
    return [type(thing).__name__ for thing in things]


@pytest.mark.parametrize("importer", IMPORTERS, ids=named(IMPORTERS))
def test_an_importer_says_what_it_reads_and_where_to_ask(importer: Importer) -> None:
    assert inspect.getdoc(type(importer))
    source = importer.source
    told = (source.title, source.where, source.format, source.takes, source.holds, source.lacks)
    assert all(text == text.strip() and text for text in told)
    assert source.network and source.network == source.network.lower()
    assert all(text.isprintable() and "TODO" not in text for text in told)


@pytest.mark.parametrize("importer", IMPORTERS, ids=named(IMPORTERS))
def test_an_importer_says_of_every_factor_whether_it_feeds_it(importer: Importer) -> None:
    assert set(importer.feeds) == {factor.id for factor in FACTORS}
    assert "" in importer.feeds.values() or importer.source.holds, (
        "what feeds nothing by itself says what it is good for"
    )
    assert all(why == why.strip() and not why.endswith(".") for why in importer.feeds.values())


@pytest.mark.parametrize("importer", IMPORTERS, ids=named(IMPORTERS))
def test_an_importer_claims_nothing_of_nothing(importer: Importer) -> None:
    assert importer.identify([]) == []


def test_sources_are_all_told_and_no_two_are_alike() -> None:
    assert list_sources() == [importer.source for importer in IMPORTERS]
    assert len({source.title for source in list_sources()}) == len(IMPORTERS)


@pytest.mark.parametrize("factor", FACTORS, ids=named(FACTORS))
def test_a_factor_asks_a_question_and_names_its_blind_spots(factor: Factor) -> None:
    paragraphs = (inspect.getdoc(type(factor)) or "").split("\n\n")
    assert len(paragraphs) >= 3
    assert paragraphs[0].endswith("?") and "\n" not in paragraphs[0]
    assert paragraphs[-1].startswith("Blind spots: ") and paragraphs[-1].endswith(".")
    assert factor.title and factor.unit


def test_factors_are_those_of_the_method_in_its_order() -> None:
    assert [factor.id for factor in FACTORS] == [
        *("audience", "resonance", "amplification", "breadth"),
        *("endorsement", "network", "reciprocity", "substance"),
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_documented_with_an_example(name: str) -> None:
    command = COMMANDS[name]
    help = inspect.cleandoc(command.help or "")
    assert f"Example: klout {name}" in help
    assert help.split("\n\n")[0].endswith(".")
    assert all(option.help for option in command.params)
    assert help.isascii() and all(option.help.isascii() for option in command.params), (
        "a console of any encoding shows help"
    )


def test_global_options_are_known_behind_commands_too() -> None:
    from klout_cli.cli.run import GLOBAL_FLAGS, GLOBAL_VALUES

    completion_and_help = {"--install-completion", "--show-completion", "--help", "-h"}
    known = {
        name for option in get_command(app).params for name in option.opts
    } - completion_and_help
    assert known == GLOBAL_FLAGS | GLOBAL_VALUES
