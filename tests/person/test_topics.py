"""Topics as words of posts: whole words, accents folded, compounds by a mark, hashtags, phrases."""

import string
import unicodedata

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.person.topics import Topic, Topics, folded

words = st.text(string.ascii_lowercase + "äöüßéñ", min_size=2, max_size=12)
texts = st.text(max_size=60)
quick = settings(max_examples=40, deadline=None, derandomize=True)


def on(text: str, *keywords: str, tags: tuple[str, ...] = ()) -> bool:
    return Topics({"topic": Topic(list(keywords), list(tags))}).match(text)


@pytest.mark.parametrize(
    ("text", "keyword"),
    [
        ("Kommunikation!", "kommunikation"),
        ("über MÜNCHEN hinaus", "München"),
        ("ein Cafe\u0301 am Eck", "café"),
        ("Straße gesperrt", "STRASSE"),
        ("#Marketing lohnt", "marketing"),
        ("Das Marketingkonzept", "marketing*"),
        ("Öffentlichkeitsarbeiterin", "öffentlichkeits*"),
        ("public\n  speaking", "public speaking"),
        ("mein C++ und .NET", "c++"),
        ("mein C++ und .NET", ".net"),
        ("𝐌𝐚𝐫𝐤𝐞𝐭𝐢𝐧𝐠 heute", "marketing"),
        ("KI, jetzt", "ki"),
    ],
)
def test_words_are_found(text: str, keyword: str) -> None:
    assert on(text, keyword)


@pytest.mark.parametrize(
    ("text", "keyword"),
    [
        ("Kommunikationstraining", "kommunikation"),
        ("party", "art"),
        ("Telemarketing", "marketing*"),
        ("public, speaking", "public speaking"),
        ("Kino", "ki"),
        ("C sharp", "c++"),
        ("", "x*"),
    ],
)
def test_parts_of_words_are_not(text: str, keyword: str) -> None:
    assert not on(text, keyword)


def test_hashtags_need_their_sign() -> None:
    assert (
        on("heute: #PR.", tags=("PR",))
        and on("#pr", tags=("#PR",))
        and on("#PRArbeit", tags=("pr*",))
    )
    assert (
        not on("PR", tags=("PR",))
        and not on("#PRArbeit", tags=("PR",))
        and not on("a#PR", tags=("PR",))
    )


@pytest.mark.parametrize("word", ["", " ", "*", "#", "# *"])
def test_a_word_without_a_word_is_refused(word: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"keywords": [word]}, Topic)


@given(words, texts, texts)
@quick
def test_a_word_is_found_wherever_it_stands_alone(word: str, before: str, after: str) -> None:
    assert on(f"{before} {word} {after}", word)
    assert on(f"{before} #{word} {after}", tags=(word,))
    assert on(f"{before} {word.upper()} {after}", word)
    assert on(f"{before} {unicodedata.normalize('NFD', word)} {after}", word)
    assert on(f"{before} {word}lich {after}", f"{word}*")


@given(words, words)
@quick
def test_a_word_inside_another_is_not_found(word: str, rest: str) -> None:
    assert (not on(word + rest, word) and not on(rest + word, f"{word}*")) or folded(
        word
    ) == folded(rest)


@given(texts)
@quick
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.lists(st.tuples(words, st.booleans()), min_size=1, max_size=4), texts)
@quick
def test_a_text_is_on_topic_where_one_of_the_topics_is_in_it(
    stated: list[tuple[str, bool]], text: str
) -> None:
    topics = Topics(
        {f"{n}": Topic(keywords=[word + "*" * mark]) for n, (word, mark) in enumerate(stated)}
    )
    assert topics.match(text) == bool(topics.of(text))
    assert topics.of(" ".join(word for word, _ in stated)) == [f"{n}" for n in range(len(stated))]


def test_no_topics_match_nothing() -> None:
    assert not Topics({}) and not Topics({}).match("x") and Topics({}).of("x") == []
