"""Every text the code can say: literals of faults, reasons and checks found in its syntax trees, what modules hold ready, and help."""

import ast
import re
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from itertools import islice, product
from pathlib import Path
from typing import Any

import yaml
from typer.main import get_command

import klout_cli
from klout_cli.checks import CHECKS
from klout_cli.cli import help, init
from klout_cli.cli.app import app
from klout_cli.factors import FACTORS, TRAITS
from klout_cli.factors.interface import described
from klout_cli.importers import every_importer
from klout_cli.importers.archive import Archive
from klout_cli.importers.other_forms import declared_forms
from klout_cli.scoring import model as models

CODE = Path(klout_cli.__file__).parent
SAID = {  # the call -> which of its arguments are said; their keywords too
    "Bad": (0,),
    "note": (0,),
    "skip": (1,),
    "Note": (0,),
    "Unusable": (0,),
    "required": (1,),
    "once": (1,),
    "date": (1,),
    "cut": (1,),
    "missing": (0,),
    "passed": (0,),
    "opportunity": (0,),
    "manual": (0,),
    "not_applicable": (0,),
    "could_not_check": (0,),
    "verdict": (1,),
    "warn": (1,),
    "say": (0,),
}
FAULT = (0, 2)
SPOKEN_KEYWORDS = ("what", "remedy", "reason")
HOLES = ("7", "7 %", "2026-03-01", "x:erika", "audience", "1 day", "")
FIELD = re.compile(r"\{[a-z_A-Z.]+\}")
FACTS = {
    "{account.name}": "x:erika",
    "{account.network}": "x",
    "{timing.best}": "Monday mornings",
    "{kinds.best}": "with a question",
}
MOST = 3000  # ways to fill the holes of one text


class Hole(str):
    """Where something else stands in a literal."""


def literals() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (file and line, parts) of every literal that is an argument of what `SAID` names, or of a fault."""
    for file in sorted(CODE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        constants = _constants(tree)
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = (
                call.func.attr
                if isinstance(call.func, ast.Attribute)
                else call.func.id
                if isinstance(call.func, ast.Name)
                else ""
            )
            if name == "Note" and file.parent.name != "importers":
                continue  # a block of a screen
            places = (
                FAULT
                if name.endswith("Error") and name not in ("Error", "TypeError")
                else SAID.get(name, ())
            )
            spoken = [argument for place, argument in enumerate(call.args) if place in places]
            spoken += [one.value for one in call.keywords if places and one.arg in SPOKEN_KEYWORDS]
            for argument in spoken:
                for parts in _parts(argument, constants):
                    if any(part.strip() for part in parts if not isinstance(part, Hole)):
                        yield f"{file.relative_to(CODE)}:{argument.lineno}", parts


def _constants(tree: ast.Module) -> Mapping[str, ast.expr]:
    return {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }


def _parts(node: ast.expr, constants: Mapping[str, ast.expr]) -> Iterator[tuple[str, ...]]:
    """Yield the texts an expression can be, with holes for what is not written in it."""
    match node:
        case ast.Constant(value=str(text)):
            yield (text,)
        case ast.JoinedStr():
            options = [
                [(str(value.value),)]
                if isinstance(value, ast.Constant)
                else [*_inner(value, constants)] or [(Hole(),)]
                for value in node.values
            ]
            yield from (
                tuple(part for piece in chosen for part in piece)
                for chosen in islice(product(*options), 8)
            )
        case ast.IfExp():
            yield from _parts(node.body, constants)
            yield from _parts(node.orelse, constants)
        case ast.List() | ast.Tuple():
            for element in node.elts:
                yield from _parts(element, constants)
        case ast.Name() if node.id in constants and isinstance(
            constants[node.id], ast.Constant | ast.JoinedStr
        ):
            yield from _parts(constants[node.id], {})


def _inner(value: ast.expr, constants: Mapping[str, ast.expr]) -> Iterator[tuple[str, ...]]:
    """Yield what stands in a hole where that is written there: a choice of words, or a constant."""
    if isinstance(value, ast.FormattedValue) and isinstance(value.value, ast.IfExp | ast.Name):
        yield from _parts(value.value, constants)


def fillings(parts: tuple[str, ...]) -> Iterator[str]:
    """Yield a literal with all sorts of things in its holes."""
    holes = sum(isinstance(part, Hole) for part in parts)
    for chosen in islice(product(HOLES, repeat=holes), MOST):
        pending = iter(chosen)
        yield "".join(next(pending) if isinstance(part, Hole) else part for part in parts)


def held() -> Iterator[str]:
    """Yield texts that modules hold: of sources, factors, traits, checks and the method, of --help, and comments of settings."""
    for importer in every_importer():
        source = importer.source
        yield from (
            source.title,
            source.where,
            source.format,
            source.takes,
            source.holds,
            source.lacks,
            *importer.feeds.values(),
        )
        if isinstance(importer, Archive):
            yield from filter(None, (importer.twice, importer.twice_listed))
    for form in declared_forms():
        yield form.what
    for asked in (*FACTORS, *TRAITS):
        yield from (*described(asked), asked.title)
    for check in CHECKS:
        yield from (check.title, check.what, check.why, check.remedy)
    for name in models.BUNDLED:
        yield from _sources(yaml.safe_load(models.page(name)))
    yield from _help(get_command(app))
    yield from _steps()
    for name in models.BUNDLED:
        yield from _advice(yaml.safe_load(models.page(name)).get("hints", {}))
    for text in (init.HEAD, init.ACCOUNTS, *init.SECTIONS.values()):
        yield from init.COMMENT.findall(text)
    yield from (init.SELF_REPORTED, init.NOT_HELD)


def _steps() -> Iterator[str]:
    """Yield names and texts of every `Line` of a calculation, with numbers in their places."""
    for file in (*CODE.glob("factors/*.py"), *CODE.glob("scoring/*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Line":
                for argument in call.args[:2]:
                    for parts in _parts(argument, {}):
                        if not any(isinstance(part, Hole) for part in parts):
                            yield FIELD.sub("7", "".join(parts))


def _advice(hints: Any) -> Iterator[str]:
    """Yield what every hint advises and why, with facts in their places."""
    for advice in (*hints.get("rules", {}).values(), hints.get("inferred", {})):
        for said in (advice.get("action", ""), advice.get("why", "")):
            for fact, value in FACTS.items():
                said = said.replace(fact, value)
            yield FIELD.sub("7", said)


def _help(command: Any) -> Iterator[str]:
    """Yield what a command and those below it say of themselves, paragraph by paragraph."""
    yield help.first_sentence(command.help)
    for text in (command.help, command.epilog or "", *(one.help or "" for one in command.params)):
        yield from (" ".join(paragraph.split()) for paragraph in cleandoc(text).split("\n\n"))
    for below in getattr(command, "commands", {}).values():
        yield from _help(below)


def _sources(tree: object) -> Iterator[str]:
    match tree:
        case dict():
            for key, value in tree.items():
                if key in ("source", "because", "basis", "who") and isinstance(value, str):
                    yield " ".join(value.split())
                else:
                    yield from _sources(value)
        case list():
            for value in tree:
                yield from _sources(value)
