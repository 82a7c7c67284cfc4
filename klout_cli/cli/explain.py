"""`klout explain`: every number, with its rule, its evidence and its source."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Unpack

import typer

from klout_cli.cli import flags, settings
from klout_cli.cli.output import screen_of, show_blocks, write
from klout_cli.cli.score import refuse_impressions
from klout_cli.cli.snapshots import CommandInputs, measure_or_recall, read_one_person
from klout_cli.errors import UsageError, meant
from klout_cli.reports.screens.blocks import Block
from klout_cli.results import AccountJudgement, Judgement
from klout_cli.translation import Message, every_translation
from klout_cli.translation import gettext_noop as N_

if TYPE_CHECKING:
    from klout_cli.scoring.model import Model


METHOD = "method"


def explain(
    context: typer.Context,
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FACTOR|ACCOUNT] [FILE...]",
            autocompletion=flags.complete_explainable,
            help="A factor, an account, a number like interval, or method.",
        ),
    ] = None,
    formula: Annotated[
        bool,
        typer.Option("--formula", help="The full calculation of your score."),
    ] = False,
    robust: Annotated[
        bool,
        typer.Option("--robust", help="With method: your score under 1,000 other methods."),
    ] = False,
    with_posts: Annotated[
        bool, typer.Option("--with-posts", help="Show the text of your posts. Needs the exports.")
    ] = False,
    format: flags.TableOrJson = "table",
    history: flags.History = None,
    redact: flags.Redact = False,
    **shared: Unpack[flags.PersonFlags],
) -> None:
    """Explain any number of your score.

    Example: klout explain resonance
    """
    from klout_cli import details, pipeline
    from klout_cli.reports import explain_json
    from klout_cli.scoring import model as models

    number, paths = _split_arguments(what or [])
    if with_posts:
        _refuse_posts(paths, redact=redact)
    if robust and number != METHOD:
        raise UsageError(
            N_("--robust tries out the whole method."), "", N_("klout explain method --robust")
        )
    model, whole = shared["model"], not (number or paths or formula)
    if (number == METHOD and not robust) or (model and whole):
        write(models.page(model or settings.load(paths).model or models.STANDARD))
    elif whole and not read_one_person(shared["person"], history):
        _list_numbers(context, models.load(models.STANDARD), None, format)
    else:
        inputs = measure_or_recall(context, paths)
        if robust:
            _show_robustness(context, inputs, format, redact=redact)
        elif formula:
            terms = details.explain_formula(inputs.person, inputs.model, redact=redact)
            if format == "json":
                write(explain_json.formula_json(terms))
            else:
                from klout_cli.reports.screens.formula import formula_blocks

                show_blocks(context, formula_blocks(terms))
        elif number:
            exports = inputs.exports.exports if inputs.exports and with_posts else ()
            texts = {post.key: post.text for export in exports for post in export.posts}
            _show_number(context, number, inputs, texts, format, redact=redact)
        else:
            report = pipeline.make_report(inputs.person, inputs.model, redact=redact)
            _list_numbers(context, inputs.model, report.judgement, format)


def _refuse_posts(paths: Sequence[Path], *, redact: bool) -> None:
    """Raise UsageError if posts' words were withheld or not read."""
    if redact:
        raise UsageError(
            N_("--with-posts shows texts and --redact hides them."), "", N_("use one of them")
        )
    if not paths:
        raise UsageError(
            N_("Saved scores don't include the text of posts."),
            "--with-posts",
            N_("add your exports: klout explain resonance FILE --with-posts"),
        )


def _show_robustness(
    context: typer.Context, inputs: "CommandInputs", format: str, *, redact: bool
) -> None:
    """Show what stays under other methods; raises InputError for a first impression."""
    from klout_cli import details
    from klout_cli.reports.explain_json import robustness_json
    from klout_cli.reports.screens.robustness import robustness_blocks

    robustness = details.try_models(inputs.person, inputs.model, redact=redact)
    refuse_impressions(robustness.score)
    if format == "json":
        write(robustness_json(robustness))
    else:
        show_blocks(context, robustness_blocks(robustness, verbose=context.obj.verbose))


