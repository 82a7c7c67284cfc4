"""The screen of `klout explain --formula`: the score as one sum."""

from collections.abc import Iterator

from klout_cli.reports.facts import KNOWN, list_steps, scored
from klout_cli.reports.names import account_name
from klout_cli.reports.numbers import exact, signed
from klout_cli.reports.score_text import NO_NUMBER, is_number, likely
from klout_cli.reports.screens.blocks import Block, Facts, Table, say
from klout_cli.reports.screens.explain import constants
from klout_cli.reports.show import show
from klout_cli.results import AccountJudgement, Formula
from klout_cli.translation import gettext as _
from klout_cli.translation import translate


def formula_blocks(formula: Formula) -> Iterator[Block]:
    """Yield the full calculation by account, how accounts combine, and every constant used."""
    accounts = scored(formula.judgement)
    for account in accounts:
        yield _account_formula(formula, account)
    score = formula.judgement.score
    if not is_number(score.quality):
        yield say(f"{likely(score)}: {translate(NO_NUMBER)}", title=_("First impression"))
        return
    terms = tuple(
        (_("{name}, weight {share}", name=account_name(a), share=exact(a.share)), _term(formula, a))
        for a in accounts
    )
    yield Facts(_("Accounts together, each weaker one for less"), terms)
    value = exact(score.value)
    points = " ".join(
        _format_term(entry.points) for entry in formula.judgement.breakdown if entry.id != "average"
    )
    total = f"{exact(formula.origin)} + {exact(formula.slope)} × log10({_('their sum')}) = {value}"
    sums = f"{exact(formula.average)} {points} = {value}"
    yield Facts("", ((_("Score"), total), (_("Breakdown"), sums)))
    used = constants(formula.explanations)
    yield Table(used.title, used.columns[:-1], tuple(row[:-1] for row in used.rows))


def _format_term(points: float) -> str:
    """Format points as a term of a sum, so that zero has a sign too."""
    shown = signed(points, 4)
    return shown if shown.startswith(("+", "−")) else f"+{shown}"


def _account_formula(formula: Formula, account: AccountJudgement) -> Facts:
    quality = formula.judgement.score.quality
    known = [
        (explanation, worked)
        for explanation in formula.explanations
        for worked in explanation.accounts
        if worked.account == account.id and worked.state in KNOWN
    ]
    lines = [
        (f"{show(explanation.title)}, {name}", text)
        for explanation, worked in known
        for name, text in list_steps(worked, quality)
        if name != translate("in the score")
    ]
    if is_number(quality):
        points = " ".join(_format_term(worked.points) for _explanation, worked in known)
        total = f"{exact(formula.average)} {points} = {exact(account.score or 0.0)}"
        lines.append((_("Score"), total))
    return Facts(account_name(account), tuple(lines))


def _term(formula: Formula, account: AccountJudgement) -> str:
    weight, score = exact(formula.weights[account.id]), exact(account.score or 0.0)
    return f"{weight} × 10^(({score} − {exact(formula.origin)}) / {exact(formula.slope)})"
