"""The base of importers, by small ones that show what it does."""

from typing import Any

import pytest
from msgspec import Struct

from klout_cli.files.container import Member
from klout_cli.importers.archive import (
    Archive,
    Cells,
    File,
    Html,
    Json,
    Listed,
    Note,
    Of,
    Rows,
    Sheet,
    Table,
    Unusable,
)
from klout_cli.person.rows import Contact, Export, Interaction, Level, Post
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import member as file
from tests.importers.workbooks import xlsx

POSTS = Table("posts", name=r"posts.*\.csv", columns=("id", "at", "likes"), needed=("id", "at"))
AT = midnight(2026, 1, 10)


def posts(*rows: str, name: str = "posts.csv") -> Member:
    return file("\n".join(("id,at,likes", *rows)), name)


def read(kind: type[Archive], *members: Member, **reading: object) -> list[Export]:
    return inputs.read(kind(), *members, **reading)


def one(kind: type[Archive], *members: Member, **reading: object) -> Export:
    return inputs.read_one(kind(), *members, **reading)


class Plain(Archive):
    """Posts of a folder."""

    network = "agora"
    files: Any = (POSTS,)

    def posts(self, row: Cells) -> Rows:
        """Take one post."""
        yield Post(
            self.once(row["id"], "no id"), self.date(row["at"]), likes=self.count(row["likes"])
        )


# Which files


def names(kind: type[Archive], *members: Member) -> list[list[str]]:
    return [[member.name for member in claimed] for claimed in kind().identify(members)]


FOLDERS = (
    posts(name="a/posts.csv"),
    posts(name="a/b/posts.csv"),
    posts(name="c/posts_2.csv"),
    file("", "a/notes.txt"),
)


def test_the_files_of_a_folder_are_one_export() -> None:
    assert names(Plain, *FOLDERS) == [["a/posts.csv"], ["a/b/posts.csv"], ["c/posts_2.csv"]]
    assert names(Plain, file("", "a/notes.txt")) == []


@pytest.mark.parametrize(
    ("together", "expected"),
    [
        ("all", [["a/posts.csv", "a/b/posts.csv", "c/posts_2.csv"]]),
        ("file", [["a/posts.csv"], ["a/b/posts.csv"], ["c/posts_2.csv"]]),
    ],
)
def test_together(together: str, expected: list[list[str]]) -> None:
    kind = type("Kind", (Plain,), {"together": together})
    assert names(kind, *FOLDERS) == expected


def test_a_tree_has_what_lies_below_it() -> None:
    kind = type(
        "Kind",
        (Plain,),
        {"together": "tree", "files": (POSTS, File("page", name="p.html", proves=False))},
    )
    members = posts(name="a/posts.csv"), file("", "a/x/y/p.html"), file("", "c/p.html")
    assert names(kind, *members) == [["a/posts.csv", "a/x/y/p.html"]]


def test_closed_files_belong_to_the_export_and_are_not_opened() -> None:
    kind = type("Kind", (Plain,), {"closed": r"notes\.txt|media/.+"})
    closed = Member("", "a/media/1.jpg", 1, lambda: pytest.fail("opened"))
    members = (*FOLDERS, closed, file("", "media/2.jpg"))
    assert names(kind, *members)[0] == ["a/posts.csv", "a/notes.txt", "a/media/1.jpg"]
    assert len(one(kind, posts("1,2026-01-10,1", name="a/posts.csv"), closed).ledger) == 1


def test_a_group_in_the_path_is_the_folder_of_the_export() -> None:
    page = Html("page", path=r"(?P<root>(?:.*/)?)posts/[^/]+\.html")
    kind = type("Kind", (Plain,), {"files": (POSTS, page)})
    members = posts(name="a/posts.csv"), file("", "a/posts/1.html"), file("", "posts/2.html")
    assert names(kind, *members) == [["posts/2.html"], ["a/posts.csv", "a/posts/1.html"]]


def test_of_files_that_stand_for_each_other_one_is_read() -> None:
    headers = Table("headers", "posts", r"headers\.csv", columns=POSTS.columns, needed=("id",))
    headers = Table(
        "headers", "posts", r"headers\.csv", columns=POSTS.columns, needed=("id",), unless="posts"
    )
    kind = type("Kind", (Plain,), {"files": (POSTS, headers)})
    rows = posts("1,2026-01-10,1"), posts("2,2026-01-10,1", name="headers.csv")
    assert [post.id for post in one(kind, *rows).posts] == ["1"]
    assert [post.id for post in one(kind, rows[1]).posts] == ["2"]


# Rows


def test_what_cannot_be_used_is_counted_by_its_first_reason() -> None:
    rows = "1,2026-01-10,3", "1,2026-01-10,3", ",soon,x", "2,soon,3", "3,,3", "4,2026-01-10,x"
    export = one(Plain, posts(*rows))
    assert [(post.id, post.at, post.likes) for post in export.posts] == [("1", AT, 3)]
    (row,) = export.ledger
    assert row.reasons == {
        "same post twice": 1,
        "no id": 1,
        "not a date": 1,
        "no date": 1,
        "not a number": 1,
    }
    assert row.examples[0] == ("3", "same post twice")


