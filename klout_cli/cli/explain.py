"""`klout explain`: every number, with its rule, its evidence and its source."""

from pathlib import Path
from typing import Annotated

import typer

from klout_cli.cli import options


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
    model: options.ModelName = None,
    as_of: options.AsOf = None,
    person: options.Person = "",
    history: options.History = None,
    include_private: options.IncludePrivate = None,
    redact: options.Redact = False,
) -> None:
    """Explain a number or an account with your own figures, from the latest snapshot or from exports. --model alone prints the method.

    Example: klout explain resonance
    """
    from klout_cli import pipeline
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.progress import watch
    from klout_cli.cli.recall import kept
    from klout_cli.cli.subject import subject
    from klout_cli.errors import UsageError
    from klout_cli.pipeline import explaining, reporting
    from klout_cli.reports import explain as screens
    from klout_cli.reports.redact import redacted_explanation, redacted_figure, redacted_formula
    from klout_cli.scoring import model as models

    asked, paths = _split(what or [])
    if model and not (asked or paths or formula):
        write(models.page(model))
        return
    if with_posts and redact:
        raise UsageError("words cannot be both shown and withheld", "--with-posts, --redact", "choose one of them")
    if with_posts and not paths:
        raise UsageError("the words of posts are not kept in the history", "--with-posts", "give the exports: klout explain FACTOR PATH...")
    screen = screen_of(context)
    if not (asked or paths or formula or kept(person, history)):
        questions = [(id, "", question) for id, question in explaining.questions()]
        write(screens.index_screen(questions, explaining.other_questions(), _landmarks(models.load(models.STANDARD)), screen))
        return
    one = subject(paths, model=model, as_of=as_of, person=person, history=history, include_private=include_private, watch=watch(context))
    if redact:
        one = one.redacted
    if formula:
        formula_found = explaining.formula(one.snapshot, one.model)
        write(screens.formula_screen(redacted_formula(formula_found) if redact else formula_found, screen))
    elif not asked:
        write(screens.index_screen(_index(one), explaining.other_questions(), _landmarks(one.model), screen))
    elif asked in options.factors():
        found = explaining.explain(one.snapshot, one.model, asked)
        found = redacted_explanation(found) if redact else found
        texts = explaining.words(one.found) if with_posts else {}
        write(screens.factor_json(found) if format == "json" else screens.factor_screen(found, texts, screen))
    elif asked in options.explained():
        figure = explaining.displayed(one.taken, one.model, asked)
        figure = redacted_figure(figure) if redact else figure
        write(screens.figure_json(figure) if format == "json" else screens.figure_screen(figure, screen))
    else:
        judgement = (reporting.redacted if redact else pipeline.judged)(one.taken, one.model).judgement
        write(screens.account_screen(_account(asked, judgement.accounts), one.model.scale.average, screen))


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
    from collections.abc import Sequence

    from klout_cli.cli.subject import Subject
    from klout_cli.results import AccountJudgement
    from klout_cli.scoring.model import Model
