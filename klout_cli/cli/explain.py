"""`klout explain`: every number, with its rule, its evidence and its source."""

from pathlib import Path
from typing import Annotated

import typer

from klout_cli.cli import options
from klout_cli.cli.selection import Selection, selecting


@selecting()
def explain(
    context: typer.Context,
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FACTOR|ACCOUNT] [PATH...]",
            autocompletion=options.explainable,
            help="Or another number, like interval; without one, the list.",
        ),
    ] = None,
    formula: Annotated[bool, typer.Option("--formula", help="The whole reckoning of your score, to be checked by hand.")] = False,
    with_posts: Annotated[bool, typer.Option("--with-posts", help="Show the words of your posts; needs PATH.")] = False,
    format: Annotated[options.ExplainFormat, typer.Option("--format", "-f", help="table or json.")] = options.ExplainFormat.table,
    history: options.History = None,
    redact: options.Redact = False,
    *,
    selection: Selection,
) -> None:
    """Explain a number or an account with your own figures, from the latest snapshot or from exports. --model alone prints the method.

    Example: klout explain resonance
    """
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.progress import watch
    from klout_cli.cli.recall import kept
    from klout_cli.cli.subject import subject
    from klout_cli.errors import UsageError
    from klout_cli.pipeline import explaining
    from klout_cli.reports.explain import index_screen
    from klout_cli.scoring import model as models

    asked, paths = _split(what or [])
    if with_posts and redact:
        raise UsageError("words cannot be both shown and withheld", "--with-posts, --redact", "choose one of them")
    if with_posts and not paths:
        raise UsageError("the words of posts are not kept in the history", "--with-posts", "give the exports: klout explain FACTOR PATH...")
    screen = screen_of(context)
    if selection["model"] and not (asked or paths or formula):
        write(models.page(selection["model"]))
    elif asked or paths or formula or kept(selection["person"], history):
        read = subject(paths, history=history, watch=watch(context), **selection)
        one = read.redacted if redact else read
        texts = explaining.words(read.found) if with_posts else {}
        write(_formula(one, redact, screen) if formula else _answer(one, asked, texts, redact, format == "json", screen))
    else:
        questions = [(id, "", question) for id, question in explaining.questions()]
        write(index_screen(questions, explaining.other_questions(), _landmarks(models.load(models.STANDARD)), screen))


def _formula(one: "Subject", redact: bool, screen: "Screen") -> str:
    """Return the whole reckoning."""
    from klout_cli.pipeline import explaining
    from klout_cli.reports.explain import formula_screen
    from klout_cli.reports.redact import redacted_formula

    found = explaining.formula(one.snapshot, one.model)
    return formula_screen(redacted_formula(found) if redact else found, screen)


def _answer(one: "Subject", asked: str, texts: "Mapping[str, str]", redact: bool, machine: bool, screen: "Screen") -> str:
    """Return what there is to say about a factor, another printed number or an account; without any, the list."""
    from klout_cli import pipeline
    from klout_cli.pipeline import explaining, reporting
    from klout_cli.reports import explain as screens
    from klout_cli.reports.redact import redacted_explanation, redacted_figure

    if not asked:
        return screens.index_screen(_index(one), explaining.other_questions(), _landmarks(one.model), screen)
    if asked in options.factors():
        found = explaining.explain(one.snapshot, one.model, asked)
        found = redacted_explanation(found) if redact else found
        return screens.factor_json(found) if machine else screens.factor_screen(found, texts, screen)
    if asked in options.explained():
        figure = explaining.displayed(one.taken, one.model, asked)
        figure = redacted_figure(figure) if redact else figure
        return screens.figure_json(figure) if machine else screens.figure_screen(figure, screen)
    judgement = (reporting.redacted if redact else pipeline.judged)(one.taken, one.model).judgement
    return screens.account_screen(_account(asked, judgement.accounts), one.model.scale.average, screen)


def _index(one: "Subject") -> list[tuple[str, str, str]]:
    """List every factor with the person's points, as the score's breakdown prints them."""
    from klout_cli import pipeline
    from klout_cli.pipeline import explaining
    from klout_cli.reports.person import breakdown

    judgement = pipeline.judged(one.taken, one.model).judgement
    printed = zip(judgement.breakdown, breakdown(judgement).steps, strict=True)
    points = {entry.id: step.word or step.points for entry, step in printed}
    return [(id, points[id], question) for id, question in explaining.questions()]


def _landmarks(model: "Model") -> list[tuple[float, str, str]]:
    return [(mark.score, mark.who, mark.source) for mark in model.landmarks]


def _account(asked: str, accounts: "Sequence[AccountJudgement]") -> "AccountJudgement":
    """Return the account that is called so by id, handle or network. Raises UsageError where none is, or several are."""
    from difflib import get_close_matches

    from klout_cli.errors import UsageError
    from klout_cli.profile.topics import folded

    plain = folded(asked)
    named = [one for one in accounts if plain in (folded(one.id), folded(one.handle))]
    found = named or [one for one in accounts if plain == one.network]
    if len(found) != 1:
        what = "several accounts are called so" if found else "no such factor or account"
        known = [one.id for one in found or accounts] + ([] if found else options.explained())
        close = [] if found else get_close_matches(asked, [*known, *(one.handle for one in accounts)], 1)
        raise UsageError(what, asked, f"did you mean {close[0]}?" if close else f"one of: {', '.join(known)}")
    return found[0]


def _split(arguments: list[str]) -> tuple[str, list[Path]]:
    """Tell the factor or account from the paths behind it; a first argument that is a file is a path."""
    if arguments and (arguments[0] in options.explained() or not Path(arguments[0]).exists()):
        return arguments[0], [Path(argument) for argument in arguments[1:]]
    return "", [Path(argument) for argument in arguments]


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from klout_cli.cli.subject import Subject
    from klout_cli.reports.screen import Screen
    from klout_cli.results import AccountJudgement
    from klout_cli.scoring.model import Model
