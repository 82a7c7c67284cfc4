"""Topics that are proposed: noun phrases and hashtags that stand in several posts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.person.phrases import find_key_phrases
from klout_cli.person.topics import Topic, Topics, folded

GERMAN = [
    "Die Krisenkommunikation der Bahn war gut, sagt man. https://a.example/1 @jana",
    "Heute lese ich mehr über die Krisenkommunikation der Post. https://a.example/2",
    "Krisenkommunikation kann jede Stadt lernen, mit @jana und ohne sie.",
]
ENGLISH = [
    "Our interview training helps teams when they have to speak up.",
    "What you get from an interview training is mostly courage.",
    "We had the first interview training of the year with a board.",
]
DUTCH = [
    "De markt voor mode verandert snel, maar de klant wil er nog niet voor betalen.",
    "In de stad is de markt vol met mode, en de klant komt er graag.",
    "Wat denk jij over de mode van de markt, en wat zegt de klant?",
]


def propose(texts: list[str], stated: Topics | None = None, most: int = 9) -> list[str]:
    return find_key_phrases(texts, stated or Topics({}), most)


def test_phrases_of_both_languages_are_proposed_and_nothing_else_of_the_posts() -> None:
    assert propose(GERMAN + ENGLISH) == ["interview training", "Krisenkommunikation"]


def test_a_phrase_needs_three_different_posts() -> None:
    assert propose(GERMAN[:2] * 5) == [] and propose([]) == []


def test_order_and_repetition_do_not_matter() -> None:
    texts = GERMAN + ENGLISH
    assert propose(texts[::-1]) == propose(texts * 2) == propose(texts)


def test_what_a_stated_topic_covers_is_not_proposed() -> None:
    stated = Topics({"crisis": Topic(keywords=["krisen*"])})
    assert propose(GERMAN + ENGLISH, stated) == ["interview training"]


def test_the_most_frequent_comes_first_and_no_more_than_asked_for() -> None:
    more = [*GERMAN, "Ohne eine gute Krisenkommunikation geht es nicht."]
    assert propose(more + ENGLISH, most=1) == ["Krisenkommunikation"]


def test_a_sentence_that_is_used_again_and_again_counts_once() -> None:
    openings = ("Heute ist es kalt", "Gestern war ich krank", "Morgen wird es warm")
    texts = [f"{text}. Und das war die Kaffeepause für heute!" for text in openings]
    assert propose(texts) == []
    assert propose([*texts, "Eine Kaffeepause ist gut", "Ich mag die Kaffeepause"]) == [
        "Kaffeepause"
    ]


def test_a_hashtag_counts_in_every_post_and_in_every_language() -> None:
    assert propose([f"{text} #KlareSprache" for text in DUTCH]) == ["KlareSprache"]
    assert propose([f"{number} #2026 #x #heute #love" for number in range(5)]) == []


def test_of_other_languages_no_word_is_proposed() -> None:
    assert propose(DUTCH) == []


def test_german_words_are_nouns_where_they_are_capitalized_within_a_sentence() -> None:
    beginnings = ["Schreiben ist gut.", "Schreiben kann man.", "Schreiben muss man auch."]
    verbs = ["Wir schreiben es so.", "Wir schreiben das auch.", "Ihr wollt nicht schreiben?"]
    assert propose(beginnings + verbs) == []
    assert propose([*beginnings, "Das ist gutes Schreiben."]) == ["Schreiben"]


def test_german_adjectives_stay_with_their_noun() -> None:
    texts = [
        "Was ist interne Kommunikation?",
        "Ohne interne Kommunikation geht es nicht.",
        "Mit der Zeit wird interne Kommunikation besser.",
    ]
    assert propose(texts) == ["interne Kommunikation"]
    others = [f"Was kann die Kommunikation {where}?" for where in ("hier", "dort", "jetzt", "so")]
    assert propose(texts + others) == ["Kommunikation"]


def test_english_words_are_nouns_after_an_article_or_a_preposition() -> None:
    verbs = ["They negotiate when they can.", "We negotiate and we win.", "You should negotiate."]
    nouns = ["The budget is what it is.", "We have no budget for this.", "It is all about budget."]
    assert propose(verbs + nouns) == ["budget"]


@pytest.mark.parametrize("first", ["der Workshop", "des Workshops"])
def test_forms_of_one_word_are_proposed_once(first: str) -> None:
    texts = [f"Was ist {first} {where}?" for where in ("hier", "dort", "jetzt")]
    texts += [f"Die Workshops waren {how}." for how in ("gut", "neu", "lang")]
    assert len(propose(texts)) == 1


@given(st.lists(st.sampled_from(GERMAN + ENGLISH + DUTCH) | st.text(max_size=40), max_size=12))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_every_proposal_can_be_a_topic_and_matches_three_posts(texts: list[str]) -> None:
    different = set(texts)
    words = []
    for phrase in propose(texts):
        topic = Topics({phrase: Topic(keywords=[phrase])})
        assert sum(map(topic.match, different)) >= 3
        words += folded(phrase).split()
    assert len(words) == len(set(words))
