"""`klout explain`: every number, with its rule, its evidence and its source."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klout_cli.cli import flags
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

if TYPE_CHECKING:
    from klout_cli.cli.snapshots import CommandInputs
    from klout_cli.reports.screen import Screen
    from klout_cli.results import AccountJudgement, Judgement
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
    format: flags.TableOrJson = flags.ExplainFormat.table,
    history: flags.History = None,
    redact: flags.Redact = False,
    as_of: flags.AsOf = None,
    model: flags.ModelName = None,
    person: flags.Person = "",
    only: flags.Only = None,
    without: flags.Without = None,
    include_private: flags.IncludePrivate = None,
    encoding: flags.Encoding = "",
    decimal: flags.Decimal = "",
    date_order: flags.DateOrder = None,
    tz: flags.TimeZone = "UTC",
    today: flags.Today = None,
    limit_gb: flags.LimitGb = None,
) -> None:
    """Explain any number of your score.

    Example: klout explain resonance
    """
    from klout_cli import pipeline
    from klout_cli.cli import settings
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.snapshots import measure_or_recall, read_one_person
    from klout_cli.errors import UsageError
    from klout_cli.scoring import model as models

    number, paths = _split_arguments(what or [])
    if with_posts:
        _refuse_posts(paths, redact=redact)
    screen = None if format == "json" else screen_of(context)
    if robust and number != METHOD:
        raise UsageError(
            N_("--robust tries out the whole method."), "", N_("klout explain method --robust")
        )
    if (number == METHOD and not robust) or (model and not (number or paths or formula)):
        write(models.page(model or settings.load(paths).model or models.STANDARD))
        return
    if not (number or paths or formula or read_one_person(person, history)):
        write(_format_list(models.load(models.STANDARD), None, screen))
        return
    inputs = measure_or_recall(context, paths, history)
    if robust:
        write(_format_robustness(inputs, screen, redact=redact))
    elif formula:
        write(_format_formula(inputs, screen, redact=redact))
    elif number:
        exports = inputs.exports.exports if inputs.exports and with_posts else ()
        texts = {post.key: post.text for export in exports for post in export.posts}
        write(_format_number(number, inputs, texts, screen, redact=redact))
    else:
        report = pipeline.make_report(inputs.person, inputs.model, redact=redact)
        write(_format_list(inputs.model, report.judgement, screen))


def _refuse_posts(paths: Sequence[Path], *, redact: bool) -> None:
    """Raise UsageError if posts' words were withheld or not read."""
    from klout_cli.errors import UsageError

    if redact:
        raise UsageError(
            N_("--with-posts shows texts and --redact hides them."),
            "",
            N_("use one of them"),
        )
    if not paths:
        raise UsageError(
            N_("Saved scores don't include the text of posts."),
            "--with-posts",
            N_("add your exports: klout explain resonance FILE --with-posts"),
        )


def _format_formula(inputs: "CommandInputs", screen: "Screen | None", *, redact: bool) -> str:
    """Return the full calculation, for a screen or as JSON."""
    from klout_cli import details

    formula = details.explain_formula(inputs.person, inputs.model, redact=redact)
    if screen:
        from klout_cli.reports.screens.console import draw
        from klout_cli.reports.screens.formula import formula_blocks

        return draw(formula_blocks(formula), screen)
    from klout_cli.reports.explain_json import formula_json

    return formula_json(formula)


def _format_robustness(inputs: "CommandInputs", screen: "Screen | None", *, redact: bool) -> str:
    """Return what stays under other methods; raises InputError for a first impression."""
    from klout_cli import details
    from klout_cli.cli.score import refuse_impressions

    found = details.try_models(inputs.person, inputs.model, redact=redact)
    refuse_impressions(found.score)
    if screen:
        from klout_cli.reports.screens.console import draw
        from klout_cli.reports.screens.robustness import robustness_blocks

        return draw(robustness_blocks(found, verbose=screen.verbose), screen)
    from klout_cli.reports.explain_json import robustness_json

    return robustness_json(found)


def _format_number(
    id: str,
    inputs: "CommandInputs",
    texts: Mapping[str, str],
    screen: "Screen | None",
    *,
    redact: bool,
) -> str:
    """Return the explanation of a factor, another printed number or an account.

    Without a screen: as JSON.
    """
    from klout_cli import details, pipeline
    from klout_cli.reports import explain_json as trees
    from klout_cli.reports.screens import explain as screens
    from klout_cli.reports.screens.console import draw

    id = _find_factor(id)
    person, model = inputs.person, inputs.model
    if id in flags.list_factors():
        factor = details.explain_factor(person, model, id, redact=redact)
        if screen:
            return draw(screens.factor_blocks(factor, texts, verbose=screen.verbose), screen)
        return trees.factor_json(factor, texts)
    if id in flags.list_explainable():
        figure = details.explain_figure(person, model, id, redact=redact)
        return draw(screens.figure_blocks(figure), screen) if screen else trees.figure_json(figure)
    judgement = pipeline.make_report(person, model, redact=redact).judgement
    account, average = _find_account(id, judgement.accounts), model.scale.average
    if screen:
        return draw(screens.account_blocks(account, average), screen)
    return trees.account_json(account, average)


def _format_list(model: "Model", judgement: "Judgement | None", screen: "Screen | None") -> str:
    """List every factor, with its points if there is a score."""
    from klout_cli.scoring.explanation import list_factors, list_figures

    landmarks = [(mark.score, mark.who, mark.source) for mark in model.landmarks]
    entries = judgement.breakdown if judgement else ()
    if screen is None:
        from klout_cli.reports.explain_json import index_json

        return index_json(list_factors(), list_figures(), landmarks, entries)
    from klout_cli.reports.numbers import signed
    from klout_cli.reports.rounding import apportion
    from klout_cli.reports.score_text import is_number
    from klout_cli.reports.screens.console import draw
    from klout_cli.reports.screens.explain import index_blocks

    points: dict[str, str] = {}
    if judgement and is_number(judgement.score.quality):
        parts = apportion([entry.points for entry in entries], judgement.score.value, 1)
        points = {entry.id: signed(part) for entry, part in zip(entries, parts, strict=True)}
    points |= {entry.id: "–" for entry in entries if entry.state in ("missing", "not_applicable")}
    rows = [(id, points.get(id, ""), question) for id, question in list_factors()]
    return draw(index_blocks(rows, list_figures(), landmarks, verbose=screen.verbose), screen)


def _find_factor(name: str) -> str:
    """Return the id of a factor called by its name in any language, else the name."""
    from klout_cli.factors import FACTORS
    from klout_cli.person.topics import folded
    from klout_cli.translation import every_translation

    for factor in FACTORS:
        if folded(name) in map(folded, every_translation(factor.title)):
            return factor.id
    return name


def _find_account(name: str, accounts: Sequence["AccountJudgement"]) -> "AccountJudgement":
    """Return the account with this id, handle or network.

    Raises UsageError if there is none, or several.
    """
    from klout_cli.errors import UsageError, meant
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
