"""Whose exports these are: two people are refused by name, one person is not (reliability U4)."""

import unicodedata

import pytest

from klout_cli.errors import InputError
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.owners import choose_person, explain_unnamed
from klout_cli.person.rows import Contact, Export, Level, Owner, Post, Totals
from tests.person.exports import NOW, export


def archive(network: str, handle: str, name: str, id: str = "") -> Export:
    return export(network, handle, Post("1", NOW, likes=1), owner=Owner(id, name, True))


def analytics(name: str) -> Export:
    return export("linkedin", "linkedin", owner=Owner("", name), levels=[Level("followers", 9)])


def table(network: str, handle: str, **fields: object) -> Export:
    return export(network, handle, Post("1", NOW, likes=1), owner=Owner(), **fields)


def people(*exports: Export) -> list[str]:
    return sorted(f"{one.network}:{one.handle}" for one in exports)


def refused(*exports: Export, own: tuple[str, ...] = ()) -> bool:
    try:
        choose_person(exports, own=own)
    except InputError as fault:
        assert "two people" in fault.what
        return True
    return False


def test_u4_archives_of_two_people_are_refused_with_both_names() -> None:
    exports = [archive("x", "erika", "Erika Beispiel", "1"), archive("x", "max", "Max Muster", "2")]
    with pytest.raises(InputError) as fault:
        choose_person(exports)
    assert (
        "Erika Beispiel (x:erika)" in fault.value.what and "Max Muster (x:max)" in fault.value.what
    )
    assert "--person" in fault.value.remedy
    chosen, name = choose_person(exports, "max")
    assert (people(*chosen), name) == (["x:max"], "Max Muster")


def test_u4_two_people_on_two_networks_are_refused_with_both_names_and_person_chooses() -> None:
    exports = [
        archive("x", "akoelle", "Anna Kölle", "1"),
        archive("linkedin", "bernd-m-1b2", "Bernd Maier"),
    ]
    with pytest.raises(InputError) as fault:
        choose_person(exports)
    assert "Anna Kölle (x:akoelle) and Bernd Maier (linkedin:bernd-m-1b2)" in fault.value.what
    chosen, name = choose_person(exports, "maier")
    assert (people(*chosen), name) == (["linkedin:bernd-m-1b2"], "Bernd Maier")
    assert not refused(*exports, own=("x:akoelle", "linkedin:bernd-m-1b2"))
    assert refused(*exports, own=("x:akoelle",))


TWO = [
    ("Anna Kölle", "Bernd Maier"),
    ("Anna Kölle ☕", "Bernd Maier"),
    (unicodedata.normalize("NFD", "Änne Kölle"), "Bernd Maier"),
    ("Dr. Anna Kölle", "Dr. Bernd Maier"),
    ("Anna von Kölle", "Bernd von der Maier"),
    ("Anna-Lena Kölle", "Bernd Maier, MBA"),
    ("Anna M. Kölle", "Bernd M. Maier"),
]
ONE = [
    ("Anna Kölle", "Anna Koelle"),
    ("Anna Kölle", unicodedata.normalize("NFD", "Änne Kölle")),
    ("Anna Kölle", "Anna Schmidt"),  # married
    ("Anna Kölle", "Kölle Anna"),
    ("Anna Kölle", "Anna-Lena Kölle"),
    ("Anna Kölle", "ANNA KOLLE"),
    ("Anna Kölle", "Kaffeetante"),  # nickname
    ("Anna Kölle", "Bernd"),
    ("Anna Kölle", "A. K."),
    ("Anna Kölle", "Anne-Marie"),
    ("Anna Kölle", "@coffee.time"),
    ("Anna Kölle", "coffee.example.org"),
    ("Anna Kölle", "#coffee time"),
    ("Anna Kölle", "Кофе Каждый"),  # letters that compare with nothing
    ("Anna Kölle", "Kaffee & Kuchen"),
    ("Anna Kölle", "Kaffee 24 Hamburg"),
    ("Anna Kölle", "Die Kommunikatorin"),
    ("Anna Kölle", "☕ The Coffee Blog"),
    ("Anna Kölle", "Wir Lieben Guten Kaffee Sehr"),
    ("Anna Kölle", ""),
    ("Anna Kölle", "☕☕☕"),
]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_u4_two_full_names_without_a_word_in_common_are_two_people(one: str, other: str) -> None:
    assert refused(archive("x", "a1", one), archive("linkedin", "b2", other))
    assert refused(archive("instagram", "b2", other), archive("facebook_profile", "a1", one))