def test_a_row_is_used_as_a_whole_or_not_at_all() -> None:
    class Kind(Plain):
        def posts(self, row: Cells) -> Rows:
            yield Post(row["id"], AT)
            yield Note("seen")
            yield Interaction("ida", "in", "comment")
            self.required(row["likes"], "no likes")

    export = one(Kind, posts("1,2026-01-10,", "2,2026-01-10,1"))
    assert [post.id for post in export.posts] == ["2"] and len(export.interactions) == 1
    assert export.ledger[0].reasons == {"no likes": 1} and export.ledger[0].notes == {"seen": 1}


def test_of_a_file_that_is_refused_nothing_is_known() -> None:
    broken = posts("1,2026-01-10,1", "2,2026-01-10,1", name="posts.csv")
    whole = posts("2,2026-01-11,1", name="posts_2.csv")

    class Kind(Plain):
        adds_up = True

        def posts(self, row: Cells) -> Rows:
            yield Contact("ida")
            yield Interaction("ida", "out", "reply", at=AT)
            yield from super().posts(row)
            if self.member is broken and row["id"] == "2":
                from klout_cli.errors import InputError

                raise InputError("damaged", self.member.where)

    Kind.twice_listed = ""
    export = one(Kind, broken, whole)
    assert [(post.id, post.at) for post in export.posts] == [("2", midnight(2026, 1, 11))]
    assert len(export.contacts) == 1
    assert export.interactions == [Interaction("ida", "out", "reply", 1, AT)]
    assert [row.used for row in export.ledger] == [0, 1]


def test_several_accounts_of_one_file_are_several_exports() -> None:
    class Kind(Plain):
        def posts(self, row: Cells) -> Rows:
            yield Of(row["likes"], Post(row["id"], self.date(row["at"])))

    rows = "1,2026-01-10,ida", "1,2026-01-11,ben", "2,2026-01-12,ida", "2,2026-01-12,ida"
    exports = read(Kind, posts(*rows))
    assert [[post.id for post in export.posts] for export in exports] == [["1", "2"], ["1"]]
    assert [len(export.ledger) for export in exports] == [1, 0]
    assert [export.exported_at for export in exports] == [
        midnight(2026, 1, 12),
        midnight(2026, 1, 11),
    ]


def test_rows_in_batches_are_made_by_the_handler() -> None:
    class Item(Struct):
        id: str
        at: int

    sizes: list[int] = []

    class Kind(Plain):
        files = (Json("items", name=r"items\.json", kind=Item, keys=("items",), batch=2),)

        def items(self, lines: tuple[int, ...], items: tuple[Item, ...]) -> None:
            sizes.append(len(items))
            ids, ats = [item.id for item in items], [item.at for item in items]
            self.draft.posts += filter(None, self.intake.rows(Post, lines, id=ids, at=ats))

    items = ",".join(f'{{"id":"{number}","at":{AT}}}' for number in range(5))
    export = one(Kind, file(f'{{"items":[{items},{{"id":7}}]}}', "items.json"))
    assert sizes == [2, 2, 1] and len(export.posts) == 5
    assert export.ledger[0].reasons == {"unexpected shape": 1}


def test_items_inside_objects_are_handed_over_without_them() -> None:
    class Kind(Plain):
        files = (Json("items", name=r"items\.json", kind=str, inside=("list", "url")),)

        def items(self, address: str) -> Rows:
            yield Contact(address)

    items = '[{"list": {"url": "a", "by": 1}}, {"list": {}}, "b"]'
    export = one(Kind, file(items, "items.json"))
    assert [contact.key for contact in export.contacts] == ["a"]
    assert export.ledger[0].reasons == {"unexpected shape": 2}


def test_a_sheet_is_read_like_a_table() -> None:
    kind = type(
        "Kind", (Plain,), {"files": (Sheet("posts", columns=POSTS.columns, needed=("id",)),)}
    )
    book = xlsx({"Cover": [["Report"]], "Posts": [["Id", "At"], ["1", "2026-01-10"], ["", ""]]})
    export = one(kind, file(book, "report.xlsx"))
    assert [post.id for post in export.posts] == ["1"] and export.ledger[0].read == 1


# Private files


def test_a_private_file_is_closed_unless_asked_for_and_counted() -> None:
    class Kind(Plain):
        files = (POSTS, Table("talk", name=r"talk\.csv", private=True, columns=("at",)))

        def talk(self, row: Cells) -> Rows:
            yield Interaction("ida", "in", "message", at=self.date(row["at"]), private=True)

    talk = Member("", "talk.csv", 9, lambda: pytest.fail("opened"))
    export = one(Kind, posts("1,2026-01-10,1"), talk)
    assert export.ledger[1].notes == {"private messages, not opened": 1}
    assert Kind().is_message(talk) and not Plain().is_message(talk)
    export = one(Kind, posts("1,2026-01-10,1"), file("at\n2026-01-10", "talk.csv"), private=True)
    assert [row.partner for row in export.interactions] == ["ida"]


