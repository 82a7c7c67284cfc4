"""People across networks: merged on strong evidence only, and everybody else stays apart (reliability G7)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.person.account import Account
from klout_cli.person.persons import Persons, employer, full_name
from klout_cli.person.rows import Contact, Interaction
from tests.person.graphs import RULE, account


def on(network: str, *contacts: Contact, handle: str = "me") -> Account:
    rows = [Interaction(contact.key, "out", "connection") for contact in contacts]
    return account([*contacts], rows, network=network, handle=handle)


def same(one: Account, other: Account) -> list[tuple[str, float]]:
    found = Persons([one, other], RULE)
    merged = found.key(one, one.contacts[0].key) == found.key(other, other.contacts[0].key)
    assert merged == bool(found.merges)
    return [(merge.evidence, merge.alike) for merge in found.merges]


ADDRESS = "same profile address"
MAIL = "same email address"
EMPLOYER = "same full name and employer"
HANDLE = "same full name and handle"


@pytest.mark.parametrize(
    ("one", "other", "evidence"),
    [
        (
            on("linkedin", Contact("in/jana-mm")),
            on("blog", Contact("linkedin.com/in/jana-mm")),
            ADDRESS,
        ),
        (on("x", Contact("jana_mm")), on("blog", Contact("twitter.com/jana_mm")), ADDRESS),
        (on("x", Contact("jana_mm"), handle="a"), on("x", Contact("jana_mm"), handle="b"), ADDRESS),
        (
            on("linkedin", Contact("in/jana-mm", "Jana Musterfeld", mail="1f")),
            on("blog", Contact("jana", "Jana", mail="1f")),
            MAIL,
        ),
        (
            on("linkedin", Contact("in/jm-1", "Jürgen Müller", company="Musterwerk AG")),
            on("xing", Contact("juergen mueller", "Juergen Mueller", company="Musterwerk")),
            EMPLOYER,
        ),
        (
            on(
                "linkedin",
                Contact("in/jm-1", "Dr. Jana Musterfeld", company="Verlag für Beispiele"),
            ),
            on("xing", Contact("jana", "Musterfeld, Jana", company="Beispiele Verlag für")),
            EMPLOYER,
        ),
        (
            on("linkedin", Contact("in/jana-musterfeld-4a5b6c7d", "Jana Musterfeld")),
            on("x", Contact("jana_musterfeld", "Jana Musterfeld")),
            HANDLE,
        ),
    ],
    ids=["address", "old address", "one id", "e-mail", "umlauts", "order of words", "handle"],
)
def test_g7_strong_evidence_makes_one_person_of_two(
    one: Account, other: Account, evidence: str
) -> None:
    ((found, alike),) = same(one, other)
    assert found == evidence
    assert 90 <= alike <= 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Contact("in/jm-1", "Jana Musterfeld"), Contact("Jana Musterfeld", "Jana Musterfeld")),
        (
            Contact("in/jm-1", "Jana Musterfeld", company="Musterwerk"),
            Contact("j", "Jana Musterfeld", company="Nordprobe"),
        ),
        (
            Contact("in/jm-1", "Jana Musterfeld", company="Musterwerk"),
            Contact("j", "Jana Musterfeldt", company="Musterwerk"),
        ),
        (
            Contact("jana", "Jana", company="Musterwerk"),
            Contact("jana", "Jana", company="Musterwerk"),
        ),
        (Contact("kaffee"), Contact("kaffee")),
        (Contact("in/jm", "Jana Musterfeld"), Contact("jm", "Jana Musterfeld")),
        (
            Contact("", "Jana Musterfeld", company="AG"),
            Contact("j", "Jana Musterfeld", company="GmbH"),
        ),
    ],
    ids=[
        "name alone",
        "other employer",
        "other name",
        "first name",
        "handle alone",
        "short handle",
        "legal forms alone",
    ],
)
def test_g7_less_than_that_stays_apart(one: Contact, other: Contact) -> None:
    assert same(on("linkedin", one), on("instagram", other)) == []


def test_g7_a_name_that_two_contacts_bear_is_no_evidence() -> None:
    namesakes = (
        Contact("in/a", "Jana Musterfeld", company="Musterwerk"),
        Contact("in/b", "Jana Musterfeld", company="Nordprobe"),
    )
    assert not Persons(
        [
            on("linkedin", *namesakes),
            on("xing", Contact("j", "Jana Musterfeld", company="Musterwerk")),
        ],
        RULE,
    ).merges


@pytest.mark.parametrize(
    ("network", "key"),
    [("facebook_profile", "Jana Musterfeld"), ("xing", "jana"), ("blog", "jana"), ("x", "jana m")],
)
def test_g7_a_name_is_no_id_around_two_accounts_either(network: str, key: str) -> None:
    assert same(on(network, Contact(key), handle="a"), on(network, Contact(key), handle="b")) == []


def test_g7_an_address_that_two_contacts_of_an_account_bear_is_an_office_and_no_evidence() -> None:
    office = on("blog", Contact("anna", "Anna", mail="0f"), Contact("ben", "Ben", mail="0f"))
    assert not Persons([office, on("linkedin", Contact("in/anna", "Anna", mail="0f"))], RULE).merges


def test_three_networks_are_one_person_and_two_merges() -> None:
    contacts = {
        network: Contact(f"jana_{network}", "Jana Musterfeld", company="Musterwerk")
        for network in ("linkedin", "x", "xing")
    }
    accounts = [on(network, contact) for network, contact in contacts.items()]
    found = Persons(accounts, RULE)
    assert len(found.merges) == 2
    assert len({found.key(account, account.contacts[0].key) for account in accounts}) == 1
    apart = Persons(accounts, RULE, merge=False)
    assert apart.merges == []
    assert len({apart.key(account, account.contacts[0].key) for account in accounts}) == 3


WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
CONTACTS = st.lists(
    st.builds(Contact, WORDS, WORDS, company=WORDS),
    max_size=6,
    unique_by=lambda contact: contact.key,
)


@given(CONTACTS, CONTACTS)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_whoever_the_contacts_are_the_order_of_accounts_changes_no_merge(
    ones: list[Contact], others: list[Contact]
) -> None:
    accounts = [on("x", *ones), on("linkedin", *others)]
    forward, backward = Persons(accounts, RULE), Persons(accounts[::-1], RULE)
    assert len(forward.merges) == len(backward.merges)
    for holder in accounts:
        for contact in holder.contacts:
            assert forward.key(holder, contact.key) == backward.key(holder, contact.key)


def test_folding() -> None:
    assert full_name("Prof. Dr. Jörg  GROẞ") == full_name("Gross, Joerg") == "gross jorg"
    assert employer("Müller & Söhne GmbH & Co. KG") == employer("mueller soehne")


@pytest.mark.parametrize(("letters", "merged"), [(9, 0), (10, 1)])
def test_nine_of_ten_letters_alike_are_enough(letters: int, merged: int) -> None:
    """One letter differs: of ten 90 of 100 are alike, of nine less."""
    one, other = "abcdefghij"[-letters:], "abcdefghix"[-letters:]
    handles = (on("linkedin", Contact(one, "Jana Mai")), on("x", Contact(other, "Jana Mai")))
    employers = (
        on("linkedin", Contact("in/1", "Jana Mai", company=one)),
        on("xing", Contact("jana mai", "Jana Mai", company=other)),
    )
    assert [len(same(*pair)) for pair in (handles, employers)] == [merged, merged]


@pytest.mark.parametrize(("handle", "merged"), [("jmai", 0), ("jmaii", 1)])
def test_a_handle_of_five_letters_is_not_alike_by_chance(handle: str, merged: int) -> None:
    pair = (on("linkedin", Contact(handle, "Jana Mai")), on("x", Contact(handle, "Jana Mai")))
    assert len(same(*pair)) == merged