@pytest.mark.parametrize(("one", "other"), ONE)
def test_u4_anything_less_is_no_evidence_of_two_people(one: str, other: str) -> None:
    assert not refused(archive("x", "a1", one), archive("linkedin", "b2", other))
    assert not refused(archive("linkedin", "b2", other), archive("x", "a1", one))


def test_u4_a_handle_with_a_word_of_the_other_name_is_the_same_person() -> None:
    assert not refused(
        archive("x", "erika_beratet", "Gute Gespräche"),
        archive("linkedin", "e-b", "Erika Beispiel"),
    )
    assert refused(
        archive("x", "gespraeche", "Gute Gespräche"), archive("linkedin", "e-b", "Erika Beispiel")
    )


def test_u4_tables_and_blogs_name_authors_and_prove_nothing() -> None:
    blog = export(
        "blog", "kaffee.example", Post("1", NOW, comments=1), owner=Owner("", "Bernd Maier")
    )
    row = export("xing", "Anna_K", owner=Owner("", "Bernd Maier"), totals=Totals(posts=1))
    assert not refused(archive("x", "a1", "Anna Kölle"), blog, row)


def test_u4_analytics_of_somebody_else_do_not_join_an_archive() -> None:
    own = archive("linkedin", "erika", "Erika Beispiel", "in/erika")
    for name in ("ErikaBeispiel", "Dr. Erika Beispiel", "Erika M. Beispiel", "Erika"):
        exports, _ = choose_person([own, analytics(name)])
        assert [account.id for account in merge_accounts(exports)[0]] == ["linkedin:erika"]
    for name in ("MaxMuster", "Max Muster", "Erika Muster"):
        assert refused(own, analytics(name))


def test_u4_analytics_of_two_people_without_an_archive() -> None:
    assert refused(analytics("Erika Beispiel"), analytics("Max Muster"))
    assert not refused(analytics("Erika Beispiel"), analytics("ErikaBeispiel"))
    assert refused(analytics("Erika Beispiel"), archive("x", "max", "Max Muster"))


def test_u4_accounts_that_klout_yaml_declares_are_one_persons() -> None:
    second = archive("x", "erika_privat", "E.", "2")
    exports, _ = choose_person([export(), second], own={"x:erika", "x:erika_privat"})
    accounts, _ = merge_accounts(exports)
    assert [account.id for account in accounts] == ["x:erika", "x:erika_privat"]


def test_u4_a_table_of_several_people_asks_for_one() -> None:
    rows = [
        export("x", name, owner=Owner("", name), totals=Totals(posts=1))
        for name in ("Anna", "Berta")
    ]
    with pytest.raises(InputError, match="2 people, Anna, Berta"):
        choose_person(rows)
    assert [one.handle for one in choose_person(rows, "Berta")[0]] == ["Berta"]


def test_u4_an_archive_that_names_nobody_does_not_make_two_people_one() -> None:
    nameless = export("x", "a", owner=Owner("", "", True), exported_at=0)
    with pytest.raises(InputError, match="two people"):
        choose_person(
            [nameless, export(), export("x", "max", owner=Owner("2", "Max Muster", True))]
        )


def test_u4_what_names_nobody_goes_with_the_only_archive_of_its_network() -> None:
    """Anna's analytics of X are not scored as Bernd's.

    A blog that could be of either is nobody's until klout.yaml says whose.
    """
    exports = [
        archive("x", "anna", "Anna Kölle", "1"),
        archive("linkedin", "bernd", "Bernd Maier"),
        table("x", "anna"),
        table("linkedin", "linkedin"),
        table("linkedin", "muster-gmbh", page=True),
        table("blog", "me.example"),
    ]
    bernds, _ = choose_person(exports, "Bernd")
    assert people(*bernds) == ["linkedin:bernd", "linkedin:linkedin", "linkedin:muster-gmbh"]
    assert people(*choose_person(exports, "Kölle")[0]) == ["x:anna", "x:anna"]
    assert people(*choose_person(exports, "Kölle", {"blog:me.example"})[0]) == [
        "blog:me.example",
        "x:anna",
        "x:anna",
    ]
    along, left = explain_unnamed(exports, bernds)
    assert "linkedin:linkedin, linkedin:muster-gmbh" in along and "blog:me.example, x:anna" in left
    assert explain_unnamed(exports[1:], bernds) == []
    with pytest.raises(InputError, match="None of these exports belongs"):
        choose_person(exports, "Clara")


