import pytest

from klout_cli.values.web import address_key, host_of, without_markup


@pytest.mark.parametrize(
    ("url", "host", "key"),
    [
        ("https://www.Blog.example/Seite/?x=1#y", "blog.example", "blog.example/seite"),
        ("//blog.example:8080/", "blog.example:8080", "blog.example:8080"),
        (" http://mia@blog.example ", "blog.example", "mia@blog.example"),
        ("blog.example/x", "", ""),
        ("javascript:alert(1)", "", ""),
        ("http://", "", ""),
        ("", "", ""),
    ],
)
def test_addresses(url: str, host: str, key: str) -> None:
    assert (host_of(url), address_key(url)) == (host, key)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "<p>Guten&nbsp;Morgen,<br/>\nWelt &amp; alle</p><!-- wp:more -->",
            "Guten Morgen, Welt & alle",
        ),
        ("1 < 2 und 3 > 2", "1 2"),
        ("a < b", "a < b"),
        ("", ""),
    ],
)
def test_words_of_a_text(text: str, words: str) -> None:
    assert without_markup(text) == words
