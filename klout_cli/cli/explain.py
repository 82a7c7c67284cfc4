"""`klout explain`: every number, with its rule, its evidence and its source."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klout_cli.cli import options
from klout_cli.cli.selection import Selection, selecting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from klout_cli.cli.subject import Subject
    from klout_cli.reports.screen import Screen
    from klout_cli.results import AccountJudgement, Judgement
    from klout_cli.scoring.model import Model


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
    formula: Annotated[
        bool,
        typer.Option("--formula", help="The whole reckoning of your score, to be checked by hand."),
    ] = False,
    with_posts: Annotated[
        bool, typer.Option("--with-posts", help="Show the words of your posts; needs PATH.")
    ] = False,
    format: Annotated[
        options.ExplainFormat, typer.Option("--format", "-f", help="table or json.")
    ] = options.ExplainFormat.table,
    history: options.History = None,
    redact: options.Redact = False,
    *,
    selection: Selection,
) -> None:
    """Explain a number or an account with your own figures, from the latest snapshot or from exports. --model alone prints the method.

    Example: klout explain resonance
    """
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.progress import choose_progress
    from klout_cli.cli.recall import kept
    from klout_cli.cli.subject import subject
    from klout_cli.errors import UsageError
    from klout_cli.pipeline import explaining
    from klout_cli.scoring import model as models

    asked, paths = _split(what or [])
    if with_posts and redact:
        raise UsageError(
            "words cannot be both shown and withheld",
            "--with-posts, --redact",
            "choose one of them",
        )
    if with_posts and not paths:
        raise UsageError(
            "the words of posts are not kept in the history",
            "--with-posts",
            "give the exports: klout explain FACTOR PATH...",
        )
    screen = None if format == "json" else screen_of(context)
    if selection["model"] and not (asked or paths or formula):
        write(models.page(selection["model"]))
    elif asked or paths or formula or kept(selection["person"], history):
        read = subject(paths, history=history, progress=choose_progress(context), **selection)
        one = read.redacted if redact else read
        texts = explaining.words(read.exports) if with_posts else {}
        write(
            _formula(one, redact, screen) if formula else _answer(one, asked, texts, redact, screen)
        )
    else:
        write(_list(models.load(models.STANDARD), None, screen))


def _formula(one: "Subject", redact: bool, screen: "Screen | None") -> str:
    """Return the whole reckoning, for a screen or as JSON."""
    from klout_cli.pipeline import explaining

    found = explaining.formula(one.snapshot, one.model)
    if redact:
        from klout_cli.reports.redact import redacted_formula

        found = redacted_formula(found)
    if screen:
        from klout_cli.reports.explain import formula_screen

        return formula_screen(found, screen)
    from klout_cli.reports.explain_json import formula_json

    return formula_json(found)


def _answer(
    one: "Subject", asked: str, texts: "Mapping[str, str]", redact: bool, screen: "Screen | None"
) -> str:
    """Return what there is to say about a factor, another printed number or an account.

    Without any, the list. No screen: as JSON.
    """
    from klout_cli.pipeline import explaining, judging

    if redact:
        from klout_cli.pipeline import reporting
        from klout_cli.reports.redact import redacted_explanation, redacted_figure
    if screen:
        from klout_cli.reports import explain as screens
    else:
        from klout_cli.reports import explain_json as trees
    if not asked:
        return _list(one.model, judging.judged(one.taken, one.model).judgement, screen)
    if asked in options.factors():
        found = explaining.explain(one.snapshot, one.model, asked)
        found = redacted_explanation(found) if redact else found
        return (
            screens.factor_screen(found, texts, screen)
            if screen
            else trees.factor_json(found, texts)
        )
    if asked in options.explained():
        figure = explaining.displayed(one.taken, one.model, asked)
        figure = redacted_figure(figure) if redact else figure
        return screens.figure_screen(figure, screen) if screen else trees.figure_json(figure)
    judgement = (reporting.redacted if redact else judging.judged)(one.taken, one.model).judgement
    account, average = _account(asked, judgement.accounts), one.model.scale.average
    return (
        screens.account_screen(account, average, screen)
        if screen
        else trees.account_json(account, average)
    )


def _list(model: "Model", judgement: "Judgement | None", screen: "Screen | None") -> str:
    """List every factor, with the person's points as the score's breakdown prints them where there is a score."""
    from klout_cli.pipeline import explaining

    questions, others = explaining.questions(), explaining.other_questions()
    landmarks = [(mark.score, mark.who, mark.source) for mark in model.landmarks]
    entries = judgement.breakdown if judgement else ()
    if screen is None:
        from klout_cli.reports.explain_json import index_json

        return index_json(questions, others, landmarks, entries)
    from klout_cli.reports.explain import index_screen
    from klout_cli.reports.person import breakdown

    printed = zip(entries, breakdown(judgement).steps, strict=True) if judgement else ()
    points = {entry.id: step.word or step.points for entry, step in printed}
    return index_screen(
        [(id, points.get(id, ""), question) for id, question in questions],
        others,
        landmarks,
        screen,
    )


def _account(asked: str, accounts: "Sequence[AccountJudgement]") -> "AccountJudgement":
    """Return the account that is called so by id, handle or network.

    Raises UsageError where none is, or several are.
    """
    from klout_cli.errors import UsageError, meant
    from klout_cli.person.topics import folded

    plain = folded(asked)
    named = [one for one in accounts if plain in (folded(one.id), folded(one.handle))]
    found = named or [one for one in accounts if plain == one.network]
    if len(found) > 1:
        raise UsageError(
            "several accounts are called so", asked, f"one of: {', '.join(one.id for one in found)}"
        )
    if not found:
        known = [*(one.id for one in accounts), *options.explained()]
        remedy = meant(
            asked, [*known, *(one.handle for one in accounts)], f"one of: {', '.join(known)}"
        )
        raise UsageError("no such factor or account", asked, remedy)
    return found[0]


def _split(arguments: list[str]) -> tuple[str, list[Path]]:
    """Tell the factor or account from the paths behind it.

    A first argument that is a file is a path.
    """
    if arguments and (arguments[0] in options.explained() or not Path(arguments[0]).exists()):
        return arguments[0], [Path(argument) for argument in arguments[1:]]
    return "", [Path(argument) for argument in arguments]