# Lists, dates, completeness


class Followers(Plain):
    """Posts, and followers."""

    files = (
        POSTS,
        Table(
            "followers",
            name=r"followers\.csv",
            columns=("name",),
            needed=("name",),
            lists="followers",
        ),
    )

    def followers(self, row: Cells) -> Rows:
        """Take one follower."""
        yield Listed("followers", self.required(row["name"].removeprefix("-"), "nobody named"))


@pytest.mark.parametrize(
    ("people", "levels"),
    [
        ("ida\nben\nida", [Level("followers", 2)]),
        ("ida\n-\nben", [Level("followers", 2, quality="cut")]),
        ("-", []),
    ],
)
def test_a_list_is_counted_and_cut_where_somebody_is_lost(people: str, levels: list[Level]) -> None:
    export = one(Followers, posts("1,2026-01-10,1"), file(f"name\n{people}", "followers.csv"))
    assert export.levels == levels


@pytest.mark.parametrize(("people", "levels"), [("", [Level("followers", 0)]), ("-", [])])
def test_a_list_without_anybody_is_0_unless_somebody_is_lost(
    people: str, levels: list[Level]
) -> None:
    kind = type("Kind", (Followers,), {"empty_lists": True})
    export = one(kind, posts("1,2026-01-10,1"), file(f"name\n{people}", "followers.csv"))
    assert export.levels == levels


@pytest.mark.parametrize(
    ("data", "levels"), [("[]", [Level("followers", 0)]), ("", []), ('["ida', [])]
)
def test_nobody_is_a_number_only_in_a_whole_list(data: str, levels: list[Level]) -> None:
    class Kind(Plain):
        files = (POSTS, Json("people", name=r"people\.json", kind=str, lists="followers"))
        empty_lists = True

        def people(self, name: str) -> Rows:
            yield Listed("followers", name)

    assert one(Kind, posts("1,2026-01-10,1"), file(data, "people.json")).levels == levels


def test_rows_of_a_file_that_was_refused_were_not_found() -> None:
    class Kind(Plain):
        files = (POSTS, Json("items", name=r"items\.json", proves=False))

        def items(self, item: dict[str, str]) -> None:
            """Use any item."""

        def finish(self, members: object) -> None:
            self.expect("items", 2, "items")

    notes = one(Kind, posts("1,2026-01-10,1"), file('[{}, {}, {"a"', "items.json")).notes
    assert notes[0].startswith("Only 0 of 2 items are there.")
    assert not one(Kind, posts("1,2026-01-10,1"), file("[{}, {}]", "items.json")).notes


@pytest.mark.parametrize(("stated", "cut"), [(2, False), (3, True)])
def test_less_than_the_export_states_is_cut_said_and_lacks(stated: int, cut: bool) -> None:
    class Kind(Followers):
        def finish(self, members: object) -> None:
            self.expect("followers", stated, "followers", ("reciprocity",))

    export = one(Kind, posts("1,2026-01-10,1"), file("name\nida\nben", "followers.csv"))
    said = "Only 2 of 3 followers are there. Unpack or download the export again."
    assert export.levels == [Level("followers", 2, quality="cut" if cut else "exact")]
    assert export.notes == ((said,) if cut else ())
    assert export.lacks == ({"reciprocity": said} if cut else {})


def test_what_the_owner_gave_is_added_up() -> None:
    class Kind(Plain):
        adds_up = True

        def posts(self, row: Cells) -> Rows:
            self.name_account("erika")
            yield Interaction(row["id"], "out", "reply", at=self.date(row["at"]))
            yield Interaction(row["id"], "in", "reply")

    rows = "ida,2026-01-10,", "ida,2026-01-12,", "erika,2026-01-10,"
    given = [row for row in one(Kind, posts(*rows)).interactions if row.direction == "out"]
    assert given == [Interaction("ida", "out", "reply", 2, midnight(2026, 1, 12))]


@pytest.mark.parametrize(
    ("pattern", "container", "expected"),
    [
        (r"-(\d{4})-(\d\d)-(\d\d)\.zip", "agora-2026-02-01.zip", midnight(2026, 2, 2) - 1),
        (r"-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)", "agora-20260201T1011.zip", None),
        (r"-(\d{4})-(\d\d)-(\d\d)\.zip", "agora-2026-13-01.zip", AT),
        (r"", "agora-2026-02-01.zip", AT),
    ],
)
def test_an_export_is_dated_by_names_else_by_its_newest_post(
    pattern: str, container: str, expected: int | None
) -> None:
    kind = type("Kind", (Plain,), {"date_in_name": pattern})
    rows = file("id,at\n1,2026-01-10\n2,2026-01-09", "posts.csv", container)
    hour = midnight(2026, 2, 1) + 10 * 3600 + 11 * 60
    assert one(kind, rows).exported_at == (hour if expected is None else expected)


def test_unusable_names_its_reason() -> None:
    assert str(Unusable("no date")) == Unusable("no date").reason == "no date"