def _show_number(
    context: typer.Context,
    id: str,
    inputs: "CommandInputs",
    texts: Mapping[str, str],
    format: str,
    *,
    redact: bool,
) -> None:
    """Explain a factor, another printed number or an account."""
    from klout_cli import details, pipeline
    from klout_cli.reports import explain_json
    from klout_cli.reports.screens import explain as screens
    from klout_cli.reports.screens.console import draw

    id = _find_factor(id)
    person, model = inputs.person, inputs.model
    screen = screen_of(context)
    blocks: Iterable[Block]
    if id in flags.list_factors():
        factor = details.explain_factor(person, model, id, redact=redact)
        tree = explain_json.factor_json(factor, texts)
        blocks = screens.factor_blocks(factor, texts, verbose=context.obj.verbose)
    elif id in flags.list_explainable():
        figure = details.explain_figure(person, model, id, redact=redact)
        tree = explain_json.figure_json(figure)
        blocks = screens.figure_blocks(figure)
    else:
        judgement = pipeline.make_report(person, model, redact=redact).judgement
        account, average = _find_account(id, judgement.accounts), model.scale.average
        tree = explain_json.account_json(account, average)
        blocks = screens.account_blocks(account, average)
    write(tree if format == "json" else draw(blocks, screen))


def _list_numbers(
    context: typer.Context, model: "Model", judgement: Judgement | None, format: str
) -> None:
    """List every factor, with its points if there is a score."""
    from klout_cli.reports.explain_json import index_json
    from klout_cli.reports.numbers import signed
    from klout_cli.reports.rounding import apportion
    from klout_cli.reports.score_text import is_number
    from klout_cli.reports.screens.explain import index_blocks
    from klout_cli.scoring.explanation import list_factors, list_figures

    landmarks = [(mark.score, mark.who, mark.source) for mark in model.landmarks]
    entries = judgement.breakdown if judgement else ()
    if format == "json":
        write(index_json(list_factors(), list_figures(), landmarks, entries))
        return
    points: dict[str, str] = {}
    if judgement and is_number(judgement.score.quality):
        parts = apportion([entry.points for entry in entries], judgement.score.value, 1)
        points = {entry.id: signed(part) for entry, part in zip(entries, parts, strict=True)}
    points |= {entry.id: "–" for entry in entries if entry.state in ("missing", "not_applicable")}
    rows = [(id, points.get(id, ""), question) for id, question in list_factors()]
    show_blocks(
        context,
        index_blocks(rows, list_figures(), landmarks, verbose=context.obj.verbose),
    )


def _find_factor(name: str) -> str:
    """Return the id of a factor called by its name in any language, else the name."""
    from klout_cli.factors import FACTORS
    from klout_cli.person.topics import folded

    for factor in FACTORS:
        if folded(name) in map(folded, every_translation(factor.title)):
            return factor.id
    return name


def _find_account(name: str, accounts: Sequence[AccountJudgement]) -> AccountJudgement:
    """Return the account with this id, handle or network.

    Raises UsageError if there is none, or several.
    """
    from klout_cli.person.topics import folded

    plain = folded(name)
    matches = [
        account for account in accounts if plain in (folded(account.id), folded(account.handle))
    ] or [account for account in accounts if plain == account.network]
    if len(matches) > 1:
        ids = ", ".join(account.id for account in matches)
        what = Message("Several accounts match {name}.", name=name)
        raise UsageError(what, "", Message("use one of {names}", names=ids))
    if not matches:
        known = [*(account.id for account in accounts), *flags.list_explainable()]
        handles = [account.handle for account in accounts]
        remedy = meant(
            name, [*known, *handles], Message("use one of {names}", names=", ".join(known))
        )
        raise UsageError(Message("There is no factor or account {name}.", name=name), "", remedy)
    return matches[0]


def _split_arguments(arguments: list[str]) -> tuple[str, list[Path]]:
    """Return the factor or account, "" without any, and the paths behind it.

    A first argument that is a file is a path.
    """
    explainable = [*flags.list_explainable(), METHOD]
    if arguments and (arguments[0] in explainable or not Path(arguments[0]).exists()):
        return arguments[0], [Path(argument) for argument in arguments[1:]]
    return "", [Path(argument) for argument in arguments]
