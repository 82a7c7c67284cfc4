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
from typing import TYPE_CHECKING, Any

from klout_cli import __version__
from klout_cli.reports import channel_rows, dashboard, figures, headline
from klout_cli.reports.numbers import signed
from klout_cli.reports.safe import safe
from klout_cli.reports.scale import Scale
from klout_cli.results import Line
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext, translate

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).with_name("page")
_MARKUP = re.compile(r"[\\`*_\[\]<>|~$#&]|(?<=:)/(?=/)|(?<=www)\.", re.IGNORECASE)
_LIST = re.compile(r"^([-+=]|\d+(?=[.)]))(?=[.)]?(\s|$))")


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
    shown = (figures.day, figures.factor_name, figures.likely, figures.number, signed)
    pictures = (
        headline.describe_scale,
        dashboard.describe_trend,
        channel_rows.describe_weeks,
        headline.score_text,
    )
    return {
        "_": _,
        "ngettext": ngettext,
        "translate": translate,
        "version": __version__,
        "scale": Scale,
        "text": lambda words, longest=400: safe(translate(words), longest),
        "filled": fill_line,
        "account_name": figures.account_name,
        **{function.__name__: function for function in (*shown, *pictures)},
    }


def _ordinal(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def fill_line(line: Line) -> str:
    """Return one step of a calculation with its numbers."""
    numbers = {name: "–" if value is None else value for name, value in line.numbers.items()}
    return safe(_(line.text, **numbers), 400)


def plain(text: str) -> str:
    """Escape text so that Markdown shows it literally."""
    escaped = _MARKUP.sub(lambda mark: f"\\{mark[0]}", text)
    return _LIST.sub(lambda mark: mark[0] + "\\" if mark[0].isdigit() else f"\\{mark[0]}", escaped)
