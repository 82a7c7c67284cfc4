"""The templates in `page/`, and the functions they may call.

Every text is escaped for the format of the template: by Jinja's autoescape in pages and pictures,
by `plain` in Markdown.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any, NamedTuple

from klout_cli import __version__
from klout_cli.reports import channel_rows
from klout_cli.reports.facts import list_steps
from klout_cli.reports.names import account_name, factor_title
from klout_cli.reports.numbers import count, day, number, signed
from klout_cli.reports.score_text import Headline, likely, score_text
from klout_cli.reports.screens.comparison import describe_trend
from klout_cli.reports.show import show
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext

if TYPE_CHECKING:
    from jinja2 import Environment

LONGEST_SHOWN = 400
FOLDER = Path(__file__).with_name("page")
_MARKUP = re.compile(r"[\\`*_\[\]<>|~$#&]|(?<=:)/(?=/)|(?<=www)\.", re.IGNORECASE)
_LIST = re.compile(r"^([-+=]|\d+(?=[.)]))(?=[.)]?(\s|$))")


class Scale(NamedTuple):
    """A linear scale from `low`–`high` to `start`–`end`; values outside are drawn at the ends."""

    low: float
    high: float
    start: float = 0.0
    end: float = 100.0

    def __call__(self, value: float) -> float:
        """Return where a value is drawn, in the middle where all values are the same."""
        if self.high <= self.low:
            return (self.start + self.end) / 2
        part = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return round(self.start + part * (self.end - self.start), 2)


@cache
def html_templates() -> "Environment":
    """Return the templates of pages and pictures."""
    return _environment(autoescape=True)


@cache
def markdown_templates() -> "Environment":
    """Return the templates of Markdown documents."""
    return _environment(finalize=lambda value: plain(str(value)))


def _environment(**settings: Any) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **settings,
    )
    environment.filters |= {"ordinal": _ordinal, "lines": wrap}
    environment.globals |= _functions()
    return environment


def _functions() -> Mapping[str, Any]:
    shown = day, count, number, signed, score_text, likely, account_name, factor_title, list_steps
    pictures = describe_scale, describe_trend, channel_rows.describe_weeks
    return {
        "_": _,
        "ngettext": ngettext,
        "version": __version__,
        "scale": Scale,
        "show": lambda text, longest=LONGEST_SHOWN: show(text, longest),
        **{function.__name__: function for function in (*shown, *pictures)},
    }


def describe_scale(head: Headline) -> str:
    """Return what the picture of the scale shows."""
    if not head.number:
        return _("Scale from 1 to 100, {range}", range=head.likely)
    return _(
        "Scale from 1 to 100, score {score}, {range}, {average}",
        score=head.number,
        range=head.likely,
        average=head.marks[0].label,
    )


def _ordinal(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def plain(text: str) -> str:
    """Escape text so that Markdown shows it literally."""
    escaped = _MARKUP.sub(lambda mark: f"\\{mark[0]}", text)
    return _LIST.sub(lambda mark: mark[0] + "\\" if mark[0].isdigit() else f"\\{mark[0]}", escaped)
