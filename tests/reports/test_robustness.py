"""Shares of other methods in words: all and none are never said of nearly all and hardly any."""

import pytest

from klout_cli.reports.screens.robustness import share_text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (1.0, "all of them"),
        (0.999, "more than 99 % of them"),
        (0.99, "99 % of them"),
        (0.5, "50 % of them"),
        (0.01, "1 % of them"),
        (0.001, "less than 1 % of them"),
        (0.0, "none of them"),
    ],
)
def test_a_share_is_said_as_it_is(share: float, text: str) -> None:
    assert share_text(share) == text
