"""Whole reports of the invented people for tests: with explanations and audit of a small export, a trend, and posts of any text."""

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from klout_cli import details, pipeline
from klout_cli.cli.options import Flags, build_options
from klout_cli.results import Input, Moment, Report, Score, Trend
from klout_cli.results.dossier import Dossier, FeaturedPost
from klout_cli.scoring import compare
from tests.reports.people import STANDARD, consultant

SAMPLE = Path(__file__).parents[2] / "sample_data/erika/2026-03-01"
HOSTILE = (
    "\"'><script>alert(1)</script><img src=https://evil.example/p.png onerror=alert(1)></li></table></style></svg>"
    "[x](https://evil.example)![i](h)|`*_~@you www.evil.example https://evil.example <b>&amp;"
)
LINKS = (
    "https://x.example/1?a=1&b=\"'><i>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    " https://x.example",
)


def trend() -> Trend:
    """Return two dates of the consultant."""
    now = consultant().judgement
    then = Score(49.2, 44.0, 54.4, 0.66, 75.0)
    moments = (
        Moment("2025-09-01", then, now.breakdown, "2025-09"),
        Moment("2026-03-01", now.score, now.breakdown, "2026-03"),
    )
    return Trend(STANDARD, "Erika Beispiel", moments)


def short() -> Dossier:
    """Return the consultant's report with dates, posts and downloads, of results that never change."""
    report = replace(
        consultant(),
        inputs=(Input("twitter-2026-02-27.zip", 12, 4_980_000, "sha256:" + "ab" * 32),),
    )
    posts = (
        FeaturedPost(
            "17",
            "x",
            "2026-01-15",
            "Plain words for a hard week.",
            "https://x.example/erika_b/status/17",
            56,
        ),
        FeaturedPost("18", "linkedin", "2026-02-01", "What a press room is for", "", None),
    )
    return Dossier(report, trend=trend(), posts=posts, options={"as-of": "2026-03-01"})


@cache
def whole() -> Dossier:
    """Return everything there is to say of the sample person, with the names of others."""
    options = build_options([SAMPLE], Flags(today="2026-03-02"))
    before = build_options([SAMPLE.with_name("2025-09-01")], Flags(today="2026-03-02"))
    exports = pipeline.read_exports(options)
    older, newer = pipeline.measure_exports(before), pipeline.measure_person(exports, options)
    dossier = pipeline.make_dossier(newer, options.model)
    return replace(
        dossier,
        around=details.gather_circle(exports, options),
        activity=details.gather_activity(exports, options, ZoneInfo("Europe/Berlin")),
        posts=details.feature_posts(exports, options, dossier.report.judgement, (), 5),
        trend=compare.trend([older.snapshot, newer.snapshot], options.model, "month"),
        change=compare.compare(older.snapshot, newer.snapshot, options.model),
        headline="Communication consultant",
    )


def hostile() -> Dossier:
    """Return a report with hostile text in every field that others can write."""
    found = whole()
    return replace(
        found,
        report=_hostile(found.report),
        explanations=tuple(
            replace(
                one,
                accounts=tuple(
                    replace(account, handle=HOSTILE, reason=HOSTILE) for account in one.accounts
                ),
            )
            for one in found.explanations
        ),
        audit=found.audit
        and replace(
            found.audit,
            person=HOSTILE,
            accounts=tuple(replace(one, handle=HOSTILE) for one in found.audit.accounts),
            checks=tuple(replace(one, reason=HOSTILE) for one in found.audit.checks),
            warnings=(HOSTILE,),
        ),
        posts=tuple(
            FeaturedPost(str(number), "x", "2026-01-15", HOSTILE, link, 3)
            for number, link in enumerate(LINKS)
        ),
        around=found.around
        and replace(
            found.around,
            members=tuple(replace(one, name=HOSTILE) for one in found.around.members),
            communities=tuple(replace(one, name=HOSTILE) for one in found.around.communities),
        ),
        topics=tuple(replace(one, topic=HOSTILE) for one in found.topics or ()),
        headline=HOSTILE,
        options={"only": HOSTILE},
    )


def _hostile(report: Report) -> Report:
    accounts = tuple(
        replace(one, handle=HOSTILE, reason=HOSTILE) for one in report.judgement.accounts
    )
    return replace(
        report,
        person=HOSTILE,
        judgement=replace(report.judgement, accounts=accounts),
        hints=tuple(
            replace(hint, action=HOSTILE, why=HOSTILE, account=HOSTILE) for hint in report.hints
        ),
        inputs=tuple(replace(one, name=HOSTILE) for one in report.inputs),
        ledger=tuple(
            replace(row, file=HOSTILE, reasons={HOSTILE: row.skipped}, notes={HOSTILE: 1})
            for row in report.ledger
        ),
        warnings=(HOSTILE, HOSTILE),
        landmarks=((40.0, HOSTILE, 2016),),
    )