def test_u4_a_handle_tells_whose_a_table_is_where_several_have_archives_of_its_network() -> None:
    exports = [
        archive("x", "anna", "Anna Kölle", "1"),
        archive("x", "bernd", "Bernd Maier", "2"),
        table("x", "Bernd"),
        table("x", "x"),
    ]
    exports += [table("threads", "anna"), archive("instagram", "instagram", "")]
    assert people(*choose_person(exports, "Bernd")[0]) == ["x:Bernd", "x:bernd"]
    assert people(*choose_person(exports, "Anna")[0]) == ["threads:anna", "x:anna"]


def test_u4_contacts_go_with_everybody() -> None:
    exports = [archive("x", "anna", "Anna Kölle", "1"), archive("linkedin", "bernd", "Bernd Maier")]
    contacts = export("x", "contacts", owner=Owner(), contacts=[Contact("gast", followers=7)])
    assert people(*choose_person([*exports, contacts], "Bernd")[0]) == [
        "linkedin:bernd",
        "x:contacts",
    ]


def test_u4_many_people_are_listed_with_all_their_exports() -> None:
    names = ["Anna Kölle", "Bernd Maier", "Clara Fall", "Kaffeetante"]
    exports = [
        archive("x", name.split()[0].lower(), name, str(number))
        for number, name in enumerate(names)
    ]
    exports += [archive("linkedin", f"anna-{number}", "Dr. Anna Kölle") for number in range(30)] + [
        table("blog", "me.example")
    ]
    with pytest.raises(InputError) as fault:
        choose_person(exports)
    listed = "\n".join(fault.value.listed)
    assert "4 people" in fault.value.what
    assert all(
        f"  {name}: " in listed
        for name in ("Dr. Anna Kölle", "Bernd Maier", "Clara Fall", "Kaffeetante")
    )
    assert all(f"{one.network}:{one.handle}" in listed for one in exports)
    assert "without a name: blog:me.example" in listed
    assert max(map(len, fault.value.listed)) <= 100
    for name in names:
        assert [
            one.owner.name for one in choose_person(exports, name)[0] if one.network == "x"
        ] == [name]
    with pytest.raises(InputError) as again:
        choose_person(exports[::-1])
    assert again.value.listed == fault.value.listed


def test_u4_a_whole_name_is_preferred_to_a_part_of_another() -> None:
    exports = [archive("x", "bla", "bla", "1"), archive("x", "blabla", "Bernd Maier", "2")]
    assert people(*choose_person(exports, "BLA")[0]) == ["x:bla"]
    with pytest.raises(InputError, match="two people"):
        choose_person(exports, "la")


def test_u4_a_row_of_a_table_goes_with_the_archives_of_its_name() -> None:
    rows = [
        export("xing", name, owner=Owner("", name), totals=Totals(posts=1))
        for name in ("Anna Kölle", "Berta")
    ]
    exports = [archive("x", "anna", "Anna Kölle", "1"), *rows]
    assert people(*choose_person(exports, "Anna Kölle")[0]) == ["x:anna", "xing:Anna Kölle"]


def test_a_numbered_and_a_spoken_id_are_compared_by_name() -> None:
    """Facebook's older downloads know a number, newer ones the name in the address."""
    number, user = (
        archive("facebook_profile", "anna kolle", "Anna Kölle", "1001"),
        archive("facebook_profile", "anna.k", "Anna Kölle", "anna.k"),
    )
    assert not refused(number, user)
    assert refused(number, archive("facebook_profile", "bernd", "Bernd Maier", "bernd"))
    assert refused(number, archive("facebook_profile", "anna kolle", "Anna Kölle", "1002"))
